import { createHash } from 'node:crypto'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { Connection, Connections } from './connection.ts'
import { parsers } from './values.ts'

/** How many connections one process holds: enough for two cores to stay busy while others wait for the disk. */
const poolSize = 10

/** How long one stays open with nothing to do: who signs in anew also prepares every statement anew. Milliseconds. */
const keptIdle = 300_000

type TypeId = Parameters<typeof pg.types.getTypeParser>[0]
const types: pg.CustomTypesConfig = {
	getTypeParser: (oid: TypeId, format) =>
		format !== 'binary' && oid in parsers
			? parsers[oid as unknown as keyof typeof parsers]
			: pg.types.getTypeParser(oid, format),
}

const names = new Map<string, string>()

/** A statement is prepared once on each connection under a name made from its text; PostgreSQL then keeps its plan. */
function nameOf(sql: string): string {
	let name = names.get(sql)
	if (!name) {
		name = createHash('sha256').update(sql).digest('base64url').slice(0, 24)
		names.set(sql, name)
	}
	return name
}

/** Statements that are asked without waiting for each other travel in one packet. */
function sendTogether({ connection: { stream } }: pg.PoolClient): void {
	stream.cork()
	process.nextTick(() => stream.uncork())
}

/** Lends connections of a pool to PostgreSQL; the login role is `alongside_system` between acts (see database:setup). */
export function postgresqlConnections(url: string, log: Log): Connections {
	const pool = new pg.Pool({
		connectionString: url,
		max: poolSize,
		connectionTimeoutMillis: 5_000,
		idleTimeoutMillis: keptIdle,
		types,
		application_name: 'alongside',
		pipeline: true,
	})
	const lost = (error: Error) => log.warn({ err: error }, 'a database connection was lost')
	pool.on('error', lost)
	pool.on('connect', (client) => client.on('error', lost))
	return {
		kind: 'postgresql',
		async borrow(work) {
			const client = await pool.connect()
			const connection: Connection = {
				async query<Row>(sql: string, parameters: readonly unknown[]) {
					sendTogether(client)
					const { rows, rowCount } = await client.query({ name: nameOf(sql), text: sql, values: [...parameters] })
					return { rows: rows as Row[], count: rowCount ?? 0 }
				},
				async run(sql) {
					sendTogether(client)
					return [await client.query<object>(sql)].flat().flatMap(({ rows }) => rows)
				},
			}
			let broken = false
			try {
				return await work(connection)
			} catch (error) {
				// What the work left open is undone here; a connection that cannot even do that is thrown away.
				await client.query('rollback').catch(() => {
					broken = true
				})
				throw error
			} finally {
				client.release(broken)
			}
		},
		synced: async () => undefined,
		close: () => pool.end(),
	}
}
