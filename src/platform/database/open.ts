import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { openFolder } from '../embedded/index.ts'
import type { Log } from '../log.ts'
import type { Connections } from './connection.ts'
import { expectedVersion, migrate, rolesSql } from './migrate.ts'
import { pgliteConnections, pgliteOptions } from './pglite.ts'
import { postgresqlConnections } from './postgresql.ts'
import { type System, systemDoor } from './system.ts'

/** A database ready to serve: its schema is the one this program knows, and whoever asks is `alongside_system`. */
export type Database = { readonly connections: Connections; readonly system: System; readonly isNew: boolean }

/** The database is there but cannot be served as it is; the message says in one sentence what to do. */
export class DatabaseNotReady extends Error {
	override name = 'DatabaseNotReady'
}

/** Roles, migrations, and then no rights: the embedded database's own user is a superuser until it takes a lesser role. */
async function prepareEmbedded(pglite: PGlite): Promise<void> {
	await pglite.exec(rolesSql())
	await migrate({
		run: (sql) => pglite.exec(sql),
		value: async (sql) => (await pglite.query<{ value: unknown }>(sql)).rows[0]?.value,
	})
	await pglite.exec('set role alongside_system')
}

/** Opens the embedded database in a folder, makes it when it is not there, and brings it up to date. */
export async function openEmbedded(folder: string, log: Log): Promise<Database> {
	const opened = await openFolder(folder, log, pgliteOptions)
	try {
		await prepareEmbedded(opened.pglite)
	} catch (error) {
		await opened.close()
		throw error
	}
	const connections = pgliteConnections(opened.pglite, opened.synced, opened.close)
	return { connections, system: systemDoor(connections), isNew: opened.isNew }
}

/** An embedded database in memory, gone when it is closed: for tests. `from` is a dump of a prepared one. */
export async function openInMemory(from?: Blob): Promise<Database & { pglite: PGlite }> {
	const pglite = await PGlite.create(from ? { ...pgliteOptions, loadDataDir: from } : pgliteOptions)
	await prepareEmbedded(pglite)
	const connections = pgliteConnections(
		pglite,
		async () => undefined,
		() => pglite.close(),
	)
	return { connections, system: systemDoor(connections), isNew: true, pglite }
}

/**
 * Opens PostgreSQL with the server's own lesser rights.
 *
 * @throws DatabaseNotReady when the schema is not the one this program expects, or the login may do too much
 */
export async function openPostgresql(url: string, log: Log): Promise<Database> {
	const connections = postgresqlConnections(url, log)
	const system = systemDoor(connections)
	try {
		await refuseTooManyRights(url)
		const [found] = await system('schema_version')
		if (found?.schema_version !== expectedVersion()) {
			throw new DatabaseNotReady(otherVersion(found?.schema_version ?? ''))
		}
		return { connections, system, isNew: false }
	} catch (error) {
		await connections.close()
		throw error instanceof DatabaseNotReady ? error : new DatabaseNotReady(whyNotReady(error), { cause: error })
	}
}

function otherVersion(found: string): string {
	return found > expectedVersion()
		? `The database is at version ${found}, which is newer than this program knows. Start the newer program.`
		: `The database is at version ${found}, and this program needs ${expectedVersion()}. Run "npm run database:migrate" and start again.`
}

/** What to do about an error of PostgreSQL's, or of the way to it, in one sentence that quotes no password. */
export function whyNotReady(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
	switch (code) {
		case '42883':
		case '42501':
			return 'The database has no tables for Alongside yet. Run "npm run database:setup" and "npm run database:migrate" first.'
		case '28P01':
		case '28000':
			return 'PostgreSQL does not let this name in with this password. Look at the DATABASE_ addresses.'
		case '3D000':
			return 'PostgreSQL has no database of this name. Run "npm run database:setup" first, or look at the DATABASE_ addresses.'
		default:
			return `PostgreSQL cannot be reached (${code}). Look whether it runs, and at the DATABASE_ addresses.`
	}
}

async function refuseTooManyRights(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url })
	await client.connect()
	try {
		const { rows } = await client.query<{ free: boolean }>(
			`select rolsuper or rolbypassrls or rolinherit or pg_has_role(session_user, 'alongside_owner', 'member') as free
				from pg_roles where rolname = session_user`,
		)
		if (rows[0]?.free) {
			throw new DatabaseNotReady(
				'DATABASE_URL signs in as a role that may do more than the server should. Use the role that "npm run database:setup" made.',
			)
		}
	} finally {
		await client.end()
	}
}
