import { defineWords } from '../../platform/words.ts'

/** That the work of a person and a practitioner ends: what stays theirs, and what they can do. */
export const endOfWorkWords = defineWords('end of work', {
	en: {
		person: {
			tab: 'When work together ends',
			heading: 'When your work together ends',
			ends: 'Your work with {name} ends on {day}.',
			ended: 'Your work with {name} ended on {day}.',
			someoneLeft: 'someone who has left',
			look: 'Read what stays yours',
			staysHeading: 'What stays yours',
			stays: 'Your plan stays yours. You can go on writing in it. All that was said and agreed stays there.',
			closesHeading: 'What closes',
			closes: '{name} sees your plan to the end of that day. Then it closes to them.',
			closed: '{name} cannot see your plan any more.',
			openHeading: 'Who else can read',
			openNobody: 'Your plan is open to nobody else.',
			openTo: 'Something is open to {name} until {day}.',
			openEnds: 'It ends with your work together.',
			promisesHeading: 'What {name} promised',
			promiseBy: 'They say they still do it by {day}.',
			promiseNot: 'They say it is not kept.',
			promiseUnsaid: 'It is not done.',
			nextHeading: 'What you can do next',
			toSupporters: 'Go on with someone who supports you',
			toTake: 'Take all of it with you',
			toOpen: 'Open it to someone you choose',
			toPlan: 'Go on with your plan',
		},
	},
})

/** The same to the practitioner, who says it. */
export const endMyWorkWords = defineWords('end of my work', {
	en: {
		practitioner: {
			tab: 'When work together ends',
			heading: 'When your work with {name} ends',
			ends: 'Your work with {name} ends on {day}.',
			notSaid: 'Nobody has said that your work together ends.',
			what: 'To the end of that day you see the plan of {name}. Then it closes to you.',
			whatOnceSaid: 'You see the plan of {name} to the end of the day you say. Then it closes to you.',
			sayIt: 'Say when it ends',
			sayAgain: 'Change the day or the goodbye',
			saidTold: '{name} can read it now.',
			promisesHeading: 'What you have promised',
			promisesNone: 'You have no open promises to {name}.',
			promisesWhat: 'Say what becomes of each. {name} reads it.',
			promiseBy: 'You say you still do it by {day}.',
			promiseNot: 'You say it is not kept.',
			promiseUnsaid: 'You have not said yet.',
			byDay: 'The day by which you still do it',
			stillDo: 'I still do it by this day',
			notKept: 'I do not keep it',
			promiseTold: '{name} can read what becomes of it.',
			sayTitle: 'When does your work with {name} end?',
			sayHint: 'Talk about it first. Nobody should learn it from a page.',
			lastDay: 'The last day',
			lastDayHint: 'Today or later.',
			goodbye: 'Do you want to say goodbye?',
			goodbyeHint: '{name} reads it on their home. It stays theirs.',
			check: 'Check before you share',
			checkHint: '{name} is told as soon as you share it.',
			share: 'Say that it ends',
			enterDay: 'Write the last day, like this: 3/5/2027.',
		},
	},
})

/** For a lead: work that is left of staff who are not here any more. */
export const workLeftWords = defineWords('work left by staff', {
	en: {
		anyone: {
			tab: 'Work that is left',
			heading: 'Work that is left',
			goneHeading: 'Of staff who have gone',
			what: 'They see nothing any more. The people they worked with are still told that they work with them.',
			none: 'Nothing is left.',
			left: '{name} stands as working with {count, plural, one {# person} other {# people}}.',
			end: 'End this work today',
			endFor: 'of {name}',
			ended: 'It has ended. Each person reads so on their home.',
		},
	},
})
