import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import type { Place, Underneath } from '../support/place.ts'
import { type Meeting, newMeeting, plantMeeting } from './appointments.table.ts'
import { type Hand, hands, type PlanName, planNames } from './cast.ts'
import { plantEnd } from './end-of-work.table.ts'
import { plantFile } from './files.table.ts'
import { newSaid, plantNow, type Said } from './now.table.ts'
import { type Could, newCould, plantCould } from './opportunities.table.ts'
import { plantHope, plantInvitations, plantKindWords, plantProgress, plantReview } from './planted.ts'
import { newStory, plantStory, type StoryOfProof } from './story.table.ts'
import { newWorking, plantWorking, type Working } from './working.table.ts'

/** Ids of what one hand has in an outcome: how they see it, what they bring, what they ask of the other, their own step, and one that they ask of the other. */
type Own = {
	account: string
	difference: string
	contribution: string
	request: string
	step: string
	askedStep: string
	/** How far they said it has come. */
	number: string
}

/** An outcome made for a proof: all its words carry one mark that stands nowhere else. */
export type Thing = Record<Hand, Own> & {
	plan: PlanName
	/** Whose plan it is. */
	owner: string
	mark: string
	area: string
	/** The scope of the plan, and the one that the outcome's own rows belong to. */
	planScope: string
	scope: string
	outcome: string
	/** The words that stand now, which neither hand has agreed to; both have agreed to the ones before. */
	wording: string
	hash: string
	/** A look of the practitioner's in the person's record, by its number, and the person's question about it. */
	entry: number
	question: string
	/** The person's yes to the words before, given together and not yet said alone; and how they see it, as the practitioner heard them. */
	together: string
	heard: string
	/** What the person alone hopes for, beside a promise of the practitioner's, and how their hope was. */
	hope: string
	hopeRating: string
	/** Something that the person had opened, whose time is over. */
	opening: string
	/** A time of looking back, for which both are ready. */
	review: string
	/** Somebody whom the person has invited: by a message that waits to be checked, and by a card. */
	invitation: string
	card: string
	/** Kind words of the practitioner about the outcome, which the person has read and shows to nobody else. */
	kindWords: string
	/** A photo of the person's that stands in the plan's scope. */
	file: string
	/** When the two meet. */
	meeting: Meeting
	/** The person's own story, with a chapter of it that is open to the practitioner. */
	story: StoryOfProof
	/** How they work together. */
	working: Working
	/** What both say of where the person is now. */
	now: Said
	/** What could be the person's. */
	could: Could
}

/** Who else has a plan: how the story calls the two. */
const hand: Record<PlanName, { person: string; practitioner: string }> = {
	ann: { person: 'ann', practitioner: 'priya' },
	joseph: { person: 'joseph', practitioner: 'callum' },
	tom: { person: 'tom', practitioner: 'ewa' },
	yusuf: { person: 'yusuf', practitioner: 'priya' },
	iris: { person: 'iris', practitioner: 'owen' },
	nobody: { person: 'nobody', practitioner: 'nobody-too' },
}

/** Every mark in a text. */
export const marksIn = (text: string): string[] => [...new Set(text.match(/mark-[a-z]+-[0-9a-f]{8}/g))]

let count = 0

/** Puts an outcome into somebody's plan past every policy, with everything in it that either hand can act on. */
export async function plantThing(underneath: Underneath, plan: PlanName): Promise<Thing> {
	const who = hand[plan]
	const area = idOf(plan === 'iris' ? 'Northgate' : 'Rivermouth')
	const scope = idOf(`${plan}/plan`)
	const mark = `mark-${plan}-${createHash('sha256').update(`${plan} ${count++}`).digest('hex').slice(0, 8)}`
	const words = `What ${mark} works towards`
	const outcome = v7()
	const [before, wording] = [v7(), v7()]
	const own = (name: string): Own => ({
		account: idOf(name),
		difference: v7(),
		contribution: v7(),
		request: v7(),
		...{ step: v7(), askedStep: v7(), number: v7() },
	})
	const thing: Thing = {
		...{ plan, mark, area, planScope: scope, scope, outcome, wording, entry: 0, question: v7(), opening: v7() },
		...{ together: v7(), heard: v7(), hope: v7(), hopeRating: v7(), review: v7() },
		...{
			meeting: newMeeting(),
			story: newStory(),
			working: newWorking(),
			now: newSaid(who.person),
			could: newCould(),
		},
		...{ invitation: v7(), card: v7(), kindWords: v7(), file: v7(), owner: idOf(who.person) },
		hash: createHash('sha256').update(words).digest('hex'),
		person: own(who.person),
		practitioner: own(who.practitioner),
	}
	const about = [area, outcome, scope]
	await underneath(
		`insert into outcome (area_id, id, scope_id, person_id, proposed_by_id) values ($1, $2, $3, $4, $4)`,
		[...about, thing.person.account],
	)
	await underneath(
		`insert into wording (area_id, outcome_id, scope_id, id, number, words, author_id)
			values ($1, $2, $3, $4, 1, 'What ' || $6::text || ' was before', $8), ($1, $2, $3, $5, 2, $7, $8)`,
		[...about, before, wording, mark, words, thing.person.account],
	)
	for (const [at, side] of hands.entries()) {
		const mine = thing[side]
		const other = thing[hands[1 - at] ?? 'person']
		await underneath(
			`insert into agreement (area_id, outcome_id, scope_id, id, wording_id, words_hash, account_id)
				select $1, $2, $3, $4, w.id, w.words_hash, $6 from wording w where w.area_id = $1 and w.id = $5`,
			[...about, side === 'person' ? thing.together : v7(), before, mine.account],
		)
		await underneath(
			`insert into difference (area_id, outcome_id, scope_id, id, author_id, reason)
				values ($1, $2, $3, $4, $5, 'A view of ' || $6::text)`,
			[...about, mine.difference, mine.account, mark],
		)
		await underneath(
			`insert into contribution (area_id, outcome_id, scope_id, id, brought_by_id, kind, words)
				values ($1, $2, $3, $4, $5, 'time', 'A promise of ' || $6::text)`,
			[...about, mine.contribution, mine.account, mark],
		)
		await underneath(
			`insert into contribution_request (area_id, outcome_id, scope_id, id, asked_by_id, asked_of_id, kind, words)
				values ($1, $2, $3, $4, $5, $6, 'skill', 'A question of ' || $7::text)`,
			[...about, mine.request, mine.account, other.account, mark],
		)
		await underneath(
			`insert into step (area_id, outcome_id, scope_id, id, whose_id, written_by_id, words, said, day)
				values ($1, $2, $3, $4, $6, $6, 'A step of ' || $8::text, 'By 3 May 2031', '2031-05-03'),
					($1, $2, $3, $5, $7, $6, 'A step asked for in ' || $8::text, null, null)`,
			[...about, mine.step, mine.askedStep, mine.account, other.account, mark],
		)
	}
	await plantProgress(underneath, thing)
	await plantReview(underneath, thing)
	await underneath('update agreement set together_with_id = $1 where id = $2', [
		thing.practitioner.account,
		thing.together,
	])
	await underneath(
		`insert into difference (area_id, outcome_id, scope_id, id, author_id, heard_from_id, reason)
			values ($1, $2, $3, $4, $5, $6, 'A view of ' || $7::text || ', as heard')`,
		[...about, thing.heard, thing.practitioner.account, thing.person.account, mark],
	)
	await plantHope(underneath, thing)
	// Of an account and a scope there is one opening at a time.
	await underneath('update opening set closed_at = now() where person_id = $1 and until < now()', [
		thing.person.account,
	])
	await plantOpening(underneath, thing, thing.opening, {
		to: thing.practitioner.account,
		scope,
		of: outcome,
		until: '-1 day',
	})
	await plantKindWords(underneath, thing)
	await plantMeeting(underneath, thing)
	await plantWorking(underneath, thing)
	await plantFile(underneath, thing)
	await plantEnd(underneath, thing)
	await plantStory(underneath, thing)
	await plantNow(underneath, thing)
	await plantCould(underneath, thing)
	// A person who asks nothing is known to no lead either.
	if (plan === 'nobody') return thing
	await plantInvitations(underneath, thing)
	await underneath(`select append_access_entry($1, $2, $3, 'looked', 'plan', $4, clock_timestamp())`, [
		area,
		thing.person.account,
		thing.practitioner.account,
		scope,
	])
	const [asked] = await underneath<{ number: number }>(
		`insert into record_question (area_id, id, person_id, entry_number, asked_of_id, entry_at, entry_act, entry_what, words)
			select e.area_id, $1, e.person_id, e.number, e.by_id, e.at, e.act, e.what, 'A look that ' || $2::text || ' asks about'
			from access_entry e join access_head h on h.area_id = e.area_id and h.person_id = e.person_id and h.number = e.number
			where e.area_id = $3 and e.person_id = $4 returning entry_number::integer as number`,
		[thing.question, mark, area, thing.person.account],
	)
	return { ...thing, entry: asked?.number ?? 0 }
}

/**
 * Gives somebody to whom an outcome is open a hand in it, past every policy: what they bring, a step of their own, and what
 * the person asks of them. An outcome that was made for the proof comes to where it is open to them.
 *
 * @returns the same thing, with their own in place of the person's, and in place of the practitioner's what the person asks
 */
export async function plantThird(underneath: Underneath, thing: Thing, account: string): Promise<Thing> {
	const scope = thing.plan === 'ann' ? idOf('ann/planted') : thing.planScope
	await underneath('update outcome set scope_id = $1 where id = $2', [scope, thing.outcome])
	const about = [thing.area, thing.outcome, scope]
	const mine = { ...thing.person, account, contribution: v7(), step: v7() }
	const asks = { ...thing.practitioner, request: v7(), askedStep: v7() }
	const [person, mark] = [thing.person.account, thing.mark]
	await underneath(
		`insert into contribution (area_id, outcome_id, scope_id, id, brought_by_id, kind, words)
			values ($1, $2, $3, $4, $5, 'time', 'Something that somebody brings to ' || $6::text)`,
		[...about, mine.contribution, account, mark],
	)
	await underneath(
		`insert into contribution_request (area_id, outcome_id, scope_id, id, asked_by_id, asked_of_id, kind, words)
			values ($1, $2, $3, $4, $5, $6, 'skill', 'A question of ' || $7::text)`,
		[...about, asks.request, person, account, mark],
	)
	await underneath(
		`insert into step (area_id, outcome_id, scope_id, id, whose_id, written_by_id, words)
			values ($1, $2, $3, $4, $6, $6, 'A step of ' || $8::text), ($1, $2, $3, $5, $6, $7, 'A step asked for in ' || $8::text)`,
		[...about, mine.step, asks.askedStep, account, person, mark],
	)
	return { ...thing, scope, person: mine, practitioner: asks, owner: person }
}

type Planted = { to: string; scope: string; of: string | null; until: string }

/** Opens something of a plan past every policy, two days ago. */
async function plantOpening(underneath: Underneath, thing: Thing, id: string, { to, scope, of, until }: Planted) {
	await underneath(
		`insert into opening (area_id, id, person_id, scope_id, thing_id, account_id, purpose, opened_at, until, ends_with_work, names_shown)
			values ($1, $2, $3, $4, $5, $6, 'What it is for: ' || $7::text, now() - interval '2 days', now() + $8::interval, false, '{}')`,
		[thing.area, id, thing.person.account, scope, of, to, thing.mark, until],
	)
}

/** What is open to read in the proofs: Ann's one outcome to Linda, all that is Yusuf's to Bilal and to Pat. */
async function plantReaders({ underneath }: Place, things: Record<PlanName, Thing>): Promise<void> {
	const { ann, yusuf } = things
	ann.scope = idOf('ann/planted')
	await underneath(`insert into scope (area_id, id, person_id, part, within_id) values ($1, $2, $3, 'plan', $4)`, [
		ann.area,
		ann.scope,
		ann.person.account,
		ann.planScope,
	])
	await underneath('update outcome set scope_id = $1 where id = $2', [ann.scope, ann.outcome])
	const until = '1 month'
	await plantOpening(underneath, ann, v7(), { to: idOf('linda'), scope: ann.scope, of: ann.outcome, until })
	for (const to of ['bilal', 'pat']) {
		await plantOpening(underneath, yusuf, v7(), { to: idOf(to), scope: yusuf.planScope, of: null, until })
	}
	// Iris too knows somebody to whom she could open something.
	await underneath(`insert into account (area_id, id, name) values ($1, $2, 'Partner Elsewhere')`, [
		things.iris.area,
		idOf('partner-elsewhere'),
	])
	await underneath(`insert into standing (area_id, id, account_id, kind) values ($1, $2, $3, 'partner')`, [
		things.iris.area,
		v7(),
		idOf('partner-elsewhere'),
	])
}

/** A plan in Rivermouth whose person cannot sign in and with whom nobody works: whoever sees anything of it sees too much. */
export async function plantNobody({ underneath }: Place): Promise<Thing> {
	const area = idOf('Rivermouth')
	for (const name of ['nobody', 'nobody-too']) {
		await underneath(`insert into account (area_id, id, name) values ($1, $2, 'mark-nobody-00000000')`, [
			area,
			idOf(name),
		])
	}
	await underneath(`insert into scope (area_id, id, person_id, part) values ($1, $2, $3, 'plan')`, [
		area,
		idOf('nobody/plan'),
		idOf('nobody'),
	])
	return plantThing(underneath, 'nobody')
}

/** One thing in each plan of the proofs. */
export async function plantAll(place: Place): Promise<Record<PlanName, Thing>> {
	const nobody = await plantNobody(place)
	const planted: [PlanName, Thing][] = []
	for (const plan of planNames) {
		planted.push([plan, plan === 'nobody' ? nobody : await plantThing(place.underneath, plan)])
	}
	const things = Object.fromEntries(planted) as Record<PlanName, Thing>
	await plantReaders(place, things)
	return things
}
