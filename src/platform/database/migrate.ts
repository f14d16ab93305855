import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const migrations = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/** The roles of a server, as SQL that its administrator runs once. */
export const rolesSql = (): string => readFileSync(new URL('./roles.sql', import.meta.url), 'utf8')

/** The names of all migrations, in order. The last one is the version that this program expects of a database. */
const migrationNames = (): string[] =>
	readdirSync(migrations)
		.filter((name) => name.endsWith('.sql'))
		.map((name) => name.slice(0, -'.sql'.length))
		.sort()

export const expectedVersion = (): string => migrationNames().at(-1) ?? 'none'

/** Somebody who may run SQL as a member of `alongside_owner`. */
type Owner = { run(sql: string): Promise<unknown>; value(sql: string): Promise<unknown> }

/**
 * Brings a database up to date: each migration in one transaction, as `alongside_owner`, one process at a time. The version
 * is what the function `schema_version()` answers, so that no table of ours stands outside the rules on tables.
 *
 * @returns the names of the migrations that ran
 */
export async function migrate(owner: Owner): Promise<string[]> {
	await owner.run(`set role alongside_owner; select pg_advisory_lock(4201)`)
	try {
		const begun = await owner.value(`select to_regprocedure('schema_version()') is not null as value`)
		const version = begun ? String(await owner.value('select schema_version() as value')) : ''
		const wanted = migrationNames().filter((name) => name > version)
		for (const name of wanted) {
			const sql = readFileSync(`${migrations}${name}.sql`, 'utf8')
			await owner.run(`begin;
${sql};
create or replace function schema_version() returns text language sql stable as $$ select '${name}' $$;
grant execute on function schema_version() to alongside_system;
commit`)
		}
		return wanted
	} catch (error) {
		await owner.run('rollback')
		throw error
	} finally {
		await owner.run(`select pg_advisory_unlock(4201); reset role`)
	}
}
