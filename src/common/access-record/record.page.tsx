import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Day } from '../../ui/Day.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { EntryLine, handOf, sentenceOf } from './entry.tsx'
import { Answers, Asked } from './question.pages.tsx'
import type { Question } from './questions.queries.ts'
import type { Told } from './record.queries.ts'
import { type DayOfRecord, entryId, type Line } from './record.ts'
import type { recordWords } from './record.words.ts'

/** A thing in somebody's record, in its own words, and where it is. */
export type Thing = { words: string; href: string }

/** One page of somebody's own record: what others did, or what they did themselves. */
export type RecordReading = {
	me: string
	locale: Locale
	own: boolean
	days: DayOfRecord[]
	who: ReadonlyMap<string, Told>
	things: ReadonlyMap<string, Thing>
	questions: Question[]
	/** Questions to which something was answered since they last read this. */
	answered: Question[]
	/** Where earlier days begin, and whether this page is not the newest. */
	before: number | undefined
	isLater: boolean
	say: ReturnType<typeof recordWords>
	day(moment: Date): string
}

/** Who looked at or changed what is the reader's, day by day. */
export function RecordPage(reading: RecordReading) {
	const { say, own, days, me, before, isLater } = reading
	const here = own ? routes.record.own : routes.record.show
	return (
		<>
			<h1>{say(own ? 'ownHeading' : 'heading')}</h1>
			<p>{say(own ? 'ownIntro' : 'intro')}</p>
			{own && <p>{say('ownNotYou')}</p>}
			{!own && <Answered {...reading} />}
			{days.length === 0 && <p>{say(own ? 'ownNothing' : 'nobody')}</p>}
			{days.map(({ date, lines }) => (
				<section key={date}>
					<h2>
						<Day date={date} />
					</h2>
					<ul class="record">
						{lines.map((line) => (
							<OneLine key={line.numbers[0]} {...reading} line={line} />
						))}
					</ul>
				</section>
			))}
			{before !== undefined && (
				<p>
					<a class="act-link" href={`${here.href({ person: me })}?before=${before}`}>
						{say('earlier')}
					</a>
				</p>
			)}
			{isLater && (
				<p>
					<a class="act-link" href={here.href({ person: me })}>
						{say('newest')}
					</a>
				</p>
			)}
			<p>
				<a class="act-link" href={(own ? routes.record.show : routes.record.own).href({ person: me })}>
					{say(own ? 'toOthers' : 'toOwn')}
				</a>
			</p>
		</>
	)
}

function Answered({ answered, me, say, day }: RecordReading) {
	if (answered.length === 0) return null
	return (
		<InsetText>
			{answered.map(({ id, entry }) => (
				<p key={id}>
					<a class="act-link" href={routes.record.question.href({ person: me, question: id })}>
						{say('readAnswer', { day: day(entry.at) })}
					</a>
				</p>
			))}
		</InsetText>
	)
}

function OneLine(reading: RecordReading & { line: Line }) {
	const { line, who, things, questions, locale, own, me, say } = reading
	const done = { act: line.act, what: line.what, who: who.get(line.byId) }
	const reader = { locale, voice: own ? 'own' : 'person' } as const
	const thing = things.get(line.thing)
	const asked = questions.filter(({ entry }) => line.numbers.includes(entry.number))
	const waits = asked.some(({ answers }) => answers.length === 0)
	return (
		<li id={`entry-${line.numbers[0]}`}>
			<div class="record__what">
				<p>
					<EntryLine done={done} reader={reader} hand={own ? 'person' : handOf(done.who)} />
					{line.numbers.length > 1 && <span class="quiet"> {say('times', { count: line.numbers.length })}</span>}
				</p>
				{thing && (
					<p class="own-words" data-own-words="" dir="auto">
						<a href={thing.href}>
							<bdi>{thing.words}</bdi>
						</a>
					</p>
				)}
			</div>
			{!own && !waits && (
				<a class="act-link" href={routes.record.ask.href({ person: me, entry: entryId(me, line.numbers[0]) })}>
					{say('ask')}
					<span class="visually-hidden">: {sentenceOf(done, reader)}</span>
				</a>
			)}
			{asked.map((question) => (
				<div key={question.id} class="record__asked">
					<Asked question={question} reader={{ locale, voice: 'person' }} me={me} />
					<Answers question={question} reader={{ locale, voice: 'person' }} me={me} />
				</div>
			))}
		</li>
	)
}
