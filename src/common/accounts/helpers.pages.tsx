import { dayIn, timeIn } from '../../platform/days.ts'
import type { Errors, Fields } from '../../platform/forms.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import { WarningText } from '../../ui/WarningText.tsx'
import type { Helped, Known } from './helpers.queries.ts'
import type { helperWords } from './helpers.words.ts'

type Common = { say: ReturnType<typeof helperWords>; csrf: string; errors: Errors }

type HelpersProps = Common & {
	known: readonly Known[]
	/** Whom I have named, by id. */
	named: readonly string[]
	/** Why I can name nobody. */
	cannot: 'staff' | 'noName' | 'tooFew' | undefined
}

/** Two people who can help me back in: what it means, whom I have named, and the way to name others. */
export function HelpersPage({ say, csrf, errors, known, named, cannot }: HelpersProps) {
	const still = known.filter(({ id }) => named.includes(id))
	const items = [
		{ text: say('choose'), value: '' },
		...known.map(({ id, name, tie }) => ({ text: say(tie, { name }), value: id })),
	]
	return (
		<>
			<ErrorSummary errorList={errors.one ? [{ text: errors.one, href: '#one' }] : []} />
			<h1>{say('heading')}</h1>
			<p>
				{say('what')} {say('how')}
			</p>
			<p>
				{say('wait')} {say('never')}
			</p>
			<WarningText>{say('think')}</WarningText>
			<p>
				{say('askFirst')} {say('card')}
			</p>
			<p>{say(still.length > 0 ? 'now' : 'nobody')}</p>
			{still.length > 0 && (
				<ul>
					{still.map(({ id, name, tie }) => (
						<li key={id}>
							<bdi>{say(tie, { name })}</bdi>
						</li>
					))}
				</ul>
			)}
			{still.length < named.length && <p>{say('gone')}</p>}
			{cannot ? (
				<p>{say(cannot)}</p>
			) : (
				<form method="post" action={routes.account.helpers.href()} noValidate>
					<input type="hidden" name="csrf" value={csrf} />
					<Select name="one" label={say('first')} items={items} value={named[0]} errorMessage={errors.one} />
					<Select name="other" label={say('second')} items={items} value={named[1]} />
					<Button preventDoubleClick>{say('name')}</Button>
				</form>
			)}
			{named.length > 0 && (
				<form method="post" action={routes.account.endHelpers.href()}>
					<input type="hidden" name="csrf" value={csrf} />
					<Button kind="secondary" preventDoubleClick>
						{say('end')}
					</Button>
				</form>
			)}
		</>
	)
}

/** For one of the two: whether somebody asks now, what to do about it, and how to say no to all of it. */
export function HelpingPage(props: Common & { locale: Locale; one: Helped; fields: Fields }) {
	const { say, csrf, locale, one, errors } = props
	const { account, name, askedAt, iSaidYes, readyAt } = one
	return (
		<>
			<ErrorSummary errorList={errors.number ? [{ text: errors.number, href: '#number' }] : []} />
			<h1>
				<bdi>{say('pageHeading', { name })}</bdi>
			</h1>
			<p>
				<bdi>{say(askedAt ? 'asks' : 'canHelp', { name })}</bdi>
			</p>
			{!askedAt && <p>{say('nothing')}</p>}
			{readyAt && <p>{say('ready', { day: dayIn(readyAt, locale), time: timeIn(readyAt, locale) })}</p>}
			{iSaidYes && !readyAt && (
				<p>
					{say('saidYes')} {say('waitsForOther')}
				</p>
			)}
			{askedAt && !readyAt && !iSaidYes && <TypeNumber {...props} />}
			{askedAt && (
				<>
					<p>{say('pressed', { name })}</p>
					<form method="post" action={routes.helping.stop.href({ account })}>
						<input type="hidden" name="csrf" value={csrf} />
						<Button kind="secondary" preventDoubleClick>
							{say('stop')}
						</Button>
					</form>
				</>
			)}
			<h2>{say('declineHeading')}</h2>
			<p>{say('decline', { name })}</p>
			<form method="post" action={routes.helping.decline.href({ account })}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="secondary" preventDoubleClick>
					{say('declineNow')}
				</Button>
			</form>
		</>
	)
}

function TypeNumber({ say, csrf, one, errors, fields }: Common & { one: Helped; fields: Fields }) {
	const { account, name } = one
	return (
		<>
			<p>{say('speak', { name })}</p>
			<p>{say('askNumber')}</p>
			<form method="post" action={routes.helping.show.href({ account })} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Input
					name="number"
					label={say('number', { name })}
					hint={say('numberHint')}
					value={fields.number}
					errorMessage={errors.number}
					inputmode="numeric"
					autocomplete="off"
					spellcheck={false}
				/>
				<Button preventDoubleClick>{say('yes', { name })}</Button>
			</form>
		</>
	)
}
