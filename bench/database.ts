import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migratePostgresql, setUpDatabase } from '../src/platform/database/setup.ts'
import { startThrowAwayPostgres } from '../tools/throw-away-postgres.ts'

/** A PostgreSQL that syncs as it does by default, migrated and empty. */
export type BenchDatabase = {
	/** As whom the server signs in. */
	serverUrl: string
	/** The server's superuser, whom no policy binds: to seed, and to measure what a query costs without policies. */
	admin: pg.Client
	version: number
	close(): Promise<void>
}

/** Starts a server of our own on loopback and sets it up as an operator would. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
	const postgres = await startThrowAwayPostgres({ fsync: true })
	const password = randomBytes(12).toString('hex')
	const url = (user?: string) => {
		const address = new URL(postgres.adminUrl)
		address.pathname = '/alongside_bench'
		if (user) address.username = user
		if (user) address.password = password
		return address.href
	}
	const urls = { owner: url('bench_owner'), server: url('bench_server') }
	await setUpDatabase({ admin: postgres.adminUrl, ...urls })
	await migratePostgresql(urls.owner)
	const admin = new pg.Client({ connectionString: url() })
	await admin.connect()
	return {
		serverUrl: urls.server,
		admin,
		version: postgres.version,
		async close() {
			await admin.end()
			await postgres.stop()
		},
	}
}
