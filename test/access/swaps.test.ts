/** An id from elsewhere in any place of an address: of another person, another area, another outcome, another hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { v7 } from 'uuid'
import { type ActorName, type Hand, hands, type PlanName, planNames, plans } from './cast.ts'
import { all, assertNotThere, place, things } from './matrix.ts'
import { idsOf, planActs, planPages } from './routes.table.ts'
import { print } from './rows.ts'
import { plantThing } from './things.ts'

/** A second thing in a plan that has one already. */
const more = await plantThing(place.underneath, 'ann')

/** An address of somebody's own plan in which one id is that of a thing elsewhere. */
type Swap = {
	method: string
	pattern: string
	plan: PlanName
	who: ActorName
	hand: Hand
	ids: Record<string, string>
}

const addresses = [
	...Object.entries(planPages).map(([pattern, { ids }]) => ({ method: 'GET', pattern, ids })),
	...Object.entries(planActs).map(([pattern, { ids }]) => ({ method: 'POST', pattern, ids })),
].map((one) => ({ ...one, names: [...one.pattern.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []) }))

/** From where ids come: the same plan, another of the same practitioner's, strangers here, the other area, one closed to all. */
const from: Record<PlanName, (PlanName | 'more')[]> = {
	ann: ['more', 'yusuf', 'joseph', 'iris', 'nobody'],
	joseph: ['ann', 'iris', 'nobody'],
	tom: ['joseph', 'iris', 'nobody'],
	yusuf: ['ann', 'tom', 'iris', 'nobody'],
	iris: ['ann', 'nobody'],
	nobody: [],
}

/** Every address with more than one id, for each hand on each plan, each id in turn from each of these. */
function* swapsOf(): Generator<Swap> {
	for (const seat of seats()) {
		const mine = things[seat.plan]
		const elsewhere = from[seat.plan].map((one) => (one === 'more' ? more : things[one]))
		for (const { method, pattern, ids, names } of addresses) {
			const own = idsOf(mine, seat.hand, ids)
			for (const [name, thing] of names.flatMap((name) => elsewhere.map((thing) => [name, thing] as const))) {
				// Another outcome of the same plan is there for both hands, and another message of the same two; what is in it is not in
				// this one.
				// So are another sitting, each with every part of that life, and whatever was said there, for any outcome.
				const isThere =
					thing.plan === seat.plan &&
					(['person', 'message', 'sitting', 'life'].includes(name) ||
						names.length === 2 ||
						pattern.includes('/from-now/'))
				// Who works with two people writes with each of them.
				const isTheirsToo =
					name === 'person' &&
					names[1] === 'with' &&
					names.length === 2 &&
					thing[seat.hand].account === mine[seat.hand].account
				if (isThere || isTheirsToo || names.length === 1) continue
				const id = idsOf(thing, seat.hand, ids)[name] ?? ''
				// Whoever works with both is the same one in both.
				if (id !== own[name]) yield { ...seat, method, pattern, ids: { ...own, [name]: id } }
			}
		}
	}
}

function* seats(): Generator<{ plan: PlanName; hand: Hand; who: ActorName }> {
	for (const plan of planNames) {
		for (const hand of hands) {
			const who = plans[plan][hand]
			if (who) yield { plan, hand, who }
		}
	}
}

test('an id from elsewhere in any place of an address is one that nothing has', async () => {
	const before = await print(place.underneath)
	let tried = 0
	for (const { method, pattern, who, plan, hand, ids } of swapsOf()) {
		const fields = method === 'POST' ? planActs[pattern]?.fields(things[plan], hand, v7()) : undefined
		await assertNotThere(all[who], method, pattern, ids, fields)
		tried++
	}
	assert(tried > 500, `${tried} were tried`)
	assert.equal(await print(place.underneath), before, 'and nothing is written')
})
