import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import type { ByRole } from './by-role.queries.ts'
import type { byRoleWords } from './by-role.words.ts'

type Common = {
	say: ReturnType<typeof byRoleWords>
	now: ByRole | undefined
	day(moment: Date): string
}

function Why({ say, now }: Common) {
	if (!now) return null
	return <SummaryList rows={[{ key: say('why'), value: <bdi data-own-words="">{now.reason}</bdi> }]} />
}

/** What a member of staff is told of how records tell of them. */
export function OwnByRolePage({ say, now, day }: Common) {
	return (
		<>
			<h1>{say('ownHeading')}</h1>
			<p>{say('what')}</p>
			<p>{now ? say('ownByRole', { day: day(now.setAt) }) : say('ownByName')}</p>
			<Why {...{ say, now, day }} />
			<p>{say('ownAsk')}</p>
		</>
	)
}

type Setting = Common & {
	csrf: string
	staff: { account: string; name: string }
	once: string
	fields: Fields
	errors: Errors
}

/** A lead sets or ends, with a reason, that records tell of somebody by role. */
export function ByRolePage({ say, csrf, staff: { account, name }, now, day, once, fields, errors }: Setting) {
	const to = now ? routes.area.endByRole : routes.area.byRole
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p>
				{say('what')} {say('only', { name })}
			</p>
			<p>{now ? say('byRole', { name, day: day(now.setAt) }) : say('byName', { name })}</p>
			<Why {...{ say, now, day }} />
			<form method="post" action={to.href({ account })} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="once" value={once} />
				<Textarea
					name="reason"
					label={say(now ? 'endReason' : 'reason')}
					hint={say(now ? 'endHint' : 'reasonHint', { name })}
					value={fields.reason}
					errorMessage={errors.reason}
					rows={3}
				/>
				<Button preventDoubleClick>{say(now ? 'end' : 'set', { name })}</Button>
			</form>
		</>
	)
}
