import type { Meeting } from '../../../common/appointments/index.ts'
import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { checkPage, Own, type ToWrite } from '../between.tsx'
import { most } from './check-ins.forms.ts'
import { type CheckInReading, otherOf } from './check-ins.page.tsx'
import { type Answers, statements, steps } from './check-ins.ts'

export type ToSay = ToWrite<CheckInReading> & { met: Meeting }

export const checkInsHref = ({ person }: Pick<CheckInReading, 'person'>): string =>
	routes.checkIns.list.href({ person: person.id })

/** "How was it on 3 May?": five statements on five steps, and one thing to change. */
export function sayPage(reading: ToSay, form: Form): Framed {
	const { say, reader, passedOn, met, day } = reading
	const { fields, errors } = form
	return {
		title: say('tab'),
		backHref: checkInsHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('formTitle', { day: day(met.startsAt) })}</h1>
				<p>{say('intro')}</p>
				<p>{say('apart')}</p>
				{statements.map((statement) => (
					<Radios
						key={statement}
						name={statement}
						legend={say(statement)}
						value={fields[statement]}
						errorMessage={errors[statement]}
						items={[
							...steps.map((step) => ({ value: String(step), text: say(`step${step}`) })),
							{ value: 'left', text: say('left') },
						]}
					/>
				))}
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
				<CharacterCount
					name="change"
					label={say('change')}
					optional
					hint={say('changeHint')}
					maxlength={most}
					rows={3}
					value={fields.change}
					errorMessage={errors.change}
				/>
			</FormParts.Ask>
		),
	}
}

export function sayCheck(reading: ToSay, form: Form, answers: Answers): Framed {
	const { say, met } = reading
	return checkPage(reading, form, {
		title: say('tab'),
		rows: [
			...statements.map((statement) => {
				const step = answers[statement]
				return { key: say(statement), value: step ? say(`step${step}`) : say('nothingSaid') }
			}),
			{ key: say('change'), value: answers.change ? <Own>{answers.change}</Own> : say('nothingSaid') },
		],
		children: (
			<InsetText>
				<bdi>{say('shareHint', { name: otherOf(reading, met) })}</bdi>
			</InsetText>
		),
		share: say('share'),
	})
}
