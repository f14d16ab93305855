import { AsyncLocalStorage } from 'node:async_hooks'
import type { Connection, Connections } from './connection.ts'

const inside = new AsyncLocalStorage<true>()

/**
 * Lends a connection to work that holds no other one. The embedded database has a single connection: whoever waited for it
 * while holding it would wait for ever, and so would everyone after them.
 */
export async function borrowAlone<T>(
	connections: Connections,
	work: (connection: Connection) => Promise<T>,
): Promise<T> {
	if (inside.getStore()) throw new Error('A door to the database was opened inside another: use the tx that is there.')
	return inside.run(true, () => connections.borrow(work))
}

/** A connection that answers until the act is ended, and from then on throws: what was not awaited runs as nobody else. */
export function untilEnded(lent: Connection): { connection: Connection; end(): void } {
	let ended = false
	return {
		connection: {
			query: (sql, parameters) =>
				ended ? Promise.reject(new Error('A query came after its act had ended.')) : lent.query(sql, parameters),
			run: (sql) => lent.run(sql),
		},
		end: () => {
			ended = true
		},
	}
}
