import type { Form } from '../../../common/drafts/index.ts'
import { routes } from '../../../routes.ts'
import { Input } from '../../../ui/Input.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { Select } from '../../../ui/Select.tsx'
import { VoiceName } from '../../../ui/Voice.tsx'
import { OwnWords } from '../brings.tsx'
import { currentWording, type Outcome } from '../plan.ts'
import type { Reading } from '../reading.ts'
import { most } from './hope.forms.ts'
import type { Hope } from './hope.ts'
import type { hopeWords } from './hope.words.ts'

type SayHope = ReturnType<typeof hopeWords>
type Told = Pick<Reading, 'plan' | 'called' | 'hand' | 'day'> & { sayHope: SayHope }

/** The real thing that stands beside a hope, with whose it is and by when; or honestly nothing yet. */
export function BesideHope(props: Told & { hope: Hope; outcomes: readonly Outcome[] }) {
	const { hope, outcomes, sayHope } = props
	const outcome = outcomes.find((one) => one.id === hope.outcome)
	if (!outcome && !hope.known && !hope.somebody && !hope.opportunity && !hope.could)
		return <p>{sayHope('nothingBeside')}</p>
	return (
		<>
			<p>{sayHope('beside')}</p>
			{outcome && <InPlan {...props} outcome={outcome} />}
			{hope.known && (
				<p>
					<VoiceName hand={props.hand(hope.known.id)} name={hope.known.name} />
				</p>
			)}
			{hope.could && (
				<p>
					<a
						href={routes.opportunities.show.href({ person: props.plan.person.id, opportunity: hope.could.id })}
						class="own-words"
						data-own-words=""
						dir="auto"
					>
						<bdi>{hope.could.words}</bdi>
					</a>
				</p>
			)}
			{(hope.somebody || hope.opportunity) && <OwnWords>{hope.somebody ?? hope.opportunity ?? ''}</OwnWords>}
		</>
	)
}

function InPlan({ hope, outcome, called, hand, day, sayHope }: Told & { hope: Hope; outcome: Outcome }) {
	const brought = outcome.contributions.find(({ id }) => id === hope.contribution)
	const href = routes.outcome.show.href({ person: outcome.person, outcome: outcome.id })
	const words = brought?.words ?? currentWording(outcome).words
	return (
		<>
			<p>
				{brought && (
					<>
						<VoiceName hand={hand(brought.broughtById)} name={called(brought.broughtById)} />
						{': '}
					</>
				)}
				<a href={href} class="own-words" data-own-words="" dir="auto">
					<bdi>{words}</bdi>
				</a>
			</p>
			{brought?.byDay && !brought.doneAt && !brought.takenBackAt && <p>{sayHope('by', { day: day(brought.byDay) })}</p>}
			{brought?.doneAt && <p>{sayHope('done', { day: day(brought.doneAt) })}</p>}
			{brought?.takenBackAt && <p>{sayHope('takenBack', { day: day(brought.takenBackAt) })}</p>}
		</>
	)
}

/** What of one's plan, and whom, one can put beside a hope. */
export type Choosable = {
	things: { value: string; text: string }[]
	known: { id: string; name: string }[]
	coulds: { id: string; words: string }[]
}

/** Everything in the plan that a hope can be tied to: outcomes, and what somebody brings to them and has not taken back. */
export function thingsIn(outcomes: readonly Outcome[], { called, sayHope }: Pick<Told, 'called' | 'sayHope'>) {
	return outcomes.flatMap((outcome) => [
		{ value: outcome.id, text: sayHope('thingOutcome', { words: currentWording(outcome).words }) },
		...outcome.contributions
			.filter(({ takenBackAt }) => !takenBackAt)
			.map(({ id, broughtById, words }) => ({
				value: `${outcome.id}/${id}`,
				text: sayHope('thingBrings', { name: called(broughtById), words }),
			})),
	])
}

/** The question: what real thing stands beside it? Nothing yet is an answer. */
export function BesideFields({
	form: { fields, errors },
	sayHope,
	things,
	known,
	coulds,
	isPageHeading,
}: Choosable & { form: Form; sayHope: SayHope; isPageHeading?: boolean }) {
	const choose = { value: '', text: sayHope('choose') }
	const wordsOf = (name: 'somebody' | 'opportunity', label: string) => (
		<Input
			name={name}
			label={label}
			value={fields[name]}
			errorMessage={errors[name]}
			attributes={{ maxlength: String(most.beside) }}
		/>
	)
	return (
		<Radios
			name="beside"
			legend={sayHope('besideTitle')}
			isPageHeading={isPageHeading}
			hint={sayHope('besideHint')}
			value={fields.beside}
			errorMessage={errors.beside}
			items={[
				things.length > 0 && {
					value: 'plan',
					text: sayHope('besidePlan'),
					hint: sayHope('besidePlanHint'),
					conditional: (
						<Select
							name="thing"
							label={sayHope('whichThing')}
							value={fields.thing}
							errorMessage={errors.thing}
							items={[choose, ...things]}
						/>
					),
				},
				known.length > 0 && {
					value: 'known',
					text: sayHope('besideKnown'),
					conditional: (
						<Select
							name="known"
							label={sayHope('whoKnown')}
							value={fields.known}
							errorMessage={errors.known}
							items={[choose, ...known.map(({ id, name }) => ({ value: id, text: name }))]}
						/>
					),
				},
				{ value: 'somebody', text: sayHope('besideSomebody'), conditional: wordsOf('somebody', sayHope('whoElse')) },
				coulds.length > 0 && {
					value: 'could',
					text: sayHope('besideCould'),
					conditional: (
						<Select
							name="could"
							label={sayHope('whichCould')}
							value={fields.could}
							errorMessage={errors.could}
							items={[choose, ...coulds.map(({ id, words }) => ({ value: id, text: words }))]}
						/>
					),
				},
				{
					value: 'opportunity',
					text: sayHope('besideOpportunity'),
					hint: sayHope('besideOpportunityHint'),
					conditional: wordsOf('opportunity', sayHope('whatOpportunity')),
				},
				{ value: 'nothing', text: sayHope('besideNothing') },
			]}
		/>
	)
}
