import { Fragment } from 'preact'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { VoiceName } from '../../../ui/Voice.tsx'
import { OneButton } from '../one-button.tsx'
import type { OutcomeReading, Reading } from '../reading.ts'
import {
	answerTo,
	endOf,
	isLate,
	isOpenStep,
	type Step,
	stateOf,
	stepsAskedOf,
	type When,
	whenOf,
	whensOf,
	wordsOfStep,
} from './steps.ts'
import { stepWords } from './steps.words.ts'

type Props = OutcomeReading & { today: string }

/** The steps of an outcome: what is to be done, by whom and by when; what is done or set aside is folded away. */
export function Steps(props: Props) {
	const { plan, outcome, reader } = props
	const say = stepWords(reader)
	// What waits for the reader stands on top of the page.
	const steps = outcome.steps.filter((one) => !stepsAskedOf(outcome.steps, plan.me.id).includes(one))
	const settled = steps.filter((step) => !isOpenStep(step))
	return (
		<section>
			<h2>{say('steps')}</h2>
			{outcome.steps.length === 0 && <p>{say('nothing')}</p>}
			<StepItems {...props} steps={steps.filter(isOpenStep)} />
			{settled.length > 0 && (
				<Details summary={say('settled', { count: settled.length })}>
					<StepItems {...props} steps={settled} />
				</Details>
			)}
			<p>
				<Button href={routes.step.write.href({ person: plan.person.id, outcome: outcome.id })} kind="secondary">
					{say('write')}
				</Button>
			</p>
		</section>
	)
}

/** Steps one under the other, each with what can be done about it. */
export function StepItems({ steps, ...props }: Props & { steps: readonly Step[] }) {
	if (steps.length === 0) return null
	return (
		<ul class="brings">
			{steps.map((step) => (
				<li key={step.id}>
					<OneStep {...props} step={step} />
				</li>
			))}
		</ul>
	)
}

function OneStep(props: Props & { step: Step }) {
	const { step, reader, called, calledWithin, hand, day, plan } = props
	const say = stepWords(reader)
	const me = plan.me.id
	const isAsked = step.whoseId !== step.writtenById
	const state = stateOf(step)
	const isYes = answerTo(step)?.kind === 'accepted' || answerTo(step)?.kind === 'differently'
	const asking = { name: called(step.writtenById), other: calledWithin(step.whoseId) }
	const askedBy =
		step.writtenById === me
			? say('youAsked', { name: called(step.whoseId) })
			: say(step.whoseId === me ? 'askedYou' : 'askedName', asking)
	return (
		<>
			<p>
				{isAsked && !isYes ? (
					<VoiceName hand={hand(step.writtenById)} name={askedBy} />
				) : (
					<VoiceName hand={hand(step.whoseId)} name={called(step.whoseId)} />
				)}
			</p>
			<OwnWords>{wordsOfStep(step)}</OwnWords>
			{isOpenStep(step) && <WhenLine {...props} />}
			{answerTo(step)?.kind === 'differently' && (
				<>
					<p>{say(step.writtenById === me ? 'askedFirstYou' : 'askedFirst', { name: called(step.writtenById) })}</p>
					<OwnWords>{step.words}</OwnWords>
				</>
			)}
			<HowItEnded {...props} />
			{state === 'standing' && step.whoseId === me && <OwnStep {...props} />}
			{state === 'waiting' && <Waiting {...props} />}
			{whensOf(step)
				.slice(0, -1)
				.map((before) => (
					<Before key={`${before.said} ${before.day}`} before={before} reader={reader} day={day} />
				))}
		</>
	)
}

/** By when: the day, and the words in which it was said; where it has passed, that. */
function WhenLine({ step, reader, hand, day, today }: Props & { step: Step }) {
	const late = isLate(step, today)
	return (
		<p class={late ? 'overdue' : undefined}>
			<ByWhen when={whenOf(step)} late={late ? lateKey(hand(step.whoseId)) : undefined} reader={reader} day={day} />
		</p>
	)
}

/** How a day that has passed is told: of a service it is a promise; of anyone else only the day. */
export const lateKey = (hand: 'person' | 'practitioner' | 'third') =>
	hand === 'practitioner' ? 'latePromised' : 'late'

type ByWhenProps = Pick<Reading, 'reader' | 'day'> & { when: When; late: 'late' | 'latePromised' | undefined }

/** By when in a sentence, with the words in which it was said where they say more than the day. */
export function ByWhen({ when: { said, day: on }, late, reader, day }: ByWhenProps) {
	const say = stepWords(reader)
	if (!said) return <>{say('noHurry')}</>
	const words = <bdi data-own-words="">{said}</bdi>
	if (!on)
		return (
			<>
				{say('bySaid')} {words}
			</>
		)
	return (
		<>
			{say(late ?? 'by', { day: day(on) })}
			{!/\d/.test(said) && !late && <> ({words})</>}
		</>
	)
}

function Before({ before, reader, day }: Pick<Reading, 'reader' | 'day'> & { before: When }) {
	const say = stepWords(reader)
	if (before.day) return <p class="quiet">{say('dayBefore', { day: day(before.day) })}</p>
	if (!before.said) return <p class="quiet">{say('hurryBefore')}</p>
	return (
		<p class="quiet">
			{say('wordsBefore')} <bdi data-own-words="">{before.said}</bdi>
		</p>
	)
}

function HowItEnded({ step, reader, say, day }: Props & { step: Step }) {
	const sayOfSteps = stepWords(reader)
	const answer = answerTo(step)
	const end = endOf(step)
	switch (stateOf(step)) {
		case 'done':
			return <p>{end && say('doneOn', { day: day(end.madeAt) })}</p>
		case 'set_aside':
			return (
				<>
					<p>{end && sayOfSteps('setAsideOn', { day: day(end.madeAt) })}</p>
					{end?.words && <OwnWords>{end.words}</OwnWords>}
				</>
			)
		case 'declined':
			return (
				<>
					<p>{answer && say('answered', { day: day(answer.madeAt), answer: say('declined') })}</p>
					{answer?.words && <OwnWords>{answer.words}</OwnWords>}
				</>
			)
		case 'taken_back':
			return <p>{answer && say('requestTakenBack', { day: day(answer.madeAt) })}</p>
		default:
			return null
	}
}

/** What its own one can say of a step that stands. */
function OwnStep(props: Props & { step: Step }) {
	const { step, plan, outcome, say, reader } = props
	const sayOfSteps = stepWords(reader)
	const here = { person: plan.person.id, outcome: outcome.id, step: step.id }
	const about = (
		<span class="visually-hidden" data-own-words="">
			: {wordsOfStep(step)}
		</span>
	)
	return (
		<div class="button-group">
			<OneButton {...props} kind="secondary" to={routes.step.done.href(here)}>
				<Fragment>
					{say('done')}
					{about}
				</Fragment>
			</OneButton>
			<Button kind="secondary" href={routes.step.anotherDay.href(here)}>
				{sayOfSteps('anotherDay')}
				{about}
			</Button>
			<Button kind="secondary" href={routes.step.setAside.href(here)}>
				{sayOfSteps('setAside')}
				{about}
			</Button>
		</div>
	)
}

/** A step that waits for its own one's word. */
function Waiting(props: Props & { step: Step }) {
	const { step, plan, outcome, say } = props
	const here = { person: plan.person.id, outcome: outcome.id, step: step.id }
	if (step.whoseId === plan.me.id) {
		return (
			<p>
				<Button href={routes.step.answer.href(here)}>{say('answer')}</Button>
			</p>
		)
	}
	return (
		<>
			<p>{say('waitsForAnswer')}</p>
			{step.writtenById === plan.me.id && (
				<OneButton {...props} kind="secondary" to={routes.step.takeBack.href(here)}>
					{say('takeBack')}
				</OneButton>
			)}
		</>
	)
}

function OwnWords({ children }: { children: string }) {
	return (
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{children}</bdi>
		</p>
	)
}
