import { join } from 'node:path'
import * as v from 'valibot'

/** What the environment asks of the server, checked. */
export type Settings = {
	/** TCP port to listen on. */
	port: number
	/** Address to listen on. */
	host: string
	/** Where browsers find us, without a slash at the end; on loopback `http://localhost:PORT`. */
	publicUrl: string
	/** PostgreSQL with the server's own lesser rights; absent: the embedded database. */
	databaseUrl: string | undefined
	/** PostgreSQL as the owner, for migrations only; the server never uses it. */
	ownerUrl: string | undefined
	/** The folder of the embedded database. */
	folder: string
	/** The folder, outside the database, in which the ends of the record of access are anchored, and the file there. */
	anchors: { folder: string; file: string }
	/** The server's own key as text; absent: kept in the folder (server-key.ts). */
	key: string | undefined
	/** `on`, `off`, or `new` (only into a new embedded database). */
	demonstration: 'on' | 'off' | 'new'
	/** pino level. */
	logLevel: string
}

/** One or more settings are wrong; each line of the message is one plain sentence. */
export class SettingsMistake extends Error {
	override name = 'SettingsMistake'
}

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

const staysHere = ({ hostname, searchParams }: URL): boolean =>
	loopback.has(hostname) || searchParams.get('host')?.startsWith('/') === true

const postgresqlUrl = (name: string) =>
	v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => /^postgres(?:ql)?:\/\/[^/]+\/.+/.test(text) && URL.canParse(text),
				`${name} must look like postgresql://name:password@host:5432/database.`,
			),
			v.check(
				(text) =>
					!URL.canParse(text) ||
					staysHere(new URL(text)) ||
					new URL(text).searchParams.get('sslmode') === 'verify-full',
				`${name} leads over a network. Add ?sslmode=verify-full, so that nobody on the way reads or changes what is sent.`,
			),
		),
	)

const environment = v.object({
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'PORT must be a number from 0 to 65535.'),
		),
		'3000',
	),
	HOST: v.optional(v.pipe(v.string(), v.nonEmpty('HOST must be an address, such as 127.0.0.1.')), 'localhost'),
	PUBLIC_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).pathname === '/',
				'PUBLIC_URL must be an https address without a path, such as https://alongside.example.',
			),
		),
	),
	DATABASE_URL: postgresqlUrl('DATABASE_URL'),
	DATABASE_OWNER_URL: postgresqlUrl('DATABASE_OWNER_URL'),
	ALONGSIDE_DATA: v.optional(v.pipe(v.string(), v.nonEmpty('ALONGSIDE_DATA must be a folder.')), './data'),
	ALONGSIDE_ANCHORS: v.optional(v.string()),
	ALONGSIDE_KEY: v.optional(v.string()),
	ALONGSIDE_DEMO: v.optional(v.picklist(['on', 'off'], 'ALONGSIDE_DEMO must be on or off.')),
	LOG_LEVEL: v.optional(
		v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'LOG_LEVEL must be debug, info, warn, error or silent.'),
		'info',
	),
})

/**
 * Reads the settings.
 *
 * @throws SettingsMistake naming every mistake in a sentence of its own
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
	// An empty value is the same as none: that is what `PORT= npm start` means to people.
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
	const read = v.safeParse(environment, given)
	if (!read.success) throw new SettingsMistake(read.issues.map((issue) => issue.message).join('\n'))
	const found = read.output
	if (!loopback.has(found.HOST) && !found.PUBLIC_URL) {
		throw new SettingsMistake(
			`HOST is ${found.HOST}, which others can reach. Set PUBLIC_URL to the https address that they will use.`,
		)
	}
	const port = Number(found.PORT)
	const anchors = found.ALONGSIDE_ANCHORS ?? join(found.ALONGSIDE_DATA, 'anchors')
	return {
		port,
		host: found.HOST,
		publicUrl: found.PUBLIC_URL ? new URL(found.PUBLIC_URL).origin : `http://localhost:${port}`,
		databaseUrl: found.DATABASE_URL,
		ownerUrl: found.DATABASE_OWNER_URL,
		folder: found.ALONGSIDE_DATA,
		anchors: { folder: anchors, file: join(anchors, 'record-heads') },
		key: found.ALONGSIDE_KEY,
		demonstration: found.ALONGSIDE_DEMO ?? (found.DATABASE_URL ? 'off' : 'new'),
		logLevel: found.LOG_LEVEL,
	}
}
