import { defineWords } from '../../../platform/words.ts'

/** For a lead: who goes on with people whose practitioner has gone or is away. */
export const placingWords = defineWords('placing', {
	en: {
		anyone: {
			heading: 'People with whom nobody works now',
			waits: '{count, plural, one {# person waits} other {# people wait}} for someone to go on where {name} cannot.',
			none: 'Nobody waits for someone to go on.',
			see: 'Name who goes on',
			seeFor: 'where {name} cannot',
			tab: 'Who goes on',
			title: 'Who goes on where {name} cannot?',
			talkFirst: 'Talk with each person first. They read whom you name, and can say that they want someone else.',
			since: 'Worked with {name} since {day}.',
			nobody: 'Nobody is named.',
			isNamed: '{name} is named. They can begin when the person says yes, or from {day}.',
			isFine: '{name} is named, and the person says that it is fine. They can begin.',
			notThem: 'The person wants someone else than {name}.',
			place: 'Name someone',
			placeFor: 'to go on with {name}',
			placeTitle: 'Who goes on with {name}?',
			placeHint: '{name} reads whom you name, and that it was you. After a week without a word that one can begin.',
			placeNobody: 'There is no one else here who could.',
			placeKeep: 'Name them',
			placedTold: '{name} can read whom you named.',
			choose: 'Choose one.',
		},
	},
})

/** That a practitioner is away: for leads, and for the one who is. */
export const awayWords = defineWords('away', {
	en: {
		anyone: {
			heading: 'Who is away',
			nobody: 'Nobody is away.',
			isAway: '{name} is away until {day}.',
			say: 'Say that someone is away',
			back: 'They are back',
			backOf: ': {name}',
			tab: 'Someone is away',
			title: 'Who is away, and until when?',
			what: 'Then you can name who goes on with people they work with. They keep their own work. No reason is kept.',
			who: 'Who is away?',
			until: 'The last day that they are away',
			untilHint: 'For example 3/5/2027. At most a year from now.',
			keep: 'Keep this',
			awayTold: 'It is kept. You can name who goes on.',
			backTold: 'They are back. What you named stays until it is begun or ends.',
			chooseWho: 'Choose who is away.',
			enterDay: 'Write the last day, like this: 3/5/2027.',
			tooFar: 'Use a day within a year from now.',
			you: 'Your lead has said that you are away until {day}. Others can be named to go on with people you work with.',
			iAmBack: 'I am back',
		},
	},
})
