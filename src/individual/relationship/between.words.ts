import { defineWords } from '../../platform/words.ts'

const both = {
	you: 'You',
	someoneLeft: 'Someone who has left',
	wordsGone: 'The words went with the one who wrote them.',
	check: 'Check before you share',
	checkHint: '{name} reads it when you share it.',
	checkNobody: 'Nobody works with you now. It stays with you.',
	seen: 'Each look at this page by someone else is written down.',
	heading: 'How you work together',
	order: 'What the order asks',
	expectations: 'What you can expect of each other',
	checkIns: 'How your meetings were',
	messages: 'Write to each other',
	handover: 'When someone else takes over',
} as const

/** What every page on how two work together says. */
export const betweenWords = defineWords('between', {
	en: {
		person: both,
		practitioner: { ...both, seen: 'Your look at this page is written down for {person}.' },
	},
})
