import type { VNode } from 'preact'
import type { Reading } from '../reading.ts'
import { type Step, type StepTurn, wordsOfStep } from './steps.ts'
import { stepWords } from './steps.words.ts'

type StepEventProps = Pick<Reading, 'reader' | 'called' | 'calledWithin'> & {
	step: Step
	/** What was said of it; nothing, where it was written. */
	turn: StepTurn | undefined
	/** One thing that somebody did, with the words that belong to it. */
	by(sentence: string, words: string | null): VNode
}

/** One thing that happened to a step, told as the history of an outcome tells what happened. */
export function StepEvent({ step, turn, reader, called, calledWithin, by }: StepEventProps) {
	const say = stepWords(reader)
	if (!turn) {
		const who = { name: called(step.writtenById), other: calledWithin(step.whoseId) }
		return by(
			say(step.whoseId === step.writtenById ? 'event_writes' : 'event_asks', who),
			withWhen(step.words, step.said),
		)
	}
	const sentence = say(`event_${turn.kind}`, { name: called(turn.authorId) })
	if (turn.kind === 'differently') return by(sentence, withWhen(turn.words ?? '', turn.said))
	const words = turn.kind === 'done' ? wordsOfStep(step) : step.words
	return by(sentence, [withWhen(words, turn.said), turn.words].filter(Boolean).join('\n'))
}

const withWhen = (words: string, said: string | null): string => (said ? `${words}\n${said}` : words)
