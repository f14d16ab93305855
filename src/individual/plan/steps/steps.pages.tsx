import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Input } from '../../../ui/Input.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { Said } from '../../../ui/Said.tsx'
import { askable, type OutcomeReading, type ToBring } from '../reading.ts'
import { mostOfStep } from './steps.forms.ts'
import { type Step, whenOf, wordsOfStep } from './steps.ts'
import { stepWords } from './steps.words.ts'

/** An outcome opened to somebody who says something of one of its steps. */
export type StepReading = ToBring<OutcomeReading> & { step: Step }

const framed = ({ say, plan, outcome }: OutcomeReading) => ({
	title: say('tabWrite'),
	backHref: routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }),
})

/** "What is the next step?" */
export function writeStepPage(reading: ToBring<OutcomeReading>, form: Form): Framed {
	const { reader, plan, passedOn } = reading
	const say = stepWords(reader)
	const others = askable(reading)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<CharacterCount
					name="words"
					label={say('title')}
					isPageHeading
					hint={say('titleHint', { name: plan.person.name })}
					maxlength={mostOfStep.words}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				{others.length === 0 ? (
					<input type="hidden" name="whose" value={plan.me.id} />
				) : (
					<Radios
						name="whose"
						legend={say('whose')}
						hint={say('whoseHint')}
						value={form.fields.whose}
						errorMessage={form.errors.whose}
						items={[
							{ value: plan.me.id, text: say('whoseMe') },
							...others.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> })),
						]}
					/>
				)}
				<ByWhenField reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "Will you do this?" */
export function answerStepPage(reading: StepReading, form: Form): Framed {
	const { reader, say, passedOn, hand, called, step } = reading
	const sayOfSteps = stepWords(reader)
	const { fields, errors } = form
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{sayOfSteps('answerTitle')}</h1>
				<Said
					hand={hand(step.writtenById)}
					name={called(step.writtenById)}
					date={isoDay(step.writtenAt)}
					words={step.words}
				/>
				<Radios
					name="answer"
					legend={say('answerLegend')}
					legendClass="visually-hidden"
					value={fields.answer}
					errorMessage={errors.answer}
					items={[
						{ value: 'accepted', text: say('accepted'), hint: sayOfSteps('acceptedHint') },
						{
							value: 'differently',
							text: say('differently'),
							hint: sayOfSteps('differentlyHint'),
							conditional: (
								<CharacterCount
									name="words"
									label={sayOfSteps('otherWords')}
									maxlength={mostOfStep.words}
									rows={3}
									value={fields.words}
									errorMessage={errors.words}
								/>
							),
						},
						{
							value: 'declined',
							text: say('declined'),
							hint: say('declinedHint'),
							conditional: (
								<CharacterCount
									name="why"
									label={say('answerWhy')}
									optional
									maxlength={mostOfStep.why}
									rows={3}
									value={fields.why}
									errorMessage={errors.why}
								/>
							),
						},
					]}
				/>
				<ByWhenField reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "By when now?" */
export function anotherDayPage(reading: StepReading, form: Form): Framed {
	const { reader, passedOn } = reading
	const say = stepWords(reader)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('anotherDayTitle')}</h1>
				<TheStep {...reading} />
				<p>{say('anotherDayHint')}</p>
				<ByWhenField reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "Set this step aside?" */
export function setAsidePage(reading: StepReading, form: Form): Framed {
	const { reader, passedOn } = reading
	const say = stepWords(reader)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('setAsideTitle')}</h1>
				<TheStep {...reading} />
				<CharacterCount
					name="why"
					label={say('setAsideWhy')}
					optional
					maxlength={mostOfStep.why}
					rows={3}
					value={form.fields.why}
					errorMessage={form.errors.why}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

function TheStep({ step, hand, called }: StepReading) {
	return (
		<Said
			hand={hand(step.whoseId)}
			name={called(step.whoseId)}
			date={isoDay(step.writtenAt)}
			words={wordsOfStep(step)}
		/>
	)
}

function ByWhenField({ reading, form }: { reading: OutcomeReading; form: Form }) {
	const say = stepWords(reading.reader)
	return (
		<Input
			name="when"
			label={say('when')}
			optional
			hint={`${say('whenHint')} ${say('whenNone')}`}
			value={form.fields.when}
			errorMessage={form.errors.when}
		/>
	)
}

/** What a form about a step begins with: by when it is said now. */
export const startWith = ({ step }: StepReading) => ({ when: whenOf(step).said ?? '' })
