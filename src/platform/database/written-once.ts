import type { CompiledQuery } from 'kysely'
import type { Tx } from './acting.ts'

/** Stands in a statement where a value comes later. */
class Place {
	readonly name: string
	constructor(name: string) {
		this.name = name
	}
	[Symbol.toPrimitive](): never {
		throw new TypeError(`A statement that is written once cannot depend on ${this.name}.`)
	}
}

const placeFor = (name: string) => new Place(name) as never
const places = new Proxy({}, { get: (_, name) => placeFor(String(name)) })

/**
 * A statement that Kysely writes at its first use, for `tx.ask` or `tx.withTheCommit`; from then on only the values differ.
 * Writing one takes longer than sending it, so what stands behind most pages is written once.
 *
 * @param write is given a place for each value, `tx.area` and `tx.account` too: it puts them into the statement, and cannot
 * decide by them what to write
 */
export function writtenOnce<Given extends object, Row>(
	write: (tx: Tx, given: Given) => CompiledQuery<Row>,
): (tx: Tx, given: Given) => CompiledQuery<Row> {
	let written: CompiledQuery<Row> | undefined
	return (tx, given) => {
		written ??= write({ ...tx, area: placeFor('area'), account: placeFor('account') }, places as Given)
		const values: Record<string, unknown> = { ...given, area: tx.area, account: tx.account }
		const parameters = written.parameters.map((each) => (each instanceof Place ? values[each.name] : each))
		return { ...written, parameters }
	}
}
