import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { isoDay } from '../../../platform/days.ts'
import type { Reader } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Chart } from '../../../ui/Chart.tsx'
import { Details } from '../../../ui/Details.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Table } from '../../../ui/Table.tsx'
import { type Answer, againFrom, lastChange, type Measure, type Question, saidAs } from './measures.ts'
import type { measureWords } from './measures.words.ts'
import { measures } from './ons.ts'

/** One's own answers to measures, for nobody else. */
export type MeasuresReading = {
	me: string
	csrf: string
	reader: Reader<'person'>
	say: ReturnType<typeof measureWords>
	answers: Answer[]
	passedOn: string
	now: Date
	day(moment: Date): string
}

/** The longest own words beside an answer, in signs as readers count them. */
export const mostWords = 1000

/** Where a question is answered: each has an address of its own. */
export const routeOf = ({ id }: Question) => {
	const found = Object.entries(routes.measures).find(([name]) => name === id)
	if (!found) throw new Error(`The question ${id} has no address.`)
	return found[1]
}

/** The answers to one question of a measure. */
export const answersTo = (answers: readonly Answer[], measure: Measure, question: Question): Answer[] =>
	answers.filter((one) => one.measure === measure.id && one.question === question.id)

/** Every question that can be asked, with what one answered: nothing is joined with anything. */
export function MeasuresPage(reading: MeasuresReading) {
	const { say } = reading
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<p>{say('onlyYou')}</p>
			<p>{say('noTotal')}</p>
			{measures.map((measure) => (
				<section key={measure.id}>
					<h2>{measure.title}</h2>
					{measure.questions.map((question) => (
						<OneQuestion key={question.id} {...reading} measure={measure} question={question} />
					))}
					<Details summary={say('source')}>
						<p data-own-words="">{measure.attribution}</p>
						<p data-own-words="">{say('licence', { source: measure.source, licence: measure.licence })}</p>
					</Details>
				</section>
			))}
			<ToDelete {...reading} />
		</>
	)
}

type Asked = MeasuresReading & { measure: Measure; question: Question }

function OneQuestion({ measure, question, ...reading }: Asked) {
	const { say, day, me, now } = reading
	const answers = answersTo(reading.answers, measure, question)
	const next = againFrom(measure, answers, now)
	const change = lastChange(question, answers)
	return (
		<>
			<h3 data-own-words="">{question.wording}</h3>
			{change && <p>{say('fromTo', change)}</p>}
			{answers.length > 0 && <Answers {...reading} question={question} answers={answers} />}
			{next ? (
				<p class="quiet">{say('again', { day: day(next) })}</p>
			) : (
				<p>
					<Button href={routeOf(question).href({ person: me })} kind="secondary">
						{say('answer')}
						{/* The words of its source, not ours. */}
						<span class="visually-hidden" data-own-words="">
							: {question.wording}
						</span>
					</Button>
				</p>
			)}
		</>
	)
}

function Answers({ question, answers, say, day }: MeasuresReading & { question: Question }) {
	const table = (
		<Table
			head={[{ text: say('day') }, { text: say('said') }]}
			firstCellIsHeader
			rows={answers.toReversed().map(({ answer, words, answeredAt }) => [
				{ text: day(answeredAt) },
				{
					text: (
						<>
							{answer === null ? say('ratherSaid') : saidAs(question, answer)}
							{words && (
								<p class="own-words" data-own-words="" dir="auto">
									<bdi>{words}</bdi>
								</p>
							)}
						</>
					),
				},
			])}
		/>
	)
	const points = answers.flatMap(({ answer, answeredAt }) =>
		answer === null ? [] : [{ day: isoDay(answeredAt), value: answer }],
	)
	// Answers that are words are no numbers to draw.
	if (Array.isArray(question.responses) || points.length === 0) return table
	return (
		<Chart
			label={`${question.wording} ${say('picture')}`}
			series={[{ name: say('said'), hand: 'person', points }]}
			lines={[0, 5, 10]}
			day={(iso) => day(new Date(`${iso}T12:00:00Z`))}
		>
			{table}
		</Chart>
	)
}

function ToDelete({ answers, say, day, me, csrf }: MeasuresReading) {
	if (answers.length === 0) return null
	const asked = measures.flatMap((measure) => measure.questions)
	const text = ({ question, answer }: Answer) => {
		const found = asked.find(({ id }) => id === question)
		if (answer === null || !found) return say('ratherSaid')
		return `${found.wording} ${saidAs(found, answer)}`
	}
	return (
		<Details summary={say('deleteOne')}>
			<p>{say('deleteHint')}</p>
			<form method="post" action={routes.measures.delete.href({ person: me })}>
				<input type="hidden" name="csrf" value={csrf} />
				<Select
					name="answer"
					label={say('deleteWhich')}
					items={answers
						.toReversed()
						.map((one) => ({ value: one.id, text: say('onDay', { day: day(one.answeredAt), answer: text(one) }) }))}
				/>
				<Button kind="secondary" preventDoubleClick>
					{say('delete')}
				</Button>
			</form>
		</Details>
	)
}

const numbers = Array.from({ length: 11 }, (_, number) => ({ value: String(number), text: String(number) }))

/** One question in the very words of its source, with room for one's own beside it. */
export function answerPage({ measure, question, ...reading }: Asked, form: Form): Framed {
	const { say, reader, me, passedOn } = reading
	const { responses } = question
	const isScale = !Array.isArray(responses)
	const items = isScale ? numbers : responses.map(({ value, text }) => ({ value: String(value), text }))
	return {
		title: say('tab'),
		backHref: routes.measures.list.href({ person: me }),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Radios
					name="answer"
					legend={question.wording}
					legendClass="measure-question"
					isPageHeading
					hint={[
						measure.introduction,
						isScale && say('scale', { lowest: responses.lowest, highest: responses.highest }),
					]
						.filter(Boolean)
						.join(' ')}
					value={form.fields.answer}
					errorMessage={form.errors.answer}
					{...(isScale ? { class: 'scale' } : {})}
					items={[...items, { divider: say('or') }, { value: 'rather', text: say('rather') }]}
				/>
				<CharacterCount
					name="words"
					label={say('words')}
					optional
					hint={say('wordsHint')}
					maxlength={mostWords}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<p>{say('onlyYou')}</p>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}
