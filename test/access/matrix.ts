/** The matrix of everyone, every address and every plan, which the tests beside this file go through cell by cell. */
import assert from 'node:assert/strict'
import { openPlace } from '../support/place.ts'
import { ask, everyone, fill, nowhere, type Someone, told } from './asking.ts'
import { type ActorName, actorNames, type Hand, hands, type PlanName, planNames, plans, readers } from './cast.ts'
import { recordTable } from './record.table.ts'
import { asDeclared, onlyFor, type Whose } from './routes.table.ts'
import { marksIn, plantAll, type Thing } from './things.ts'

/** One address, asked by one actor, about one plan or about none. */
export type Cell = { method: string; pattern: string; plan: PlanName | undefined; who: ActorName }
/** The cell in words. */
export function nameOf({ method, pattern, plan, who }: Cell): string {
	return `${method} ${pattern} about ${plan} by ${who}`
}

/** Every address as the server registered it. */
export const found: { method: string; url: string }[] = []
export const place = await openPlace({
	onRoute: ({ method, url }) => found.push(...[method].flat().map((one) => ({ method: one, url }))),
})
export const all = await everyone(place)
export const things = await plantAll(place)
/** The cells of one address. What answers GET answers HEAD, so of that one plan shows it. */
export function* cellsOf(method: string, pattern: string): Generator<Cell> {
	const some = method === 'HEAD' ? planNames.slice(0, 1) : planNames
	for (const plan of pattern.startsWith('/people/:person') ? some : [undefined]) {
		for (const who of actorNames) yield { method, pattern, plan, who }
	}
}

/** All cells of all addresses with one of these methods, but for the record's own, to be ticked off as they are tested. */
export const cellsToTest = (...methods: string[]): Set<string> =>
	new Set(
		found
			.filter(({ method, url }) => methods.includes(method) && !(asDeclared(url) in recordTable))
			.flatMap(({ method, url }) => [...cellsOf(method, asDeclared(url))].map(nameOf)),
	)

/** With which hand this one acts in the plan, if any. */
export const handOf = ({ plan, who, pattern }: Cell): Hand | undefined =>
	hands.find((hand) => plan && plans[plan][hand] === who && (onlyFor[pattern] ?? hand) === hand)

/** What is open to this one in the plan: the whole of it, one outcome, or nothing. */
const openTo = ({ plan, who }: Cell) => plan && readers[plan]?.[who]

/** As whom this one may come to an address that is for these: as a hand of the plan, as one to whom it is open, or not. */
export function accessOf(cell: Cell, whose: Whose = 'hands'): Hand | 'reader' | undefined {
	const hand = handOf(cell)
	if (whose === 'person') return hand === 'person' ? hand : undefined
	// Of each story a chapter is open to who works with its person.
	if (whose === 'leavers') return openTo(cell) || hand === 'practitioner' ? 'reader' : undefined
	if (whose === 'hands' || hand) return hand
	const reads = openTo(cell) === 'whole' || (openTo(cell) === 'thing' && cell.pattern.includes(':outcome'))
	return reads ? 'reader' : undefined
}

/** With which hands' things a cell is refused: where an address names what is one hand's own, the other's is refused too. */
export function refusedHands(cell: Cell, whose: Whose = 'hands'): Hand[] {
	const mine = handOf(cell)
	const ofOne = /:(difference|contribution|request|step|rating|message)\b/.test(cell.pattern)
	if (ofOne) return hands.filter((hand) => hand !== mine)
	if (whose !== 'hands') return accessOf(cell, whose) ? [] : ['person']
	return mine ? [] : ['person']
}

/** The thing that a cell is about. */
export function thingOf({ plan }: Cell): Thing {
	assert(plan)
	return things[plan]
}

type Fields = Record<string, string>

/** What each is told of what is not there; the same each time, so it is asked once. */
const nothing = new Map<string, ReturnType<typeof told>>()

/** The same answer, to the byte, as for what is not there. */
export async function assertNotThere(
	who: Someone,
	method: string,
	pattern: string,
	ids: Fields,
	fields?: Fields,
	file?: Buffer,
) {
	const known = `${who.name} ${method} ${pattern}`
	if (!nothing.has(known)) {
		const there = nowhere(pattern)
		nothing.set(known, told(await ask(place, who, method, there, fields, {}, file), there))
	}
	const here = fill(pattern, ids)
	const answer = told(await ask(place, who, method, here, fields, {}, file), here)
	assert.deepEqual(answer, nothing.get(known), `${method} ${here} by ${who.name}`)
	assert.equal(answer.status, who.name === 'anonymous' ? 401 : 404, `${method} ${here} by ${who.name}`)
	assert.deepEqual(marksIn(answer.body), [], `${method} ${here} by ${who.name}`)
}
