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
	/** The folder, outside the database, with the list of those who have left, and the file there; absent where it must be set. */
	erasures: { folder: string; file: string } | undefined
	/** The server's own key as text; absent: kept in the folder (server-key.ts). */
	key: string | undefined
	/** `on`, `off`, or `new` (only into a new embedded database). */
	demonstration: 'on' | 'off' | 'new'
	/** pino level. */
	logLevel: string
	/** A mail server, and from whom e-mail comes; absent: e-mail waits. */
	mail: { url: string; from: string } | undefined
	/** GOV.UK Notify and the templates there; absent: texts and letters wait. */
	notify: { key: string; textTemplate: string | undefined; letterTemplate: string | undefined } | undefined
}

/** One or more settings are wrong; each line of the message is one plain sentence. */
export class SettingsMistake extends Error {
	override name = 'SettingsMistake'
}

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether this host name means this very machine. */
export const onLoopback = (hostname: string): boolean => loopback.has(hostname)

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

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const notifyTemplate = (name: string) =>
	v.optional(
		v.pipe(
			v.string(),
			v.regex(new RegExp(`^${uuid.source}$`), `${name} must be the id of a template at GOV.UK Notify.`),
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
	ALONGSIDE_ERASURES: v.optional(v.string()),
	ALONGSIDE_KEY: v.optional(v.string()),
	ALONGSIDE_DEMO: v.optional(v.picklist(['on', 'off'], 'ALONGSIDE_DEMO must be on or off.')),
	MAIL_URL: v.optional(
		v.pipe(
			v.string(),
			v.check(
				(text) => /^smtps?:\/\/[^/]+\/?$/.test(text) && URL.canParse(text),
				'MAIL_URL must look like smtps://name:password@host or smtp://name:password@host:587.',
			),
		),
	),
	MAIL_FROM: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				/^(?:[^<>"\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
				'MAIL_FROM must be an address such as hello@alongside.example, or a name and an address: Hello <hello@alongside.example>.',
			),
		),
	),
	NOTIFY_KEY: v.optional(
		v.pipe(
			v.string(),
			v.regex(
				new RegExp(`-${uuid.source}-${uuid.source}$`),
				'NOTIFY_KEY must be a whole API key as GOV.UK Notify shows it once.',
			),
		),
	),
	NOTIFY_TEXT_TEMPLATE: notifyTemplate('NOTIFY_TEXT_TEMPLATE'),
	NOTIFY_LETTER_TEMPLATE: notifyTemplate('NOTIFY_LETTER_TEMPLATE'),
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
	const lacking = lackingForMessages(found)
	if (lacking) throw new SettingsMistake(lacking)
	const port = Number(found.PORT)
	const anchors = found.ALONGSIDE_ANCHORS ?? join(found.ALONGSIDE_DATA, 'anchors')
	// Where records may be real, whoever runs it says where the list lies: it must outlive the database and its copies.
	const besideData = !found.DATABASE_URL || found.ALONGSIDE_DEMO === 'on'
	const erasures = found.ALONGSIDE_ERASURES ?? (besideData ? join(found.ALONGSIDE_DATA, 'erasures') : undefined)
	return {
		port,
		host: found.HOST,
		publicUrl: found.PUBLIC_URL ? new URL(found.PUBLIC_URL).origin : `http://localhost:${port}`,
		databaseUrl: found.DATABASE_URL,
		ownerUrl: found.DATABASE_OWNER_URL,
		folder: found.ALONGSIDE_DATA,
		anchors: { folder: anchors, file: join(anchors, 'record-heads') },
		erasures: erasures ? { folder: erasures, file: join(erasures, 'who-left') } : undefined,
		key: found.ALONGSIDE_KEY,
		demonstration: found.ALONGSIDE_DEMO ?? (found.DATABASE_URL ? 'off' : 'new'),
		logLevel: found.LOG_LEVEL,
		mail: found.MAIL_URL && found.MAIL_FROM ? { url: found.MAIL_URL, from: found.MAIL_FROM } : undefined,
		notify: found.NOTIFY_KEY
			? {
					key: found.NOTIFY_KEY,
					textTemplate: found.NOTIFY_TEXT_TEMPLATE,
					letterTemplate: found.NOTIFY_LETTER_TEMPLATE,
				}
			: undefined,
	}
}

/**
 * Where the list of those who have left lies.
 *
 * @throws SettingsMistake where it must be set, and is not
 */
export function erasuresOf({ erasures }: Settings): NonNullable<Settings['erasures']> {
	if (erasures) return erasures
	throw new SettingsMistake(
		'Set ALONGSIDE_ERASURES to a folder outside the database and its backups: the list of those who have left is kept there.',
	)
}

/** Settings that mean nothing without each other, in a sentence that says which is not there. */
function lackingForMessages(found: v.InferOutput<typeof environment>): string | undefined {
	const template = found.NOTIFY_TEXT_TEMPLATE ?? found.NOTIFY_LETTER_TEMPLATE
	if (found.MAIL_URL && !found.MAIL_FROM)
		return 'MAIL_URL is set. Set MAIL_FROM too: the address that e-mail comes from.'
	if (found.MAIL_FROM && !found.MAIL_URL) return 'MAIL_FROM is set. Set MAIL_URL too: the mail server that sends it.'
	if (found.NOTIFY_KEY && !template) {
		return 'NOTIFY_KEY is set. Set NOTIFY_TEXT_TEMPLATE, NOTIFY_LETTER_TEMPLATE or both: the templates to send by.'
	}
	if (template && !found.NOTIFY_KEY) return 'A template of GOV.UK Notify is set. Set NOTIFY_KEY too.'
	return undefined
}
