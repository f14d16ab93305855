import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import { Details } from '../../ui/Details.tsx'
import { Input } from '../../ui/Input.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { Select } from '../../ui/Select.tsx'
import { calledMoment, type Moment } from './moment.ts'
import type { Saying } from './moments.queries.ts'
import type { Mine, ToWrite } from './reading.ts'
import { most } from './story.forms.ts'
import { ways } from './when.forms.ts'

type Writing = Mine & ToWrite
type OfMoment = Writing & { moment: Moment }

/** Stands before anything is typed: who reads it, and what a practitioner would have to pass on. */
export const Before = ({ reader, passedOn, say }: Writing) => (
	<>
		<InsetText>{say('onlyYouShort')}</InsetText>
		<BeforeYouWrite reader={reader} passedOn={passedOn} />
	</>
)

const backTo = ({ here, moment }: OfMoment) => routes.moment.show.href({ ...here, moment: moment.id })

/** "What do you want to tell?", or what they hope will happen. Who has told nothing yet begins with this week. */
export function tellPage(reading: Writing & { isFirst: boolean }, form: Form, hoped: boolean): Framed {
	const { say, reader, here, isFirst } = reading
	const [title, hint] = hoped
		? (['hopeTitle', 'hopeHint'] as const)
		: isFirst
			? (['beginTitle', 'beginHint'] as const)
			: (['writeTitle', 'writeHint'] as const)
	return {
		title: say('tabWrite'),
		backHref: routes.story.show.href(here),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Before {...reading} />
				<CharacterCount
					name="words"
					label={say(title)}
					isPageHeading
					hint={say(hint)}
					maxlength={most.words}
					rows={6}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				{!hoped && (
					<Details summary={say('starts')}>
						<ul>
							{(['start1', 'start2', 'start3', 'start4'] as const).map((key) => (
								<li key={key}>{say(key)}</li>
							))}
						</ul>
					</Details>
				)}
			</FormParts.Ask>
		),
	}
}

/** One question about a moment. */
export function sayingPage(reading: OfMoment, form: Form, saying: Saying): Framed {
	const { say, reader } = reading
	return {
		title: say('tabWrite'),
		backHref: backTo(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Before {...reading} />
				<CharacterCount
					name="words"
					label={say(`${saying}Title`)}
					isPageHeading
					hint={saying === 'words' ? undefined : say(`${saying}Hint`)}
					maxlength={lengthOf(saying)}
					rows={saying === 'words' ? 6 : 2}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
			</FormParts.Ask>
		),
	}
}

export const lengthOf = (saying: Saying): number =>
	saying === 'words' ? most.words : saying === 'title' ? most.name : most.answer

/** "When was it?": as much as they know, and no more. */
export function whenPage(reading: OfMoment & { others: readonly Moment[] }, form: Form): Framed {
	const { say, reader, others } = reading
	const { fields, errors } = form
	const field = (name: 'day' | 'month' | 'year' | 'age') => (
		<Input
			name={name}
			label={say(`${name}Field`)}
			inputmode="numeric"
			value={fields[name]}
			errorMessage={errors[name]}
		/>
	)
	const another = (name: 'before' | 'after') => (
		<Select
			name={name}
			label={say('besideField')}
			value={fields[name]}
			errorMessage={errors[name]}
			items={[
				{ value: '', text: '' },
				...others.map((one) => ({ value: one.id, text: one.hard ? say('hardOne') : calledMoment(one) })),
			]}
		/>
	)
	const asks = {
		date: (
			<>
				{field('day')}
				{field('month')}
				{field('year')}
			</>
		),
		age: field('age'),
		before: another('before'),
		after: another('after'),
	}
	return {
		title: say('tabWrite'),
		backHref: backTo(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Radios
					name="kind"
					legend={say('whenTitle')}
					isPageHeading
					hint={say('whenHint')}
					value={fields.kind}
					errorMessage={errors.kind}
					items={ways.map((way) => {
						if ((way === 'before' || way === 'after') && others.length === 0) return null
						const conditional = way === 'not_sure' || way === 'not_saying' ? {} : { conditional: asks[way] }
						return {
							...{ value: way, text: say(`way_${way}`), ...conditional },
							...(way === 'date' ? { hint: say('way_dateHint') } : {}),
						}
					})}
				/>
				<Checkboxes
					name="around"
					legend={say('aroundLegend')}
					values={fields.around ? [fields.around] : []}
					items={[{ value: 'yes', text: say('around'), hint: say('aroundHint') }]}
				/>
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}
