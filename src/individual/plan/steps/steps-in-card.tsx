import { VoiceName } from '../../../ui/Voice.tsx'
import type { OutcomeReading } from '../reading.ts'
import { ByWhen, lateKey } from './step-list.tsx'
import { isLate, stateOf, stepsAskedOf, whenOf, wordsOfStep } from './steps.ts'
import { stepWords } from './steps.words.ts'

/** The steps of an outcome among all the outcomes of a plan: those that stand, and those that wait for the reader's word. */
export function StepsInCard({
	outcome,
	plan,
	reader,
	called,
	hand,
	day,
	today,
}: Omit<OutcomeReading, 'csrf'> & { today: string }) {
	const say = stepWords(reader)
	const standing = outcome.steps.filter((step) => stateOf(step) === 'standing')
	const asked = stepsAskedOf(outcome.steps, plan.me.id)
	if (standing.length + asked.length === 0) return null
	return (
		<>
			<p class="outcome__label">{say('steps')}</p>
			<ul class="brings">
				{standing.map((step) => {
					const late = isLate(step, today) ? lateKey(hand(step.whoseId)) : undefined
					const when = <ByWhen when={whenOf(step)} late={late} reader={reader} day={day} />
					return (
						<li key={step.id}>
							<VoiceName hand={hand(step.whoseId)} name={called(step.whoseId)} />
							{': '}
							<bdi data-own-words="">{wordsOfStep(step)}</bdi> {late ? <strong>{when}</strong> : when}
						</li>
					)
				})}
				{asked.map((step) => (
					<li key={step.id}>
						<VoiceName hand={hand(step.writtenById)} name={say('askedYou', { name: called(step.writtenById) })} />
						{': '}
						<bdi data-own-words="">{step.words}</bdi>
					</li>
				))}
			</ul>
		</>
	)
}
