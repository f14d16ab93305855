import { defineWords } from '../../platform/words.ts'
import type { Act, Recorded } from './access-record.queries.ts'

/** How each kind of thing is told: looked at, to the person and to others, and what was done by whoever changed it. */
type Told = { yours: string; theirs: string; changed: string; changedByYou?: string }

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
		changedByYou: 'said you see something differently, or took that back',
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
	person: {
		yours: 'the page on who works with you',
		theirs: 'the page on who works with them',
		changed: 'changed the page on who works with you',
		changedByYou: 'changed the page on who works with you',
	},
	record: { yours: 'this record', theirs: 'the record of looks', changed: 'changed something about this record' },
	question: {
		yours: 'a question you asked here',
		theirs: 'a question about a look',
		changed: 'answered a question you asked here',
		changedByYou: 'asked about a look',
	},
}

/** The sentences of one reader: who did it, whose it is called, and how a change is told. */
function sentences(who: string, whose: 'yours' | 'theirs', byYou: boolean): Record<`${Act}_${Recorded}`, string> {
	const kinds = Object.entries(told)
	const looked = kinds.map(([kind, one]) => [`looked_${kind}`, `${who} looked at ${one[whose]}.`])
	const changed = kinds.map(([kind, one]) => [
		`changed_${kind}`,
		`${who} ${(byYou && one.changedByYou) || one.changed}.`,
	])
	return Object.fromEntries([...looked, ...changed])
}

/** What anybody did, in one sentence: to the person by others and by themselves, to whoever did it, and to a lead. */
export const entryWords = defineWords('record-entries', {
	en: {
		person: {
			...sentences('{name}', 'yours', false),
			looked: '{name} looked at something of yours.',
			changed: '{name} changed something of yours.',
		},
		own: {
			...sentences('You', 'yours', true),
			looked: 'You looked at something of yours.',
			changed: 'You changed something of yours.',
		},
		asked: {
			...sentences('You', 'theirs', true),
			looked: 'You looked at something of theirs.',
			changed: 'You changed something of theirs.',
		},
		lead: {
			...sentences('{name}', 'theirs', false),
			looked: '{name} looked at something of theirs.',
			changed: '{name} changed something of theirs.',
		},
	},
})
