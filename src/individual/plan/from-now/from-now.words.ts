import { defineWords } from '../../../platform/words.ts'

/** From where somebody is now into the plan, to each of its two hands. */
export const fromNowWords = defineWords('from-now', {
	en: {
		person: {
			tab: 'Take it into our plan',
			heading: 'Take it into our plan',
			from: 'From “Where I am now”, {part}, {day}:',
			fromShort: 'From “Where I am now”, {part}, {day}.',
			propose: 'Work towards it',
			proposeHint: 'You can change the words. It counts when you both say yes.',
			ask: 'Ask someone to bring something',
			askHint: 'Choose what it would help with.',
			askNone: 'You work towards nothing yet, so there is nothing to ask for.',
			strengths: 'You have said these are your strengths:',
		},
		practitioner: {
			tab: 'Take it into the plan',
			heading: 'Take it into the plan',
			from: 'From “Where {name} is now”, {part}, {day}:',
			fromShort: 'From “Where {name} is now”, {part}, {day}.',
			propose: 'Propose to work towards it',
			proposeHint: 'You can change the words. It counts when you both say yes.',
			ask: 'Ask {name} to bring something',
			askHint: 'Choose what it would help with.',
			askNone: 'Nothing is in the plan yet, so there is nothing to ask for.',
			strengths: '{name} has said these are strengths of theirs:',
		},
	},
})
