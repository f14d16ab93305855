import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { type Difference, hasAgreed, type Wording } from './plan.ts'
import type { OutcomeReading } from './reading.ts'
import { besideWords } from './together.words.ts'

/** What a practitioner can do beside the person: hand over the device for a yes, write down what they say. */
export function Together(props: OutcomeReading & { wording: Wording }) {
	const { plan, reader, outcome, wording } = props
	if (reader.voice !== 'practitioner') return null
	const say = besideWords({ locale: reader.locale, voice: 'practitioner' })
	const here = { person: plan.person.id, outcome: outcome.id }
	const { name } = plan.person
	return (
		<>
			{!hasAgreed(outcome, plan.person.id) && !wording.heard?.disownedAt && (
				<Button href={routes.outcome.together.href({ ...here, thing: wording.id })} kind="secondary">
					{say('together')}
				</Button>
			)}
			<Button href={routes.outcome.writeDown.href(here)} kind="secondary">
				{say('writeDown', { name })}
			</Button>
			<Button href={routes.outcome.writeDownView.href(here)} kind="secondary">
				{say('writeDownView', { name })}
			</Button>
		</>
	)
}

/** Where a practitioner wrote down how the person sees it: hands over the device, so that the person can say it is theirs. */
export function TogetherView({ plan, reader, outcome, view }: OutcomeReading & { view: Difference }) {
	if (reader.voice !== 'practitioner') return null
	const href = routes.outcome.together.href({ person: plan.person.id, outcome: outcome.id, thing: view.id })
	return (
		<p>
			<Button href={href} kind="secondary">
				{besideWords({ locale: reader.locale, voice: 'practitioner' })('togetherOwn')}
			</Button>
		</p>
	)
}
