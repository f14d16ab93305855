import { defineWords } from '../../platform/words.ts'

/** What reads the same to the one who asks and to those who answer. */
const both = {
	tab: 'A question',
	tabWrite: 'Write',
	waits: 'Nobody has answered yet.',
	answerGone: 'An answer stood here. It went with the one who wrote it.',
	answersHeading: 'Answers',
	you: 'You',
	answer: 'Answer',
	check: 'Check before you send',
	send: 'Send it',
	answeredTold: 'Your answer is there now.',
	enterAnswer: 'Write your answer',
	enterQuestion: 'Write what you want to ask',
} as const

/** A question about an entry of the record: to the person who asks it, and to those who answer. */
export const questionWords = defineWords('record-questions', {
	en: {
		person: {
			...both,
			heading: 'What you asked',
			asks: 'Your question',
			askTitle: 'What do you want to ask?',
			askHint: 'For example: why did you look at my plan that day?',
			whoReads: '{name} can read this. The people who lead the service can read it too.',
			whoReadsLeft: 'The people who lead the service can read this.',
			whatTheySee: 'They see who it was, which day, and what kind of thing. They see no more of it.',
			mustAnswer: 'The service has to answer. You will find the answer here.',
			mayAnswer: '{name} does not have to answer. The service has to.',
			askedTold: 'They can read your question now. You will find the answer here.',
			answerTitle: 'What do you want to add?',
			answerHint: 'Use plain words.',
			back: 'See who looked at what is yours',
		},
		asked: {
			...both,
			heading: '{name} asks',
			asks: 'Their question',
			askTitle: 'What do you want to ask?',
			askHint: 'For example: why was this needed?',
			whoReadsLeft: 'The people who lead the service can read this.',
			whoReads: '{name} will read exactly this. Those who lead the service can read it too.',
			whatTheySee: 'You see who it was, which day, and what kind of thing. You see no more of it.',
			mustAnswer: 'The service owes {name} an answer.',
			mayAnswer: 'You may answer. You do not have to.',
			askedTold: 'The question is there now.',
			answerTitle: 'What do you answer?',
			answerHint: 'Say what it was for, in plain words. If it should not have happened, say so.',
			back: 'Go to your home',
		},
	},
})
