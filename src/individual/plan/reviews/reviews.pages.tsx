import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { isoDay } from '../../../platform/days.ts'
import type { Errors, Fields } from '../../../platform/forms.ts'
import { allOf } from '../../../platform/lists.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Input } from '../../../ui/Input.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { VoiceLine, VoiceName } from '../../../ui/Voice.tsx'
import { OneButton } from '../one-button.tsx'
import { most } from '../plan.forms.ts'
import type { Outcome } from '../plan.ts'
import type { ToWrite } from '../reading.ts'
import { PlanThen, WhatChanged } from './days.page.tsx'
import { between, planOn } from './days.ts'
import type { LookingBack, ReviewReading } from './reading-back.ts'
import { isToCome, type Preparation, type Prepared, type Review } from './reviews.queries.ts'

type ListProps = LookingBack & { reviews: Review[]; fields: Fields; errors: Errors; once: string }

/** Looking back: what is being prepared, what was held before, and any two days. */
export function ReviewsPage(props: ListProps) {
	const { plan, tell, csrf, reviews, fields, errors, once, day } = props
	const person = plan.person.id
	const open = reviews.find(isToCome)
	const past = reviews.filter((one) => !isToCome(one))
	const lastHeld = past.find(({ heldAt }) => heldAt)?.heldAt
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{tell('heading')}</h1>
			<p>{tell('intro')}</p>
			{open ? (
				<section>
					<h2>{tell('toCome')}</h2>
					<p>{open.forDay ? tell('forDay', { day: day(open.forDay) }) : tell('noDay')}</p>
					<p>
						<Button href={routes.reviews.show.href({ person, review: open.id })}>{tell('open')}</Button>
					</p>
				</section>
			) : (
				<form method="post" action={routes.reviews.list.href({ person })} noValidate>
					<input type="hidden" name="csrf" value={csrf} />
					<input type="hidden" name="once" value={once} />
					<Input
						name="forDay"
						type="date"
						label={tell('day')}
						hint={tell('dayHint')}
						value={fields.forDay}
						errorMessage={errors.forDay}
					/>
					<Button preventDoubleClick>{tell('begin')}</Button>
				</form>
			)}
			<section>
				<h2>{tell('past')}</h2>
				{past.length === 0 && <p>{tell('pastNothing')}</p>}
				<ul>
					{past.map((one) => (
						<li key={one.id}>
							<a class="act-link" href={routes.reviews.show.href({ person, review: one.id })}>
								{one.heldAt
									? tell('heldOn', { day: day(one.heldAt) })
									: tell('setAsideOn', { day: day(one.setAsideAt ?? one.begunAt) })}
							</a>
						</li>
					))}
				</ul>
			</section>
			<section>
				<h2>{tell('daysHeading')}</h2>
				<p>{tell('daysIntro')}</p>
				<form method="get" action={routes.reviews.between.href({ person })} noValidate>
					{(['from', 'to'] as const).map((name) => (
						<Input
							key={name}
							name={name}
							type="date"
							label={tell(name)}
							hint={tell('dateHint')}
							value={fields[name] ?? firstDay(name, lastHeld ?? undefined)}
							errorMessage={errors[name]}
						/>
					))}
					<Button kind="secondary">{tell('compare')}</Button>
				</form>
			</section>
		</>
	)
}

/** What stands in a field before anything was typed: the day of the last time, and today. */
const firstDay = (name: 'from' | 'to', last: Date | undefined): string | undefined =>
	name === 'to' ? isoDay(new Date()) : last && isoDay(last)

type ReviewProps = ReviewReading & { outcomes: Outcome[]; last: Date | undefined; now: Date }

/** One time of looking back: who is ready, what each wrote, what changed, and how the plan read. */
export function ReviewPage(props: ReviewProps) {
	const { plan, tell, review, preparations, ready, others, called, hand, day, outcomes, last, now } = props
	const here = { person: plan.person.id, review: review.id }
	const until = review.heldAt ?? now
	const isOpen = isToCome(review)
	const amReady = ready.includes(plan.me.id)
	return (
		<>
			<h1>{tell('one')}</h1>
			<p>{review.forDay ? tell('forDay', { day: day(review.forDay) }) : isOpen && tell('noDay')}</p>
			<p>
				{review.begunById === plan.me.id
					? tell('begunYou', { day: day(review.begunAt) })
					: tell('begunName', { name: called(review.begunById), day: day(review.begunAt) })}
			</p>
			{review.heldAt && review.heldById && (
				<p>
					<VoiceLine hand={hand(review.heldById)}>
						{review.heldById === plan.me.id
							? tell('saidYou', { day: day(review.heldAt) })
							: tell('saidName', { name: called(review.heldById), day: day(review.heldAt) })}
					</VoiceLine>
				</p>
			)}
			{isOpen && (
				<>
					<ul class="ties">
						{amReady && (
							<li>
								<VoiceLine hand={hand(plan.me.id)}>{tell('readyYou')}</VoiceLine>
							</li>
						)}
						{others.map(({ id, name }) => (
							<li key={id}>
								<VoiceLine hand={hand(id)}>
									{tell(ready.includes(id) ? 'readyName' : 'notReadyName', { name })}
								</VoiceLine>
							</li>
						))}
					</ul>
					<InsetText>{tell('apart')}</InsetText>
					<p>
						<Button href={routes.reviews.prepare.href(here)} {...(amReady ? { kind: 'secondary' } : {})}>
							{tell(amReady ? 'prepareAgain' : 'prepare')}
						</Button>
					</p>
				</>
			)}
			{preparations.length > 0 && (
				<section>
					<h2>{tell(preparations.length > 1 || !isOpen ? 'sideBySide' : 'mine')}</h2>
					{preparations.map((one) => (
						<OnePreparation key={one.accountId} {...props} one={one} />
					))}
				</section>
			)}
			<section>
				<h2>{last ? tell('since', { day: day(last) }) : tell('sinceFirst')}</h2>
				<WhatChanged {...props} all={between(outcomes, last ?? new Date(0), until)} />
			</section>
			{review.heldAt && (
				<section>
					<h2>{tell('planThen')}</h2>
					<PlanThen {...props} outcomes={planOn(outcomes, review.heldAt)} />
				</section>
			)}
			{isOpen && (
				<>
					<p>{tell('paper')}</p>
					<div class="button-group">
						<OneButton {...props} to={routes.reviews.hold.href(here)}>
							{tell('held')}
						</OneButton>
						<OneButton {...props} to={routes.reviews.setAside.href(here)} kind="secondary">
							{tell('setAside')}
						</OneButton>
					</div>
				</>
			)}
		</>
	)
}

const parts = ['good', 'hard', 'other'] as const

function OnePreparation({ one, tell, called, hand }: ReviewReading & { one: Preparation }) {
	return (
		<section class="outcome">
			<h3>
				<VoiceName hand={hand(one.accountId)} name={called(one.accountId)} />
			</h3>
			<dl class="turn">
				{parts.map((part) => (
					<div key={part}>
						<dt>{tell(part)}</dt>
						{one[part] === null ? (
							<dd class="quiet">{tell('nothingWritten')}</dd>
						) : (
							<dd data-own-words="" dir="auto">
								<bdi>{one[part]}</bdi>
							</dd>
						)}
					</div>
				))}
			</dl>
		</section>
	)
}

/** What went well, what was hard, what to talk about: each by oneself. */
export function preparePage(reading: ToWrite<ReviewReading>, form: Form): Framed {
	const { tell, plan, review, reader, passedOn, name } = reading
	return {
		title: tell('prepareTab'),
		backHref: routes.reviews.show.href({ person: plan.person.id, review: review.id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{tell('prepareTitle')}</h1>
				<p>{tell('prepareIntro')}</p>
				<p>{tell('apart')}</p>
				{parts.map((part) => (
					<CharacterCount
						key={part}
						name={part}
						label={tell(part)}
						hint={tell(`${part}Hint`, { name })}
						maxlength={most.reason}
						value={form.fields[part]}
						errorMessage={form.errors[part]}
					/>
				))}
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** What was written, before it is kept for both. */
export function prepareCheckPage({ tell, others, reader }: ReviewReading, form: Form, prepared: Prepared): Framed {
	const names = allOf(
		others.map(({ name }) => name),
		reader.locale,
	)
	return {
		title: tell('checkTitle'),
		backHref: form.action,
		body: (
			<>
				<h1>{tell('checkTitle')}</h1>
				<SummaryList
					rows={parts
						.filter((part) => prepared[part] !== null)
						.map((part) => ({
							key: tell(part),
							value: (
								<span class="own-words" data-own-words="" dir="auto">
									<bdi>{prepared[part]}</bdi>
								</span>
							),
						}))}
				/>
				<InsetText>{names ? tell('shareLater', { name: names }) : tell('shareNobody')}</InsetText>
				<FormParts.Share form={form} reader={reader}>
					{tell('keep')}
				</FormParts.Share>
			</>
		),
	}
}
