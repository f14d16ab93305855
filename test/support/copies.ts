/**
 * Databases that are ready, for test files to open a copy of: making one takes seconds, opening a copy a fraction of one.
 * An empty one is kept beside other temporary files under the hash of what made it. One with the demonstration in it counts
 * its days back from now, so it is made once for each run of the tests, and anew where a run goes on past midnight.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { loadDemonstration } from '../../demo/demonstration.ts'
import { rolesSql } from '../../src/platform/database/migrate.ts'
import { type Database, openInMemory, openPostgresql } from '../../src/platform/database/open.ts'
import { migratePostgresql, setUpDatabase } from '../../src/platform/database/setup.ts'
import { openLog } from '../../src/platform/log.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { version: pgliteVersion } = JSON.parse(
	readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
)

/** The folder of this run of the tests, which run-tests.ts makes; none where a file is run by itself. */
const ofThisRun = process.env.ALONGSIDE_TEST_COPIES
const today = () => new Date().toISOString().slice(0, 10)

/** An embedded database of one's own, in memory: migrated, and with the demonstration where that is wanted. */
export async function openCopy(demonstration: boolean): ReturnType<typeof openInMemory> {
	if (!demonstration) return openInMemory(await emptyDump())
	if (ofThisRun) return openInMemory(await kept(join(ofThisRun, `demonstration-${today()}.tar`), withDemonstration))
	return withDemonstration()
}

async function withDemonstration() {
	const database = await openInMemory(await emptyDump())
	await loadDemonstration(database.system)
	return database
}

function emptyDump(): Promise<Blob> {
	const migrations = join(root, 'migrations')
	const hash = createHash('sha256').update(rolesSql()).update(pgliteVersion)
	for (const name of readdirSync(migrations).sort()) hash.update(name).update(readFileSync(join(migrations, name)))
	const name = `alongside-test-${userInfo().uid}-${hash.digest('hex').slice(0, 16)}.tar`
	return kept(join(tmpdir(), name), openInMemory)
}

/** What is in the file, which is put there in one step, for test files run at the same time. */
async function kept(file: string, make: () => ReturnType<typeof openInMemory>): Promise<Blob> {
	if (!existsSync(file)) {
		const { pglite } = await make()
		const dump = await pglite.dumpDataDir('none')
		await pglite.close()
		writeFileSync(`${file}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()), { mode: 0o600 })
		renameSync(`${file}.${process.pid}`, file)
	}
	return new Blob([readFileSync(file)])
}

/** The addresses of one database: as the administrator, the owner and the server sign in. */
export type Addresses = Record<'admin' | 'owner' | 'server', string>

/** Makes a database of one's own on PostgreSQL, as `openCopy` does, and opens it. */
export async function openPostgresqlCopy(urls: Addresses, demonstration: boolean): Promise<Database> {
	const log = openLog('silent')
	if (demonstration && ofThisRun) await copyDemonstration(urls)
	await setUpDatabase(urls)
	await migratePostgresql(urls.owner)
	const database = await openPostgresql(urls.server, log)
	if (demonstration && !ofThisRun) await loadDemonstration(database.system)
	return database
}

const named = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

/** Copies the demonstration of this run, which is made by whoever asks first; nobody may be in it while it is copied. */
async function copyDemonstration({ admin, owner, server }: Addresses): Promise<void> {
	const model = `alongside_demonstration_${today().replaceAll('-', '_')}`
	const client = new pg.Client({ connectionString: admin })
	await client.connect()
	try {
		await client.query('select pg_advisory_lock(4204)')
		const { rowCount } = await client.query('select from pg_database where datname = $1', [model])
		if (!rowCount) {
			const urls = { admin, owner: named(owner, model), server: named(server, model) }
			await setUpDatabase(urls)
			await migratePostgresql(urls.owner)
			const database = await openPostgresql(urls.server, openLog('silent'))
			await loadDemonstration(database.system)
			await database.connections.close()
		}
		await client.query(`create database ${new URL(server).pathname.slice(1)} template ${model}`)
	} finally {
		await client.end()
	}
}
