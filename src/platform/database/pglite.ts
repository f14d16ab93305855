import type { PGlite, PGliteOptions } from '@electric-sql/pglite'
import type { Connection, Connections } from './connection.ts'
import { parsers } from './values.ts'

/** Options every PGlite of ours is opened with. */
export const pgliteOptions: PGliteOptions = { parsers }

/**
 * Lends the one connection of an embedded database, in turn.
 *
 * @param pglite open, with `pgliteOptions`, migrated, and in the role `alongside_system`
 * @param synced see `Connections.synced`
 */
export function pgliteConnections(
	pglite: PGlite,
	synced: () => Promise<void>,
	close: () => Promise<void>,
): Connections {
	const connection: Connection = {
		async query<Row>(sql: string, parameters: readonly unknown[]) {
			const { rows, affectedRows } = await pglite.query<Row>(sql, [...parameters])
			return { rows, count: affectedRows ?? rows.length }
		},
		async run(sql) {
			return (await pglite.exec(sql)).flatMap(({ rows }) => rows)
		},
	}
	let turn: Promise<unknown> = Promise.resolve()
	return {
		kind: 'embedded',
		borrow(work) {
			const mine = turn.then(() => work(connection))
			// What the work left open is undone before the next one has its turn.
			turn = mine.catch(() => connection.run('rollback')).catch(() => undefined)
			return mine
		},
		synced,
		close,
	}
}
