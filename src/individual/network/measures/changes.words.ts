import { defineWords } from '../../../platform/words.ts'

/** What changed between two maps. */
export const changesWords = defineWords('network-changes', {
	en: {
		person: {
			came: '{count, plural, one {One came:} other {# came:}}',
			went: '{count, plural, one {One is not there now:} other {# are not there now:}}',
			mended: '{count, plural, one {One tie mended:} other {# ties mended:}}',
			broke: '{count, plural, one {One tie broke, ended or is on hold:} other {# ties broke, ended or are on hold:}}',
			newHelp: 'New help with:',
			lostHelp: 'No help now with:',
			restsOnOne: 'This rests on {name} alone now:',
			closer: 'A stronger tie than before:',
			looser: 'A weaker tie than before:',
			harder: 'More strain than before:',
			easier: 'Less strain than before:',
			met: 'They know each other now:',
			lost: 'They no longer know each other:',
			same: 'Nothing that we can see has changed.',
			otherQuestions: 'The questions were not the same. That alone can change who is named.',
			otherHand: 'It was not drawn by the same hands. That alone can change it.',
			helpNotComparable: 'Only one of the two maps says who helps. So we cannot compare that.',
		},
		practitioner: {
			came: '{count, plural, one {One came:} other {# came:}}',
			went: '{count, plural, one {One is not there now:} other {# are not there now:}}',
			mended: '{count, plural, one {One tie mended:} other {# ties mended:}}',
			broke:
				'{count, plural, one {One tie was cut off, ended or is on hold:} other {# ties were cut off, ended or are on hold:}}',
			newHelp: 'New help with:',
			lostHelp: 'Nobody helps now with:',
			restsOnOne: 'This rests on {name} alone now:',
			closer: 'A stronger tie than before:',
			looser: 'A weaker tie than before:',
			harder: 'More strain than before:',
			easier: 'Less strain than before:',
			met: 'They know each other now:',
			lost: 'They no longer know each other:',
			same: 'Nothing that can be seen here has changed.',
			otherQuestions: 'The questions were worded differently, which alone can change who is named.',
			otherHand: 'Other hands drew it, which alone can change it.',
			helpNotComparable: 'Only one of the two maps says who helps, so that is not compared.',
		},
	},
})
