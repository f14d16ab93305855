import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Input } from '../../ui/Input.tsx'
import { most } from './plan.forms.ts'
import { currentWording } from './plan.ts'
import type { OutcomeReading, Reading, ToWrite } from './reading.ts'
import { besideWords } from './together.words.ts'
import { Words } from './words.tsx'

type Key =
	| 'writeDownTitle'
	| 'writeDownViewTitle'
	| 'writeDownHint'
	| 'enterHeard'
	| 'onPaper'
	| 'onPaperHint'
	| 'onPaperKey'
	| 'paperDayToCome'

/** What is said to whoever writes down what they hear the person say. */
export const sayScribe = ({ reader, plan }: Pick<Reading, 'reader' | 'plan'>, key: Key): string =>
	besideWords({ locale: reader.locale, voice: 'practitioner' })(key, { name: plan.person.name })

/** "What does Ann say?": a new outcome, or other words for one that is there. */
export function writeDownPage(reading: ToWrite<Reading> | ToWrite<OutcomeReading>, form: Form): Framed {
	const there = 'outcome' in reading ? reading : undefined
	return {
		title: reading.say('tabWrite'),
		backHref: backOf(reading),
		body: (
			<FormParts.Ask form={form} reader={reading.reader}>
				<h1>{sayScribe(reading, 'writeDownTitle')}</h1>
				{there && <Words {...there} wording={currentWording(there.outcome)} />}
				<Heard reading={reading} form={form} name="words" most={most.words} />
				{there && <input type="hidden" name="after" value={form.fields.after} />}
			</FormParts.Ask>
		),
	}
}

/** "How does Ann see it?" */
export function writeDownViewPage(reading: ToWrite<OutcomeReading>, form: Form): Framed {
	return {
		title: reading.say('tabWrite'),
		backHref: backOf(reading),
		body: (
			<FormParts.Ask form={form} reader={reading.reader}>
				<h1>{sayScribe(reading, 'writeDownViewTitle')}</h1>
				<Words {...reading} wording={currentWording(reading.outcome)} />
				<Heard reading={reading} form={form} name="reason" most={most.reason} />
			</FormParts.Ask>
		),
	}
}

type HeardProps = { reading: ToWrite<Reading>; form: Form; name: 'words' | 'reason'; most: number }

function Heard({ reading, form, name, most }: HeardProps) {
	const { reader, passedOn, plan } = reading
	return (
		<>
			<CharacterCount
				name={name}
				label={besideWords({ locale: reader.locale, voice: 'practitioner' })('heardWords', {
					name: plan.person.name,
				})}
				hint={sayScribe(reading, 'writeDownHint')}
				maxlength={most}
				rows={4}
				value={form.fields[name]}
				errorMessage={form.errors[name]}
			/>
			<Input
				name="paperDay"
				type="date"
				label={sayScribe(reading, 'onPaper')}
				hint={sayScribe(reading, 'onPaperHint')}
				value={form.fields.paperDay}
				errorMessage={form.errors.paperDay}
			/>
			<BeforeYouWrite reader={reader} passedOn={passedOn} />
		</>
	)
}

const backOf = (reading: Reading | OutcomeReading): string =>
	'outcome' in reading
		? routes.outcome.show.href({ person: reading.plan.person.id, outcome: reading.outcome.id })
		: routes.plan.show.href({ person: reading.plan.person.id })
