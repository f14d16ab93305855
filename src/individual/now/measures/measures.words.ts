import { defineWords } from '../../../platform/words.ts'

/** Measures that others made: for the person alone. Their questions and answers stand in the data, word by word. */
export const measureWords = defineWords('measures', {
	en: {
		person: {
			tab: 'Questions many people are asked',
			heading: 'Questions many people are asked',
			intro: 'These questions are asked all over the country, in these very words.',
			onlyYou: 'Only you can read your answers. You do not need to answer any.',
			noTotal: 'We add nothing up, and we compare you with nobody.',
			answer: 'Answer it',
			again: 'You can answer it again from {day} on.',
			scale: '0 is “{lowest}”. 10 is “{highest}”.',
			rather: 'I would rather not say',
			ratherSaid: 'You would rather not say.',
			or: 'or',
			words: 'In your words',
			wordsHint: 'What lies behind your answer?',
			keep: 'Keep it',
			kept: 'We kept your answer. Only you can read it.',
			choose: 'Choose an answer, or “I would rather not say”',
			tooSoon: 'You have answered it not long ago. Wait until {day}.',
			fromTo: 'From {from} to {to}.',
			picture: 'Your answers from 0 to 10 over time. The table below has the same answers.',
			day: 'Day',
			said: 'Your answer',
			deleteOne: 'Delete an answer',
			deleteHint: 'It is gone for good. We cannot get it back.',
			deleteWhich: 'Which one?',
			delete: 'Delete it',
			deleted: 'It is deleted.',
			onDay: '{day}: {answer}',
			source: 'Where these questions come from',
			licence: 'Source: {source}. Licence: {licence}.',
		},
	},
})
