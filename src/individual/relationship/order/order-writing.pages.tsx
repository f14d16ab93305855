import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Input } from '../../../ui/Input.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { checkPage, Own, type ToWrite, worksNow } from '../between.tsx'
import { most } from './order.forms.ts'
import type { OrderReading } from './order.page.tsx'
import { type Condition, type OrderRemark, standing } from './order.ts'
import { sayOfOrderWords, writeOrderWords } from './order.words.ts'

type Writing = ToWrite<OrderReading>

export const orderHref = ({ person }: Pick<OrderReading, 'person'>): string =>
	routes.order.show.href({ person: person.id })
const framed = (reading: Writing) => ({ title: reading.say('tab'), backHref: orderHref(reading) })
export const sayToWrite = ({ reader }: Pick<OrderReading, 'reader'>) =>
	writeOrderWords({ locale: reader.locale, voice: 'practitioner' })
export const sayToSay = ({ reader }: Pick<OrderReading, 'reader'>) =>
	sayOfOrderWords({ locale: reader.locale, voice: 'person' })

/** "What does the order ask of Ann?" */
export function conditionPage(reading: Writing, form: Form): Framed {
	const { reader, passedOn, person } = reading
	const say = sayToWrite(reading)
	const day = (name: 'fromDay' | 'untilDay') => (
		<Input
			name={name}
			type="date"
			label={say(name === 'fromDay' ? 'fromLabel' : 'untilLabel')}
			hint={say('dayHint')}
			value={form.fields[name]}
			errorMessage={form.errors[name]}
		/>
	)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<CharacterCount
					name="words"
					label={<bdi>{say('writeTitle', { name: person.name })}</bdi>}
					isPageHeading
					hint={say('writeHint')}
					maxlength={most.condition}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				{day('fromDay')}
				{day('untilDay')}
				<input type="hidden" name="after" value={form.fields.after ?? ''} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

type Asks = { words: string; fromDay: string | null; untilDay: string | null }

export function conditionCheck(reading: Writing, form: Form, { words, fromDay, untilDay }: Asks): Framed {
	const { person, day } = reading
	const say = sayToWrite(reading)
	return checkPage(reading, form, {
		title: reading.say('tab'),
		to: person.name,
		rows: [
			{ key: say('words'), value: <Own>{words}</Own> },
			{ key: say('from'), value: fromDay ? day(fromDay) : say('noDay') },
			{ key: say('until'), value: untilDay ? day(untilDay) : say('noDay') },
		],
		share: <bdi>{say('share', { name: person.name })}</bdi>,
	})
}

/** "What do you want to say about it?" */
export function remarkPage(reading: Writing & { condition: Condition }, form: Form): Framed {
	const { reader, passedOn, condition, sayBetween } = reading
	const say = sayToSay(reading)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('title')}</h1>
				<p>
					<Own>{standing(condition).words || sayBetween('wordsGone')}</Own>
				</p>
				<Radios
					name="kind"
					legend={say('choose')}
					value={form.fields.kind}
					errorMessage={form.errors.kind}
					items={[
						{ value: 'not_understood', text: say('notUnderstood') },
						{ value: 'not_right', text: say('notRight') },
					]}
				/>
				<CharacterCount
					name="words"
					label={say('words')}
					hint={say('hint')}
					maxlength={most.remark}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function remarkCheck(
	reading: Writing,
	form: Form,
	{ kind, words }: Pick<OrderRemark, 'kind' | 'words'>,
): Framed {
	const say = sayToSay(reading)
	return checkPage(reading, form, {
		title: reading.say('tab'),
		to: worksNow(reading)[0]?.name ?? '',
		rows: [
			{ key: say('what'), value: reading.say(kind) },
			words !== null && { key: say('words'), value: <Own>{words}</Own> },
		],
		share: say('share'),
	})
}

/** "Answer Ann": beside what was said. */
export function answerPage(reading: Writing & { remark: OrderRemark }, form: Form): Framed {
	const { reader, passedOn, remark, person } = reading
	const say = sayToWrite(reading)
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>
					<bdi>{say('answerTitle', { name: person.name })}</bdi>
				</h1>
				<p>
					<Own>{[reading.say(remark.kind), remark.words].filter(Boolean).join(' ')}</Own>
				</p>
				<CharacterCount
					name="words"
					label={say('answerWords')}
					hint={<bdi>{say('answerHint', { name: person.name })}</bdi>}
					maxlength={most.answer}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function answerCheck(reading: Writing, form: Form, { words }: { words: string }): Framed {
	const say = sayToWrite(reading)
	return checkPage(reading, form, {
		title: reading.say('tab'),
		to: reading.person.name,
		rows: [{ key: say('answerWords'), value: <Own>{words}</Own> }],
		share: say('shareAnswer'),
	})
}
