import { isoDay } from '../../platform/days.ts'
import { Day } from '../../ui/Day.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { type Event, historyOf } from './history.ts'
import { TurnWords } from './outcome.page.tsx'
import { nameOf, type OutcomeReading } from './reading.ts'
import { StepEvent } from './steps/step-event.tsx'
import { togetherWords } from './together.words.ts'

/** Everything that happened to an outcome, by whose hand and which day, the latest first. */
export function HistoryPage(props: OutcomeReading) {
	return (
		<>
			<h1>{props.say('tabHistory')}</h1>
			<ol class="history">
				{historyOf(props.outcome).map((event, at) => (
					<li key={`${event.at.getTime()}-${at}`}>
						<p>
							<Day date={isoDay(event.at)} />
						</p>
						<OneEvent {...props} event={event} />
					</li>
				))}
			</ol>
		</>
	)
}

type Told = Pick<OutcomeReading, 'plan' | 'reader' | 'say' | 'called' | 'calledWithin' | 'hand'> & { event: Event }

/** One thing that happened, in a sentence, with the words that were written. */
export function OneEvent(told: Told) {
	const { event, say, called, calledWithin, hand, reader } = told
	const name = called(event.byId)
	const by = (sentence: string, words: string | null) => (
		<>
			<p>
				<VoiceLine hand={hand(event.byId)}>{sentence}</VoiceLine>
			</p>
			{words && (
				<p class="own-words" data-own-words="" dir="auto">
					<bdi>{words}</bdi>
				</p>
			)}
		</>
	)
	switch (event.kind) {
		case 'turned':
			return (
				<>
					{by(say(`event_${event.turn.kind}`, { name }), null)}
					<TurnWords turn={event.turn} say={say} />
				</>
			)
		case 'brings':
		case 'brought':
		case 'takes_back':
			return by(say(`event_${event.kind}`, { name }), event.contribution.words)
		case 'asked':
			return by(say('event_asked', { name, other: calledWithin(event.request.askedOfId) }), event.request.words)
		case 'took_back_request':
			return by(say('event_took_back_request', { name }), event.request.words)
		case 'answered':
			return by(
				say('event_answered', { name, answer: event.request.answer ? say(event.request.answer) : '' }),
				event.request.answerWords,
			)
		case 'step':
			return <StepEvent {...told} step={event.step} turn={event.turn} by={by} />
		case 'written_down':
			return by(say('event_written_down', { name, other: calledWithin(event.fromId) }), event.words)
		case 'agreed':
		case 'own_words': {
			if (!event.withId) return by(say(`event_${event.kind}`, { name }), event.words)
			const other = nameOf(told, event.withId)
			return by(togetherWords(reader)(`event_${event.kind}_together`, { name, other }), event.words)
		}
		default:
			return by(say(`event_${event.kind}`, { name }), event.words)
	}
}
