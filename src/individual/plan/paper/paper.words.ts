import { defineWords } from '../../../platform/words.ts'

const both = {
	tab: 'On paper',
	heading: 'Our plan on paper',
	intro: 'This page is made to be printed. Your browser prints it.',
	howPrint: 'Leave it nowhere that others could find it.',
	size: 'Size of the letters',
	usual: 'Usual letters',
	large: 'Large letters',
	toBlank: 'A blank sheet to fill by hand',
	sheetTitle: 'Our plan',
	sheetDay: '{name}, {day}',
	agreed: 'Agreed',
	notAgreed: 'Still being talked about',
	brings: 'Who brings what',
	steps: 'Steps',
	bringsNothing: 'Nobody has said yet.',
	by: 'by {day}',
	notes: 'To write on',
	nothing: 'There is nothing in the plan yet.',
	moreRest: '{count, plural, one {One more is reached or set aside.} other {# more are reached or set aside.}}',
	blankTab: 'A blank sheet',
	blankHeading: 'A sheet to fill by hand',
	blankIntro: 'Print it, or copy the lines onto any paper. Fill in as much as you like.',
	blankTitle: 'Our plan',
	want: 'Something I want to work towards',
	why: 'Why it matters to me',
	iBring: 'What I bring',
	theyBring: 'What I would like others to bring',
	byWhen: 'By when',
	differently: 'What I see differently',
	name: 'Name',
	day: 'Day',
} as const

/** Our plan on paper: the sheet is the same for both, for they hold it together. */
export const paperWords = defineWords('paper', {
	en: {
		person: { ...both, blankLater: 'If you bring it along, it can be typed in for you. You then say if it is right.' },
		practitioner: {
			...both,
			blankLater: 'Type in later what stands on it, as their words. It counts when they confirm it.',
		},
	},
})
