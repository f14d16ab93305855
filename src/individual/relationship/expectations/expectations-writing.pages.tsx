import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { checkPage, Own, type ToWrite, worksNow } from '../between.tsx'
import { most } from './expectations.forms.ts'
import type { ExpectationReading } from './expectations.page.tsx'
import { currentWords, type Expectation } from './expectations.ts'

type Writing = ToWrite<ExpectationReading>

export const expectationsHref = ({ person }: Pick<ExpectationReading, 'person'>): string =>
	routes.expectations.show.href({ person: person.id })

/** Whom the reader can propose something to, by the account of the practitioner of the two. */
export const withs = ({ reader, me, person, ...between }: ExpectationReading): { id: string; name: string }[] =>
	reader.voice === 'practitioner'
		? [{ id: me, name: person.name }]
		: worksNow(between).map(({ practitioner, name }) => ({ id: practitioner, name }))

/** "What do you want to propose?" */
export function proposePage(reading: Writing, form: Form): Framed {
	const { say, reader, passedOn } = reading
	const { fields, errors } = form
	const all = withs(reading)
	const [only, ...more] = all
	const [mine, theirs] = reader.voice === 'person' ? ['person', 'practitioner'] : ['practitioner', 'person']
	const name = more.length === 0 ? (only?.name ?? '') : all.map((one) => one.name).join(', ')
	return {
		title: say('tab'),
		backHref: expectationsHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('proposeTitle')}</h1>
				{only && more.length === 0 ? (
					<input type="hidden" name="with" value={only.id} />
				) : (
					<Radios
						name="with"
						legend={say('withWhom')}
						value={fields.with}
						errorMessage={errors.with}
						items={all.map((one) => ({ value: one.id, text: <bdi>{one.name}</bdi> }))}
					/>
				)}
				<Radios
					name="ofWhom"
					legend={say('ofWhom')}
					value={fields.ofWhom}
					errorMessage={errors.ofWhom}
					items={[
						{ value: theirs ?? '', text: <bdi>{say('ofThemOption', { name })}</bdi> },
						{ value: mine ?? '', text: say('ofYouOption') },
					]}
				/>
				<Words reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

function Words({ reading: { say }, form }: { reading: Writing; form: Form }) {
	return (
		<CharacterCount
			name="words"
			label={say('words')}
			hint={say('hint')}
			maxlength={most}
			rows={3}
			value={form.fields.words}
			errorMessage={form.errors.words}
		/>
	)
}

type Proposed = Pick<Expectation, 'ofWhom' | 'with'> & { words: string }

export function proposeCheck(reading: Writing, form: Form, { ofWhom, with: other, words }: Proposed): Framed {
	const { say, reader } = reading
	const name = withs(reading).find(({ id }) => id === other)?.name ?? ''
	return checkPage(reading, form, {
		title: say('tab'),
		rows: [
			{ key: say('checkOf'), value: ofWhom === reader.voice ? say('meAnswer') : <bdi>{name}</bdi> },
			{ key: say('checkWords'), value: <Own>{words}</Own> },
		],
		children: (
			<InsetText>
				<bdi>{say('shareHint', { name })}</bdi>
			</InsetText>
		),
		share: say('share'),
	})
}

/** "Propose other words" */
export function otherWordsPage(reading: Writing & { one: Expectation }, form: Form): Framed {
	const { say, reader, passedOn, one } = reading
	return {
		title: say('tab'),
		backHref: expectationsHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('otherTitle')}</h1>
				<p>
					<Own>{currentWords(one).words}</Own>
				</p>
				<Words reading={reading} form={form} />
				<input type="hidden" name="after" value={form.fields.after ?? ''} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function otherWordsCheck(
	reading: Writing & { one: Expectation; name: string },
	form: Form,
	{ words }: { words: string },
): Framed {
	const { say, name } = reading
	return checkPage(reading, form, {
		title: say('tab'),
		rows: [{ key: say('checkWords'), value: <Own>{words}</Own> }],
		children: (
			<InsetText>
				<bdi>{say('shareHint', { name })}</bdi>
			</InsetText>
		),
		share: say('share'),
	})
}
