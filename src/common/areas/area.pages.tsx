import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import type { SignedOff, Staff } from './area.queries.ts'
import type { areaSetUpWords } from './area.words.ts'

type Common = { say: ReturnType<typeof areaSetUpWords>; csrf: string }
type AreaProps = Common & {
	areaName: string
	me: string
	staff: Staff[]
	signedOff: SignedOff
	/** Whether staff must come in by more than a secret. */
	needStrong: boolean
	now: Date
	day(moment: Date): string
}

/** An area as its lead sees it: who works here, and what people are told before they write. */
export function AreaPage({ say, csrf, areaName, me, staff, signedOff, needStrong, now, day }: AreaProps) {
	const isHere = (one: Staff) => !one.endedAt || one.endedAt > now
	return (
		<>
			<h1>{say('heading', { area: areaName })}</h1>
			<h2>{say('staffHeading')}</h2>
			<ul class="staff">
				{staff.filter(isHere).map((one) => (
					<li key={one.standing}>
						<p>
							<strong>
								<bdi>{one.name}</bdi>
							</strong>
							<br />
							{say(one.kind, { day: day(one.beganAt) })}
							{one.cardUntil && (
								<>
									<br />
									{say('cardOpen', { day: day(one.cardUntil) })}
								</>
							)}
						</p>
						{one.account !== me && (
							<>
								<p>
									<a class="act-link" href={routes.area.staffCard.href({ account: one.account })}>
										{say('card')} <span class="visually-hidden">{say('cardFor', { name: one.name })}</span>
									</a>
								</p>
								<p>
									<a class="act-link" href={routes.area.byRole.href({ account: one.account })}>
										{say('byRole')} <span class="visually-hidden">{say('endOf', { name: one.name })}</span>
									</a>
								</p>
								<Details
									summary={
										<>
											{say('end')} <span class="visually-hidden">{say('endOf', { name: one.name })}</span>
										</>
									}
								>
									<p>{say('endTold', { name: one.name })}</p>
									<form method="post" action={routes.area.endStaff.href({ standing: one.standing })}>
										<input type="hidden" name="csrf" value={csrf} />
										<Button kind="secondary">{say('endNow', { name: one.name })}</Button>
									</form>
								</Details>
							</>
						)}
					</li>
				))}
			</ul>
			{staff.some((one) => !isHere(one)) && (
				<ul class="staff quiet">
					{staff
						.filter((one) => !isHere(one))
						.map((one) => (
							<li key={one.standing}>
								<bdi>{one.name}</bdi>: {say('was', { from: day(one.beganAt), to: day(one.endedAt ?? now) })}
							</li>
						))}
				</ul>
			)}
			<p>
				<a class="act-link" href={routes.workLeft.show.href()}>
					{say('toWorkLeft')}
				</a>
			</p>
			<p>
				<Button href={routes.area.addStaff.href()}>{say('addStaff')}</Button>
			</p>
			<h2>{say('strongHeading')}</h2>
			<p>{say(needStrong ? 'strongIs' : 'strongIsNot')}</p>
			<p>{say(needStrong ? 'strongOffWhat' : 'strongOnWhat')}</p>
			<form method="post" action={routes.area.askForMore.href()}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="secondary" name="needed" value={needStrong ? 'no' : 'yes'} preventDoubleClick>
					{say(needStrong ? 'strongOff' : 'strongOn')}
				</Button>
			</form>
			<h2>{say('passedOnHeading')}</h2>
			<p>{say('passedOnWhy')}</p>
			{signedOff.words.split(/\n+/).map((line) => (
				<p key={line} class="own-words" dir="auto">
					<bdi>{line}</bdi>
				</p>
			))}
			{signedOff.at && (
				<p class="quiet">
					{signedOff.by
						? say('signedOffBy', { name: signedOff.by, day: day(signedOff.at) })
						: say('signedOff', { day: day(signedOff.at) })}
				</p>
			)}
			<p>
				<a class="act-link" href={routes.area.passedOn.href()}>
					{say('changePassedOn')}
				</a>
			</p>
		</>
	)
}

type FormProps = Common & { fields: Fields; errors: Errors; once: string }

/** A new member of staff: their name and what they are here. */
export function AddStaffPage({ say, csrf, fields, errors, once }: FormProps) {
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{say('addHeading')}</h1>
			<form method="post" action={routes.area.addStaff.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="once" value={once} />
				<Input name="name" label={say('name')} value={fields.name} errorMessage={errors.name} autocomplete="off" />
				<Radios
					name="kind"
					legend={say('kind')}
					value={fields.kind}
					errorMessage={errors.kind}
					items={[
						{ value: 'practitioner', text: say('kindPractitioner'), hint: say('kindPractitionerHint') },
						{ value: 'lead', text: say('kindLead'), hint: say('kindLeadHint') },
					]}
				/>
				<Button preventDoubleClick>{say('add')}</Button>
			</form>
		</>
	)
}

/** What must be passed on, to be signed off anew. */
export function PassedOnPage({ say, csrf, fields, errors, once }: FormProps) {
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<form method="post" action={routes.area.passedOn.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="once" value={once} />
				<Textarea
					name="words"
					label={say('passedOnLabel')}
					isPageHeading
					hint={say('passedOnHint')}
					value={fields.words}
					errorMessage={errors.words}
					rows={10}
				/>
				<Button preventDoubleClick>{say('signOff')}</Button>
			</form>
		</>
	)
}
