import pg from 'pg'
import { migrate, rolesSql } from './migrate.ts'

/** Whose names, passwords and database are in a `postgresql://` address. */
function partsOf(url: string): { user: string; password: string; database: string } {
	const { username, password, pathname } = new URL(url)
	return {
		user: decodeURIComponent(username),
		password: decodeURIComponent(password),
		database: decodeURIComponent(pathname.slice(1)),
	}
}

async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, application_name: 'alongside setup' })
	await client.connect()
	try {
		return await work(client)
	} finally {
		await client.end()
	}
}

/**
 * Makes the roles and the database, once for each server, with the rights of its administrator. Safe to run again.
 *
 * @param admin any database of the server, as a superuser
 * @param owner as whom migrations run: a login that may become `alongside_owner`
 * @param server as whom the server signs in: a login that owns nothing and may do nothing until it takes a lesser role
 */
export async function setUpDatabase({
	admin,
	owner,
	server,
}: Record<'admin' | 'owner' | 'server', string>): Promise<void> {
	const { database } = partsOf(server)
	await asClient(admin, async (client) => {
		// Roles belong to the whole server, locks to one of its databases: two setups take turns in the administrator's.
		await client.query('select pg_advisory_lock(4203)')
		const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
		if (!rowCount) {
			await client.query(`create database ${pg.escapeIdentifier(database)} encoding 'UTF8' template template0`)
		}
		const here = new URL(admin)
		here.pathname = `/${encodeURIComponent(database)}`
		await asClient(here.href, (inside) => setUpInside(inside, partsOf(owner), partsOf(server)))
	})
}

type Login = ReturnType<typeof partsOf>

async function setUpInside(client: pg.Client, owner: Login, server: Login): Promise<void> {
	const [database, migrator, login] = [server.database, owner.user, server.user].map((name) =>
		pg.escapeIdentifier(name),
	)
	await client.query('begin')
	await client.query(rolesSql())
	await client.query(loginSql(owner.user, owner.password))
	await client.query(`grant alongside_owner to ${migrator}`)
	await client.query(loginSql(server.user, server.password))
	await client.query(`grant alongside_system, alongside_account to ${login}`)
	// Between acts the server is alongside_system, who may call the enumerated functions and read no table.
	await client.query(`alter role ${login} set role = 'alongside_system'`)
	await client.query(`revoke all on database ${database} from public`)
	await client.query(`grant connect on database ${database} to ${login}, ${migrator}, alongside_backup`)
	await client.query('commit')
}

/** A login that may do nothing by itself: NOINHERIT, so that it has a role's rights only while it has taken that role. */
function loginSql(user: string, password: string): string {
	const [name, text, secret] = [pg.escapeIdentifier(user), pg.escapeLiteral(user), pg.escapeLiteral(password)]
	return `do $$ begin if not exists (select from pg_roles where rolname = ${text}) then create role ${name}; end if; end $$;
alter role ${name} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole password ${secret}`
}

/** Brings PostgreSQL up to date as its owner. Answers the names of the migrations that ran. */
export async function migratePostgresql(owner: string): Promise<string[]> {
	return asClient(owner, (client) =>
		migrate({
			run: (sql) => client.query(sql),
			value: async (sql) => (await client.query<{ value: unknown }>(sql)).rows[0]?.value,
		}),
	)
}
