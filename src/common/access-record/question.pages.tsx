import { isoDay } from '../../platform/days.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Day } from '../../ui/Day.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Said } from '../../ui/Said.tsx'
import { BeforeYouWrite } from '../areas/index.ts'
import { type Form, FormParts } from '../drafts/index.ts'
import type { Framed } from '../frame/index.ts'
import { calledByPerson, EntryLine, handOf } from './entry.tsx'
import { mostWords } from './question.forms.ts'
import { questionWords } from './question.words.ts'
import type { Question } from './questions.queries.ts'
import type { Told } from './record.queries.ts'
import type { Entry } from './record.ts'

/** Who reads a question: the one who asked it, or somebody who can answer. */
export type QuestionReader = Reader<'person' | 'asked'>

type Shown = { question: Question; reader: QuestionReader; me: string }

/** What the reader calls somebody in a question: themselves "You". */
function called({ question, reader, me }: Shown, id: string): string {
	if (id === me) return questionWords(reader)('you')
	const who = question.who.get(id)
	// Whoever has left is told of alike to everyone.
	const isTold = reader.voice === 'person' || who?.kind === 'left'
	return isTold ? calledByPerson(who, reader.locale) : (who?.name ?? '')
}

/** The question as it was asked. */
export function Asked(shown: Shown) {
	const { question } = shown
	return <Said hand="person" name={called(shown, question.person)} date={isoDay(question.at)} words={question.words} />
}

/** What was answered so far. */
export function Answers(shown: Shown) {
	const { question, reader } = shown
	if (question.answers.length === 0) return <p class="quiet">{questionWords(reader)('waits')}</p>
	return (
		<>
			{question.answers.map(({ id, author, words, at }) => (
				<Said
					key={id}
					hand={handOf(question.who.get(author))}
					name={called(shown, author)}
					date={isoDay(at)}
					words={words || questionWords(reader)('answerGone')}
				/>
			))}
		</>
	)
}

/** On which day who did what kind of thing: that much of an entry, and no more. */
function WhatWasDone({
	entry,
	who,
	reader,
	me,
}: {
	entry: Entry | Question['entry']
	who: Told | undefined
	reader: QuestionReader
	me: string
}) {
	const voice = reader.voice === 'person' ? 'person' : entry.byId === me ? 'asked' : 'lead'
	return (
		<p>
			<Day date={isoDay(entry.at)} />:{' '}
			<EntryLine done={{ ...entry, who }} reader={{ locale: reader.locale, voice }} hand={handOf(who)} />
		</p>
	)
}

/** An entry that the person asks about, by the id with which it stands in the address, and who it was. */
export type Asking = {
	me: string
	id: string
	entry: Entry
	who: Told | undefined
	reader: Reader<'person'>
	passedOn: string
}

/** Who will read the question and what they will see, told before it is sent. */
function WhoWillRead({ who, reader }: Asking) {
	const say = questionWords(reader)
	const name = calledByPerson(who, reader.locale)
	const hasLeft = who?.kind === 'left'
	const ofService = hasLeft || handOf(who) === 'practitioner'
	return (
		<InsetText>
			<p>{say(hasLeft ? 'whoReadsLeft' : 'whoReads', { name })}</p>
			<p>{say('whatTheySee')}</p>
			<p>{say(ofService ? 'mustAnswer' : 'mayAnswer', { name })}</p>
		</InsetText>
	)
}

/** "What do you want to ask?" */
export function askPage(asking: Asking, form: Form): Framed {
	const { me, entry, who, reader, passedOn } = asking
	const say = questionWords(reader)
	return {
		title: say('tabWrite'),
		backHref: routes.record.show.href({ person: me }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('askTitle')}</h1>
				<WhatWasDone entry={entry} who={who} reader={reader} me={me} />
				<CharacterCount
					name="words"
					label={say('asks')}
					hint={say('askHint')}
					maxlength={mostWords}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<WhoWillRead {...asking} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** The question as it will be read, and by whom. */
export function askCheckPage(asking: Asking, form: Form, words: string): Framed {
	const { me, entry, who, reader } = asking
	const say = questionWords(reader)
	return {
		title: say('check'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('check')}</h1>
				<WhatWasDone entry={entry} who={who} reader={reader} me={me} />
				<Said hand="person" name={say('you')} date={isoDay(new Date())} words={words} />
				<WhoWillRead {...asking} />
				<FormParts.Share form={form} reader={reader}>
					{say('send')}
				</FormParts.Share>
			</>
		),
	}
}

/** A question as its reader sees it, and whether they are one of those who have to answer. */
export type QuestionReading = Shown & { mustAnswer: boolean; passedOn: string }

const nameOf = ({ question }: Shown): string => question.who.get(question.person)?.name ?? ''

function Heading(reading: QuestionReading) {
	const { question, reader, me } = reading
	return (
		<>
			<h1>
				<bdi>{questionWords(reader)('heading', { name: nameOf(reading) })}</bdi>
			</h1>
			<WhatWasDone entry={question.entry} who={question.who.get(question.entry.byId)} reader={reader} me={me} />
			<Asked question={question} reader={reader} me={me} />
		</>
	)
}

/** A question, what was answered, and the way to answer. */
export function QuestionPage(reading: QuestionReading) {
	const { question, reader, mustAnswer, me } = reading
	const say = questionWords(reader)
	const isMine = reader.voice === 'person'
	return (
		<>
			<Heading {...reading} />
			<h2>{say('answersHeading')}</h2>
			<Answers {...reading} />
			{!isMine && (
				<>
					<p>{say('whatTheySee')}</p>
					{question.answers.length === 0 && (
						<p>{say(mustAnswer ? 'mustAnswer' : 'mayAnswer', { name: nameOf(reading) })}</p>
					)}
					<p>
						<Button href={routes.record.answer.href({ person: question.person, question: question.id })}>
							{say('answer')}
						</Button>
					</p>
				</>
			)}
			<p>
				<a class="act-link" href={isMine ? routes.record.show.href({ person: me }) : routes.home.href()}>
					{say('back')}
				</a>
			</p>
		</>
	)
}

const hrefOf = ({ question }: QuestionReading) =>
	routes.record.question.href({ person: question.person, question: question.id })

/** "What do you answer?" */
export function answerPage(reading: QuestionReading, form: Form): Framed {
	const { reader, mustAnswer, passedOn } = reading
	const say = questionWords(reader)
	return {
		title: say('tabWrite'),
		backHref: hrefOf(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<Heading {...reading} />
				<CharacterCount
					name="words"
					label={say('answerTitle')}
					hint={say('answerHint')}
					maxlength={mostWords}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<InsetText>{say('whoReads', { name: nameOf(reading) })}</InsetText>
				<BeforeYouWrite
					reader={{ locale: reader.locale, voice: mustAnswer ? 'practitioner' : 'person' }}
					passedOn={passedOn}
				/>
			</FormParts.Ask>
		),
	}
}

/** The answer as it will be read, and by whom. */
export function answerCheckPage(reading: QuestionReading, form: Form, words: string): Framed {
	const { reader, mustAnswer } = reading
	const say = questionWords(reader)
	return {
		title: say('check'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('check')}</h1>
				<Said hand={mustAnswer ? 'practitioner' : 'third'} name={say('you')} date={isoDay(new Date())} words={words} />
				<InsetText>{say('whoReads', { name: nameOf(reading) })}</InsetText>
				<FormParts.Share form={form} reader={reader}>
					{say('send')}
				</FormParts.Share>
			</>
		),
	}
}
