import { defineWords } from '../../platform/words.ts'
import type { Act, Recorded } from './access-record.queries.ts'

/**
 * How each kind of thing is told: looked at, to the person and to others, and what was done by whoever changed it; where
 * that reads otherwise to the person of their own doing, to whoever did it, or to a lead, in their words.
 */
type Told = { yours: string; theirs: string; changed: string; own?: string; asked?: string; lead?: string }

const told: Record<Recorded, Told> = {
	plan: { yours: 'your plan', theirs: 'the plan', changed: 'changed the plan' },
	outcome: {
		yours: 'something in your plan',
		theirs: 'something in the plan',
		changed: 'put something into the plan',
	},
	words: { yours: 'words in your plan', theirs: 'words in the plan', changed: 'wrote other words in the plan' },
	agreement: {
		yours: 'who agreed in your plan',
		theirs: 'who agreed in the plan',
		changed: 'said yes to something, or took a yes back',
	},
	difference: {
		yours: 'another view in your plan',
		theirs: 'another view in the plan',
		changed: 'said they see something differently, or took that back',
		own: 'said you see something differently, or took that back',
		asked: 'said you see something differently, or took that back',
	},
	turn: {
		yours: 'how something in your plan goes',
		theirs: 'how something in the plan goes',
		changed: 'said how something is going',
	},
	contribution: {
		yours: 'what someone brings to your plan',
		theirs: 'what someone brings to the plan',
		changed: 'made a promise, kept one or took one back',
	},
	request: {
		yours: 'what someone asks for in your plan',
		theirs: 'what someone asks for in the plan',
		changed: 'asked for something, or answered',
	},
	step: {
		yours: 'a step in your plan',
		theirs: 'a step in the plan',
		changed: 'wrote a step, answered one, or said how one goes',
	},
	person: {
		yours: 'the page on who works with you',
		theirs: 'the page on who works with them',
		changed: 'began to work with you',
		asked: 'began to work with them',
		lead: 'began to work with them',
	},
	record: { yours: 'this record', theirs: 'the record of looks', changed: 'changed something about this record' },
	card: {
		yours: 'a card for you to come in with',
		theirs: 'a card for them to come in with',
		changed: 'made a card for you to come in with',
		asked: 'made a card for them to come in with',
		lead: 'made a card for them to come in with',
	},
	opening: {
		yours: 'what you opened to someone',
		theirs: 'what they opened to someone',
		changed: 'opened something',
	},
	closing: {
		yours: 'what you closed',
		theirs: 'what they closed',
		changed: 'closed something',
	},
	together: {
		yours: 'what you said yes to on their device',
		theirs: 'what they said yes to on your device',
		changed: 'handed you their device, and you said yes to one thing on it',
		own: 'handed over your device, and they said yes to one thing on it',
		asked: 'handed them your device, and they said yes to one thing on it',
		lead: 'handed them their device, and they said yes to one thing on it',
	},
	written_down: {
		yours: 'words that they wrote down for you',
		theirs: 'words that were written down for them',
		changed: 'wrote down words as they heard you say them',
		own: 'wrote down words for yourself',
		asked: 'wrote down words as you heard them say them',
		lead: 'wrote down words as they heard them',
	},
	own_words: {
		yours: 'whether words are yours',
		theirs: 'whether words are theirs',
		changed: 'said whether words are theirs',
		own: 'said whether words written down for you are yours',
	},
	leaving: {
		yours: 'what went with someone who left',
		theirs: 'what went with someone who left',
		changed: 'took their own words with them',
		own: 'took your own words with you',
		asked: 'took your own words with you',
	},
	invitation: {
		yours: 'someone you invited, to check it',
		theirs: 'someone they invited, to check it',
		changed: 'invited someone',
	},
	review: {
		yours: 'how you look back together',
		theirs: 'how they look back together',
		changed: 'prepared to look back together, or said that you did',
		own: 'prepared to look back together, or said that you did',
		asked: 'prepared to look back together, or said that you did',
		lead: 'prepared to look back together, or said that they did',
	},
	supporting: {
		yours: 'who supports you',
		theirs: 'who supports them',
		changed: 'came in to support you',
		asked: 'came in to support them',
		lead: 'came in to support them',
	},
	recognition: {
		yours: 'kind words in your plan',
		theirs: 'kind words in the plan',
		changed: 'put kind words for you, or took them back',
		own: 'thanked someone, or chose who reads kind words to you',
		asked: 'put kind words for them, or took them back',
		lead: 'put kind words for them, or took them back',
	},
	recognition_answer: {
		yours: 'an answer to kind words',
		theirs: 'an answer to kind words',
		changed: 'answered your thanks',
		own: 'answered kind words',
		asked: 'answered their thanks',
		lead: 'answered their thanks',
	},
	progress: {
		yours: 'how far something in your plan has come',
		theirs: 'how far something in the plan has come',
		changed: 'said how far something has come, or what that looks like',
	},
	appointment: {
		yours: 'when you meet',
		theirs: 'when they meet',
		changed: 'said something about when you meet',
		asked: 'said something about when you meet',
		lead: 'said something about when they meet',
	},
	end_of_work: {
		yours: 'when your work together ends',
		theirs: 'when their work together ends',
		changed: 'said when your work together ends',
		asked: 'said when your work together ends',
		lead: 'said when their work together ends',
	},
	order: {
		yours: 'what the order asks of you',
		theirs: 'what the order asks of them',
		changed: 'wrote what the order asks, or answered you about it',
		own: 'said something about what the order asks',
		asked: 'wrote what the order asks, or answered about it',
		lead: 'wrote what the order asks, or answered about it',
	},
	expectation: {
		yours: 'what you can expect of each other',
		theirs: 'what they can expect of each other',
		changed: 'said what you can expect of each other',
		asked: 'said what you can expect of each other',
		lead: 'said what they can expect of each other',
	},
	check_in: {
		yours: 'how your meetings were',
		theirs: 'how their meetings were',
		changed: 'said how a meeting was, or that they say nothing',
		own: 'said how a meeting was, or that you say nothing',
		asked: 'said how a meeting was, or that you say nothing',
	},
	conversation: {
		yours: 'what you write to each other',
		theirs: 'what they write to each other',
		changed: 'wrote to you, or took a message back',
		own: 'wrote to someone, took a message back, or closed what you write',
		asked: 'wrote to them, or took a message back',
		lead: 'wrote to them, or took a message back',
	},
	handover: {
		yours: 'what is handed over about you',
		theirs: 'what is handed over about them',
		changed: 'wrote a note, or named who comes next',
		own: 'said what becomes of a note to hand over, or who comes next',
	},
	now: {
		yours: 'where you are now',
		theirs: 'where they are now',
		changed: 'said something about where you are now',
		asked: 'said something about where they are now',
		lead: 'said something about where they are now',
	},
	opportunity: {
		yours: 'what could be yours',
		theirs: 'what could be theirs',
		changed: 'said something about what could be yours',
		asked: 'said something about what could be theirs',
		lead: 'said something about what could be theirs',
	},
	file: {
		yours: 'your photo or voice note',
		theirs: 'their photo or voice note',
		changed: 'added or deleted a photo or a voice note',
	},
	coming_along: {
		yours: 'who comes along with you',
		theirs: 'who comes along with them',
		changed: 'said whether they come along with you',
		asked: 'said whether you come along with them',
		lead: 'said whether they come along',
	},
	story: {
		yours: 'a part of your story that you opened',
		theirs: 'a part of their story that they opened',
		changed: 'changed something in your story',
		own: 'changed something in your story',
		asked: 'changed something in their story',
		lead: 'changed something in their story',
	},
	story_beside: {
		yours: 'what stands beside your story',
		theirs: 'what stands beside their story',
		changed: 'put words of their own beside your story',
		own: 'put words beside your story',
		asked: 'put words of your own beside their story',
		lead: 'put words of their own beside a story',
	},
	story_heard: {
		yours: 'words for your story, as heard from you',
		theirs: 'words for their story, as heard from them',
		changed: 'wrote down words for your story, as you said them',
		own: 'wrote down words for your story',
		asked: 'wrote down words for their story, as they said them',
		lead: 'wrote down words for their story, as they said them',
	},
	story_taking_out: {
		yours: 'being taken out of a moment of your story',
		theirs: 'being taken out of a moment of their story',
		changed: 'asked you to take them out of a moment of your story',
		own: 'asked to be taken out of a moment of your story',
		asked: 'asked to be taken out of a moment of their story',
		lead: 'asked to be taken out of a moment of a story',
	},
	story_together: {
		yours: 'your yes to words for your story',
		theirs: 'their yes to words for their story',
		changed: 'handed you their device, and you said that words for your story are yours',
		own: 'said that words for your story are yours',
		asked: 'handed them your device, and they said that words for their story are theirs',
		lead: 'handed them a device, and they said that words for their story are theirs',
	},
	question: {
		yours: 'a question you asked here',
		theirs: 'a question about a look',
		changed: 'answered a question you asked here',
		own: 'asked about a look',
		asked: 'answered a question about a look',
		lead: 'answered a question about a look',
	},
}

/** The sentences of one reader: who did it, and in whose words it is told. */
function sentences(who: string, voice: 'changed' | 'own' | 'asked' | 'lead'): Record<`${Act}_${Recorded}`, string> {
	const whose = voice === 'changed' || voice === 'own' ? 'yours' : 'theirs'
	const kinds = Object.entries(told)
	const looked = kinds.map(([kind, one]) => [`looked_${kind}`, `${who} looked at ${one[whose]}.`])
	const changed = kinds.map(([kind, one]) => [`changed_${kind}`, `${who} ${one[voice] ?? one.changed}.`])
	return Object.fromEntries([...looked, ...changed])
}

/** What anybody did, in one sentence: to the person by others and by themselves, to whoever did it, and to a lead. */
export const entryWords = defineWords('record-entries', {
	en: {
		person: {
			...sentences('{name}', 'changed'),
			looked: '{name} looked at something of yours.',
			changed: '{name} changed something of yours.',
		},
		own: {
			...sentences('You', 'own'),
			looked: 'You looked at something of yours.',
			changed: 'You changed something of yours.',
		},
		asked: {
			...sentences('You', 'asked'),
			looked: 'You looked at something of theirs.',
			changed: 'You changed something of theirs.',
		},
		lead: {
			...sentences('{name}', 'lead'),
			looked: '{name} looked at something of theirs.',
			changed: '{name} changed something of theirs.',
		},
	},
})
