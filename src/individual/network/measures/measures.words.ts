import { defineWords } from '../../../platform/words.ts'

const kinds = {
	practical: 'practical things',
	emotional: 'someone to lean on',
	company: 'company',
	information: 'knowing how things work',
	money: 'money',
	wayIn: 'a way in to somewhere',
	family: 'Family',
	friends: 'Friends',
	work: 'Work',
	community: 'Community',
	services: 'Services',
	peers: 'Peers',
	notSaid: 'Not said',
	ofKind: '{kind}: {count}',
	pair: '{one} and {other}',
} as const

/** What a map says, in lists and words, to the one whose it is and to who works with them. */
export const networkWords = defineWords('network', {
	en: {
		person: {
			...kinds,
			size: '{count, plural, =0 {Nobody is on your map yet.} one {You have put one person or group on your map.} other {You have put # people and groups on your map.}}',
			belong: 'Where they belong in your life:',
			allKnow: 'They all know each other, or know someone who does.',
			groups: 'Your people are in {count} separate groups. You are the only link between them.',
			groupsSoFar: 'As far as you have said, your people are in {count} separate groups.',
			group: 'One group:',
			onlyYou: '{count, plural, one {One knows only you:} other {# know only you:}}',
			open: '{count, plural, one {We do not know about one pair yet.} other {We do not know about # pairs yet.}}',
			linchpin: 'If the tie to {name} went, these would be cut off from the rest:',
			goBetween:
				'{count, plural, one {You are the go-between for one pair:} other {You are the go-between for # pairs:}}',
			nobody: 'Nobody yet for:',
			onlyServices: 'Only services help with:',
			restsOn: 'Only {name} helps you with:',
			several: 'More than one helps you with:',
			youHelp: '{count, plural, one {You help one with {kind}:} other {You help # with {kind}:}}',
			severalWays:
				'{count, plural, one {One helps you in more than one way:} other {# help you in more than one way:}}',
			youSeveralWays:
				'{count, plural, one {You help one in more than one way:} other {You help # in more than one way:}}',
			bothWays: 'Help goes both ways in {count} of {of}:',
			mixed: '{count, plural, one {One is both a help and a strain:} other {# are both a help and a strain:}}',
			mixedUsual: 'Most people have someone like that.',
			helpFrom:
				'{count, plural, one {Your help comes from one part of your life:} other {Your help comes from # parts of your life:}}',
			helpNotAsked: 'You have not said who helps you yet.',
			stay: 'If every service went, these would stay:',
			stayNobody: 'If every service went, nobody on your map would stay.',
			still: 'You would still have help with:',
			gone: 'There would be nobody for:',
			named: 'You think these could help:',
			couldBeAsked: '{name} helps you already with:',
			nobodyYet: 'Nobody yet.',
		},
		practitioner: {
			...kinds,
			size: '{count, plural, =0 {Nobody is on the map yet.} one {One person or group is on the map.} other {# people and groups are on the map.}}',
			belong: 'Where they belong in {person}’s life:',
			allKnow: 'They all know each other, directly or through others.',
			groups: 'They are in {count} separate groups, and {person} is the only link between them.',
			groupsSoFar: 'As far as it was said, they are in {count} separate groups.',
			group: 'One group:',
			onlyYou:
				'{count, plural, one {One knows only {person}, a tie that is fragile or private:} other {# know only {person}, ties that are fragile or private:}}',
			open: '{count, plural, one {Of one pair nobody has said whether they know each other.} other {Of # pairs nobody has said whether they know each other.}}',
			linchpin: 'Without {name} these would be cut off from the rest. Ask what that costs {name}:',
			goBetween:
				'{count, plural, one {{person} is the go-between for one pair, which can be a burden:} other {{person} is the go-between for # pairs, which can be a burden:}}',
			nobody: 'Nobody yet for:',
			onlyServices: 'Only services help with:',
			restsOn: 'Only {name} helps {person} with:',
			several: 'More than one helps {person} with:',
			youHelp: '{count, plural, one {{person} helps one with {kind}:} other {{person} helps # with {kind}:}}',
			severalWays:
				'{count, plural, one {One helps {person} in more than one way:} other {# help {person} in more than one way:}}',
			youSeveralWays:
				'{count, plural, one {{person} helps one in more than one way:} other {{person} helps # in more than one way:}}',
			bothWays: 'Help goes both ways in {count} of {of} ties that help:',
			mixed: '{count, plural, one {One is both a help and a strain:} other {# are both a help and a strain:}}',
			mixedUsual: 'That is usual. Ask about it before anyone thinks of cutting a tie.',
			helpFrom:
				'{count, plural, one {Help comes from one part of {person}’s life:} other {Help comes from # parts of {person}’s life:}}',
			helpNotAsked: 'Nobody has said yet who helps {person}.',
			stay: 'If every service went, these would stay:',
			stayNobody: 'If every service went, nobody on the map would stay.',
			still: 'There would still be help with:',
			gone: 'There would be nobody for:',
			named: '{person} thinks these could help:',
			couldBeAsked: '{name} already helps {person} with:',
			nobodyYet: 'Nobody yet.',
		},
	},
})
