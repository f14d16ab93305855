import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, LightMyRequestResponse, RouteOptions } from 'fastify'
import pg from 'pg'
import { people } from '../../demo/demonstration.ts'
import { createApp } from '../../src/app.ts'
import { type ErasureList, erasureList } from '../../src/common/leaving/index.ts'
import { acting, type Tx } from '../../src/platform/database/acting.ts'
import type { Connections } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/platform/database/system.ts'
import { openLog } from '../../src/platform/log.ts'
import type { ServerKey } from '../../src/platform/server-key.ts'
import { buildBrowserFiles } from '../../src/ui/browser/build.ts'
import { openCopy, openPostgresqlCopy } from './copies.ts'

/** The server's key in every test. */
export const testKey = Buffer.alloc(32, 7) as ServerKey

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs SQL past every policy, to look at what is really stored or to set up what no page can. */
export type Underneath = <Row = Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>

/** A whole Alongside with the demonstration in it, on whichever database the suite runs on. */
export type Place = {
	app: FastifyInstance
	connections: Connections
	system: System
	/** PostgreSQL as the server signs in; absent on the embedded database. */
	databaseUrl: string | undefined
	underneath: Underneath
	/** The list of those who have left, in a folder of its own. */
	erasures: ErasureList
	/** Does work as one of the invented people, through the same door as a request. */
	acting<T>(key: keyof typeof people, work: (tx: Tx) => Promise<T>): Promise<T>
	/** Signs in as one of the invented people; each call is a browser of its own. */
	as(key: keyof typeof people): Promise<Browser>
	/** A browser that nobody has signed in with. */
	anonymous(): Browser
}

/** A page as a browser gets it. */
export type Answer = { status: number; html: string; location: string | undefined; raw: LightMyRequestResponse }

/** Keeps cookies and form tokens as a browser without script does. */
export type Browser = {
	get(path: string): Promise<Answer>
	/** Posts a form. The token of the session comes along, unless `csrf` is among the fields. */
	post(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
	cookies: Map<string, string>
}

type Opening = {
	demonstration?: boolean
	/** Takes what closes the place, to call at the end; without it the place closes when the test file has run. */
	atEnd?: (close: () => Promise<void>) => void
	/** Is told of each address that the application registers. */
	onRoute?: (route: RouteOptions) => void
}

/** Opens a place of its own for a test file. On PostgreSQL when ALONGSIDE_TEST_POSTGRES names one. */
export async function openPlace({ demonstration = true, atEnd = after, onRoute }: Opening = {}): Promise<Place> {
	const log = openLog('silent')
	const { database, underneath, databaseUrl, close } = await openTestDatabase(demonstration)
	const { files } = await buildBrowserFiles({ root })
	const folder = mkdtempSync(join(tmpdir(), 'alongside-erasures-'))
	const erasures = erasureList({ folder, file: join(folder, 'who-left') })
	const app = await createApp({
		database,
		key: testKey,
		log,
		publicUrl: 'http://localhost:3000',
		assets: files,
		assetsFolder: `${root}/dist/browser`,
		version: 'test',
		channels: [],
		erasures,
		onRoute,
	})
	await app.ready()
	atEnd(async () => {
		await app.close()
		await close()
		rmSync(folder, { recursive: true, force: true })
	})
	const anonymous = () => browserOf(app)
	return {
		app,
		connections: database.connections,
		system: database.system,
		databaseUrl,
		underneath,
		erasures,
		anonymous,
		async acting(key, work) {
			const account = people[key]
			const [found] = await underneath<{ area_id: string }>('select area_id from account where id = $1', [account])
			return acting(database.connections, { area: found?.area_id ?? '', account }, work)
		},
		async as(key) {
			const browser = anonymous()
			const answer = await browser.post('/demo/sign-in', { account: key })
			if (answer.status !== 303) throw new Error(`Signing in as ${key} answered ${answer.status}.`)
			return browser
		},
	}
}

async function openTestDatabase(demonstration: boolean) {
	const admin = process.env.ALONGSIDE_TEST_POSTGRES
	if (!admin) {
		const database = await openCopy(demonstration)
		const { pglite } = database
		const underneath: Underneath = (sql, values = []) =>
			database.connections.borrow(async () => {
				await pglite.exec('reset role')
				try {
					return (await pglite.query(sql, values)).rows as never
				} finally {
					await pglite.exec('set role alongside_system')
				}
			})
		return { database, underneath, databaseUrl: undefined, close: () => database.connections.close() }
	}
	const name = `alongside_${randomBytes(6).toString('hex')}`
	const url = (user: string) => {
		const address = new URL(admin)
		address.pathname = `/${name}`
		if (user) address.username = user
		if (user) address.password = 'for-tests'
		return address.href
	}
	const urls = { admin, owner: url('alongside_test_owner'), server: url('alongside_test_server') }
	const database = await openPostgresqlCopy(urls, demonstration)
	const client = new pg.Client({ connectionString: url('') })
	await client.connect()
	const underneath: Underneath = async (sql, values = []) => (await client.query(sql, values)).rows as never
	const close = async () => {
		await database.connections.close()
		await client.end()
		const last = new pg.Client({ connectionString: admin })
		await last.connect()
		await last.query(`drop database "${name}" with (force)`)
		await last.end()
	}
	return { database, underneath, databaseUrl: urls.server, close }
}

function browserOf(app: FastifyInstance): Browser {
	const cookies = new Map<string, string>()
	let csrf = ''
	const keep = (raw: LightMyRequestResponse): Answer => {
		for (const { name, value, maxAge, expires } of raw.cookies) {
			if (value === '' || maxAge === 0 || (expires && expires.getTime() <= 0)) cookies.delete(name)
			else cookies.set(name, value)
		}
		const html = raw.body
		csrf = html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? csrf
		return { status: raw.statusCode, html, location: raw.headers.location, raw }
	}
	const cookie = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
	const browser: Browser = {
		cookies,
		get: async (url) => keep(await app.inject({ method: 'GET', url, headers: cookie() })),
		async post(url, fields = {}, headers = {}) {
			if (!csrf && cookies.has('__Host-session')) await browser.get('/help-now')
			const payload = new URLSearchParams({ csrf, ...fields }).toString()
			return keep(
				await app.inject({
					method: 'POST',
					url,
					payload,
					headers: { ...cookie(), 'content-type': 'application/x-www-form-urlencoded', ...headers },
				}),
			)
		},
	}
	return browser
}
