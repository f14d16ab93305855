/** Who may write what in a plan, or about a person: exactly the rows that should be written are, and nobody else writes any. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { ask, fill } from './asking.ts'
import { type Hand, planNames } from './cast.ts'
import { assertChanges } from './changes.ts'
import { accessOf, all, assertNotThere, type Cell, cellsOf, nameOf, place, refusedHands, thingOf } from './matrix.ts'
import { idsOf, planActs } from './routes.table.ts'
import { allRows, changesSince, print } from './rows.ts'
import { plantThing, plantThird, type Thing } from './things.ts'

/** The acts in one outcome of a plan: half of them all, tested beside the other half. */
export const isInOutcome = (pattern: string): boolean => pattern.startsWith('/people/:person/plan/outcomes/')

/** Every form of somebody's plan, or about them, whose address is one of these; each cell that was tested is ticked off. */
export function testPlanActs(isOne: (pattern: string) => boolean, untested: Set<string>): void {
	for (const pattern of Object.keys(planActs).filter(isOne)) {
		test(`POST ${pattern}`, async () => {
			const before = await print(place.underneath)
			for (const cell of cellsOf('POST', pattern)) await assertRefused(cell)
			assert.equal(await print(place.underneath), before, 'what is refused writes nothing')
			for (const cell of cellsOf('POST', pattern)) {
				await actWhereAllowed(cell)
				untested.delete(nameOf(cell))
			}
		})
	}
}

/** Refused with the things of each hand that are not theirs: to share and, of one plan, to keep for later too. */
async function assertRefused(cell: Cell): Promise<void> {
	const act = planActs[cell.pattern]
	assert(act)
	for (const hand of refusedHands(cell, act.whose)) {
		const sent = act.fields(thingOf(cell), hand, v7())
		const steps = 'step' in sent && cell.plan === planNames[0] ? [sent, { ...sent, step: 'later' }] : [sent]
		for (const step of steps) {
			await assertNotThere(all[cell.who], 'POST', cell.pattern, idsOf(thingOf(cell), hand, act.ids), step, act.file)
		}
	}
}

async function actWhereAllowed(cell: Cell): Promise<void> {
	const whose = planActs[cell.pattern]?.whose
	const as = accessOf(cell, whose)
	if (!as) return
	const thing = await plantThing(place.underneath, thingOf(cell).plan)
	// Who is no hand of the plan acts on what is theirs in it.
	const isThird = as === 'reader' && whose === 'readers'
	await assertAct(cell, isThird ? await plantThird(place.underneath, thing, all[cell.who].account) : thing, as)
}

/** Writes exactly what it should, on a thing of its own so that no cell stands in another's way. */
async function assertAct(cell: Cell, thing: Thing, as: Hand | 'reader'): Promise<void> {
	const { pattern, who } = cell
	const act = planActs[pattern]
	assert(act)
	const hand = as === 'reader' ? 'person' : as
	const once = v7()
	const rows = await allRows(place.underneath)
	const url = fill(pattern, idsOf(thing, hand, act.ids))
	const answer = await ask(place, all[who], 'POST', url, act.fields(thing, hand, once), {}, act.file)
	if (act.writes) {
		assertChanges(await changesSince(rows, place.underneath), act.writes(thing, hand, once), nameOf(cell))
	}
	await place.underneath('delete from invitation where id = any ($1)', [[once, thing.invitation, thing.card]])
	if (act.to === 'not there') return assert.equal(answer.statusCode, 404, nameOf(cell))
	if (act.to === 'card') return assert.match(answer.body, /class="card__code">[0-9A-Z-]{14}</, nameOf(cell))
	if (act.to === 'page') return assert.equal(answer.statusCode, 200, nameOf(cell))
	await place.underneath('update opening set closed_at = now() where id = $1', [once])
	await place.underneath(
		`delete from message where kind = 'something-new' and asked_at > now() - interval '1 hour' and account_id = $1`,
		[thing.person.account],
	)
	await place.underneath(`delete from draft where form = 'opening' and account_id = $1`, [thing.person.account])
	const ofPerson = `/people/${thing.owner}`
	const declared = {
		plan: `${ofPerson}/plan`,
		outcome: `${ofPerson}/plan/outcomes/${thing.outcome}`,
		'new outcome': `${ofPerson}/plan/outcomes/${once}`,
		openings: `${ofPerson}/openings`,
		review: `${ofPerson}/plan/reviews/${thing.review}`,
		reviews: `${ofPerson}/plan/reviews`,
		open: `${ofPerson}/openings/open`,
		home: '/',
		supporters: `${ofPerson}/supporters`,
		'to check': '/invitations',
		hope: `${ofPerson}/hope`,
		'new sitting': `${ofPerson}/now/sittings/${once}`,
		sitting: `${ofPerson}/now/sittings/${thing.now.sitting}`,
		part: `${ofPerson}/now/sittings/${thing.now.sitting}/parts/${thing.now.life}`,
		now: `${ofPerson}/now`,
		measures: `${ofPerson}/now/measures`,
		'new opportunity': `${ofPerson}/opportunities/${once}`,
		opportunity: `${ofPerson}/opportunities/${thing.could.opportunity}`,
		opportunities: `${ofPerson}/opportunities`,
		notes: `${ofPerson}/notes`,
		progress: `${ofPerson}/plan/outcomes/${thing.outcome}/progress`,
		'new appointment': `${ofPerson}/appointments/${once}`,
		appointment: `${ofPerson}/appointments/${thing.meeting.appointment}`,
		'appointment asked for by the other': `${ofPerson}/appointments/${thing.meeting[hand === 'person' ? 'practitioner' : 'person'].asked}`,
		'other time': `${ofPerson}/appointments/${thing.meeting.appointment}/other-time`,
		'other time than what was': `${ofPerson}/appointments/${thing.meeting.past}/other-time`,
		'end of work': `${ofPerson}/end-of-work`,
		reminders: `${ofPerson}/appointments/reminders`,
	}
	const to = typeof act.to === 'function' ? act.to(thing, once) : declared[act.to]
	const told = act.to === 'open' ? '' : '\\?done(?:=\\w+)?'
	assert.match(answer.headers.location ?? '', new RegExp(`^${to}${told}$`), nameOf(cell))
	const next = await ask(place, all[who], 'GET', answer.headers.location ?? '')
	assert.equal(next.statusCode, 200, nameOf(cell))
	assert(
		act.to === 'open' || next.body.includes('notification-banner'),
		`${nameOf(cell)}: the next page says what was done`,
	)
}
