/** Everyone signed in at once, at all their pages at once: no page ever holds another's words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { northgate, rivermouth } from '../../demo/cast.ts'
import { idOf, type people } from '../../demo/demonstration.ts'
import { openPlace } from '../support/place.ts'

const place = await openPlace()
const cast = [...rivermouth, ...northgate]
const rounds = 3

/** One word for each account, in its name, and one for each plan, in an outcome of it: they stand nowhere else. */
const ofAccount = (name: string) => `canary-account-${name}`
const ofPlan = (name: string) => `canary-plan-${name}`
for (const { called } of cast) {
	await place.underneath(`update account set name = name || ' ' || $2 where id = $1`, [idOf(called), ofAccount(called)])
	await place.underneath(
		`update wording set words = words || ' ' || $2::text where id in (
			select distinct on (o.scope_id) w.id from outcome o
				join wording w on w.area_id = o.area_id and w.outcome_id = o.id where o.person_id = $1)`,
		[idOf(called), ofPlan(called)],
	)
}

/** Whose plans and names each account may find, told apart from the rules of the program: by who works with whom. */
const ties = await place.underneath<{ person: string; practitioner: string; now: boolean }>(
	`select person_id as person, practitioner_id as practitioner, is_now(began_at, ended_at) as now from working_relationship`,
)
const supported = await place.underneath<{ person: string; supporter: string }>(
	'select person_id as person, supporter_id as supporter from supporting where ended_at is null',
)
type Opening = { person: string; account: string; thing: string | null; part: string; holds: boolean }
const openings = await place.underneath<Opening>(
	`select o.person_id as person, o.account_id as account, o.thing_id as thing, s.part, opening_holds(o) as holds
		from opening o join scope s on s.id = o.scope_id`,
)
const pageOf: Readonly<Record<string, (thing: string | null) => string>> = {
	plan: (thing) => (thing ? `plan/outcomes/${thing}` : 'plan'),
	story: (thing) => `story/parts/${thing}`,
	now: (thing) => `now/parts/${thing}`,
	opportunities: (thing) => `opportunities/${thing}`,
}
const named = await place.underneath<{ person: string; helper: string }>(
	'select account_id as person, helper_id as helper from recovery_helper where ended_at is null and declined_at is null',
)
const brought = await place.underneath<{ person: string; by: string }>(
	'select o.person_id as person, c.brought_by_id as by from contribution c join outcome o on o.id = c.outcome_id',
)
const along = await place.underneath<{ person: string; account: string }>(
	'select person_id as person, account_id as account from appointment_company where account_id is not null',
)
const handed = await place.underneath<{ person: string; from: string; to: string; by: string }>(
	`select person_id as person, from_id as "from", to_id as "to", coalesce(named_by_id, from_id) as by
		from handover where begun_at is null`,
)
const openTo = (me: string) => openings.filter((one) => one.account === me && one.holds)
const calledOf = (id: string) => cast.find(({ called }) => idOf(called) === id)?.called ?? ''

function mayFind(called: string): Set<string> {
	const me = idOf(called)
	const persons = [me, ...ties.filter((tie) => tie.now && tie.practitioner === me).map((tie) => tie.person)]
	const around = ties.filter((tie) => persons.includes(tie.person)).map((tie) => tie.practitioner)
	// Names go both ways between a person and those who support them or have had something opened; words only to the latter.
	const close = [
		...supported.filter((one) => one.supporter === me).map((one) => one.person),
		...supported.filter((one) => one.person === me).map((one) => one.supporter),
		...openings.filter((one) => one.person === me).map((one) => one.account),
		// Both hands can ask those to whom something is open, and go on reading who brought what.
		...openings.filter((one) => one.holds && persons.includes(one.person)).map((one) => one.account),
		...brought.filter((one) => persons.includes(one.person)).map((one) => one.by),
		// Whoever is named as one who can help learns of whom.
		// Whoever is asked to come along learns with whom.
		...along.filter((one) => one.account === me).map((one) => one.person),
		...named.filter((one) => one.helper === me).map((one) => one.person),
		// Whoever is asked to take work over learns by whom, and with whom; who works with them, whom the other named.
		...handed.filter((one) => one.to === me).flatMap((one) => [one.person, one.by]),
		...handed.filter((one) => persons.includes(one.person)).flatMap((one) => [one.to, one.by]),
	]
	const openers = openTo(me).map((one) => one.person)
	// Kayleigh ticked whose name Pat may see.
	const ticked = openers.includes(idOf('kayleigh')) ? [idOf('ewa')] : []
	return new Set([
		...openers.map((id) => ofPlan(calledOf(id))),
		...[...close, ...openers, ...ticked].map((id) => ofAccount(calledOf(id))),
		...persons.map((id) => ofPlan(calledOf(id))),
		...[...persons, ...around].map((id) => ofAccount(calledOf(id))),
	])
}

/** Every page of an account: its home, the pages for everyone, and those of each plan that it works on. */
async function pagesOf(called: string): Promise<string[]> {
	const me = idOf(called)
	const persons = [me, ...ties.filter((tie) => tie.now && tie.practitioner === me).map((tie) => tie.person)]
	const outcomes = await place.underneath<{ person: string; id: string }>(
		`select person_id as person, id from outcome where person_id = any ($1::uuid[])`,
		[persons],
	)
	const withPlan = persons.filter((id) => id !== me || ties.some((tie) => tie.person === me))
	return [
		...['/', '/your-information', '/help-now', '/no-such-page'],
		...openTo(me).map(({ person, thing, part }) => `/people/${person}/${pageOf[part]?.(thing)}`),
		...withPlan.flatMap((id) => ['', '/plan', '/plan/propose'].map((rest) => `/people/${id}${rest}`)),
		...outcomes
			.slice(0, 3)
			.flatMap(({ person, id }) =>
				['', '/history', '/other-words', '/bring'].map((rest) => `/people/${person}/plan/outcomes/${id}${rest}`),
			),
	]
}

test(`${cast.length} signed-in people at all pages at once: no page holds another's words`, async () => {
	const visitors = await Promise.all(
		cast.map(async (member) => ({
			called: member.called,
			browser: await place.as(('key' in member ? member.key : member.called) satisfies keyof typeof people),
			pages: await pagesOf(member.called),
			may: mayFind(member.called),
		})),
	)
	const seen = new Set<string>()
	let asked = 0
	for (let round = 0; round < rounds; round++) {
		// Page by page across everyone, so that neighbours in time are always two people.
		const visits = visitors.flatMap((visitor) => visitor.pages.map((page, at) => ({ ...visitor, page, at })))
		visits.sort((one, other) => one.at - other.at || (round % 2 ? -1 : 1) * one.called.localeCompare(other.called))
		const answers = await Promise.all(
			visits.map(async (visit) => ({ ...visit, answer: await visit.browser.get(visit.page) })),
		)
		for (const { called, page, may, answer } of answers) {
			const where = `${called} at ${page}, round ${round + 1}`
			assert.equal(answer.status, page === '/no-such-page' ? 404 : 200, where)
			const found = new Set(answer.html.match(/canary-(?:account|plan)-\w+/g))
			assert(found.has(ofAccount(called)), `${where} is framed for whoever asked`)
			for (const canary of found) {
				assert(may.has(canary), `${where} holds ${canary}`)
				seen.add(canary)
			}
		}
		asked += answers.length
	}
	assert(visitors.length >= 20 && asked > 20 * 4 * rounds, `${asked} pages by ${visitors.length} people`)
	for (const { called } of cast) assert(seen.has(ofAccount(called)), `the word of ${called} was somewhere`)
	assert([...seen].filter((canary) => canary.startsWith('canary-plan-')).length >= 14, 'words of plans were found too')
})
