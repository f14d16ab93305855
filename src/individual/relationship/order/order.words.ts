import { defineWords } from '../../../platform/words.ts'

const both = {
	tab: 'What is asked',
	none: 'Nothing is written here yet.',
	since: 'From {day}.',
	until: 'Until {day}.',
	noEnd: 'No last day is written.',
	endedOn: 'It ended on {day}.',
	overHeading: 'What is over',
	earlier: 'Earlier words',
	not_understood: 'I do not understand this.',
	not_right: 'This is not right.',
} as const

/** What the order asks: never an agreement, and kept apart from what is agreed. */
export const orderWords = defineWords('order', {
	en: {
		person: {
			...both,
			heading: 'What the order asks of you',
			apart: 'This is what the order asks. It is not what you agreed.',
			apartPlan: 'What you and the service agree stands in our plan, and only there.',
			why: 'Those who work with you write it here in plain words. The paper of the order counts.',
			said: 'You said on {day}:',
			waits: 'It waits for an answer from those who work with you.',
		},
		practitioner: {
			...both,
			heading: 'What the order asks of {name}',
			apart: 'This is what the order asks. Nobody has agreed to it here.',
			apartPlan: 'What you agree with {name} stands in the plan, and only there.',
			why: 'Write each condition in words that {name} would use. The paper of the order counts.',
			said: '{name} said on {day}:',
			waits: 'It waits for your answer.',
		},
	},
	'en-x-easy': {
		person: {
			why: 'They write it here in plain words. The paper counts.',
		},
	},
})

/** For who works with the person: writing it, and answering. */
export const writeOrderWords = defineWords('write the order', {
	en: {
		practitioner: {
			write: 'Write what it asks',
			rewrite: 'Write it in other words',
			writeTitle: 'What does the order ask of {name}?',
			writeHint: 'One thing at a time. Say what to do, where and how often. Leave out the words of the court.',
			fromLabel: 'From which day? (optional)',
			untilLabel: 'Until which day? (optional)',
			dayHint: 'Such as 3/5/2027.',
			words: 'What it asks',
			from: 'From',
			until: 'Until',
			noDay: 'No day',
			share: 'Put it on the page of {name}',
			wroteTold: '{name} can read it now. It carries your name.',
			answer: 'Answer',
			answerTitle: 'Answer {name}',
			answerWords: 'Your answer',
			answerHint: 'If {name} is right, say so. Then write the condition in other words.',
			answeredTold: '{name} can read your answer.',
			shareAnswer: 'Share your answer',
			enterCondition: 'Write what it asks.',
			untilBefore: 'Write a last day that is not before the first day.',
			enterAnswer: 'Write your answer.',
		},
	},
})

/** For the person: saying that it is not clear or not right. */
export const sayOfOrderWords = defineWords('say of the order', {
	en: {
		person: {
			say: 'Say that it is not clear or not right',
			title: 'What do you want to say about it?',
			choose: 'Choose one',
			notUnderstood: 'I do not understand this',
			notRight: 'This is not right',
			words: 'In your words',
			hint: 'You need no words to say that it is not clear.',
			what: 'You say',
			share: 'Say it',
			told: 'Those who work with you can read it. Their answer will stand here.',
			chooseRemark: 'Choose one of these.',
			enterNotRight: 'Write what is not right.',
		},
	},
})
