import type { WaysBeside } from '../../common/accounts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { handingWords, YesOrNo } from '../../common/handing/index.ts'
import type { Errors } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { isUnconfirmed } from './plan.ts'
import { nameOf } from './reading.ts'
import type { HandedOver } from './together.ts'
import { View, Words } from './words.tsx'

const sayTo = ({ reader }: HandedOver) => handingWords({ locale: reader.locale, voice: 'person' })
const hrefOf = ({ plan, outcome }: HandedOver) =>
	routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })

/** The same reading, as it speaks to the person: they are "you", and everyone else has a name. */
function toThePerson(handed: HandedOver): HandedOver {
	const { plan, reader, say } = handed
	return {
		...handed,
		reader: { locale: reader.locale, voice: 'person' },
		called: (id) => (id === plan.person.id ? say('you') : nameOf(handed, id)),
	}
}

/** The words that were handed over, under the mark and name of whose they are. */
function TheWords({ handed }: { handed: HandedOver }) {
	const theirs = toThePerson(handed)
	const { thing } = handed
	return 'reason' in thing ? <View {...theirs} view={thing} /> : <Words {...theirs} wording={thing} />
}

/** What is handed to the person: the words, and a yes and a no of the same size. It speaks to them, on another's device. */
export function handOverPage(handed: HandedOver, ways: WaysBeside, errors: Errors): Framed {
	const { plan, act, thing, csrf } = handed
	const say = sayTo(handed)
	const who = { name: plan.person.name, other: plan.me.name }
	const here = { person: plan.person.id, outcome: handed.outcome.id, thing: thing.id }
	const no = `${hrefOf(handed)}?done=notNow`
	const yes = say(act === 'agree' ? 'yes' : 'yesOwn')
	const isWrong = Object.keys(errors).length > 0
	return {
		title: say('tab'),
		status: isWrong ? 422 : 200,
		error: isWrong,
		handedOver: true,
		passkeys: ways.passkey,
		body: (
			<>
				<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
				<h1>{say(act === 'agree' ? 'heading' : 'headingOwn', who)}</h1>
				<div class="handed-over">
					<TheWords handed={handed} />
				</div>
				{act === 'agree' && isUnconfirmed(thing) && <p>{say('heard', who)}</p>}
				<p>{say('whose', who)}</p>
				<p>{say('once')}</p>
				<p>{say('again')}</p>
				<YesOrNo
					{...{ say, who, ways, errors, csrf, yes, no, hash: handed.hash, person: here.person }}
					to={routes.outcome.together.href(here)}
					begin={routes.outcome.beginTogether.href(here)}
				/>
			</>
		),
	}
}

/** Other words have come to stand since these were handed over: both are here, and nothing was agreed. */
export function changedPage(handed: HandedOver): Framed {
	const { outcome, thing } = handed
	const say = sayTo(handed)
	return {
		title: say('tab'),
		status: 409,
		body: (
			<>
				<h1>{say('changed')}</h1>
				<p>{say('changedNothing')}</p>
				<h2>{say('before')}</h2>
				<TheWords handed={handed} />
				{handed.now && handed.now !== thing && (
					<>
						<h2>{say('now')}</h2>
						<Words {...toThePerson(handed)} wording={handed.now} />
					</>
				)}
				<p>
					<Button href={routes.outcome.show.href({ person: handed.plan.person.id, outcome: outcome.id })}>
						{say('back')}
					</Button>
				</p>
			</>
		),
	}
}
