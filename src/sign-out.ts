/**
 * `npm run sign-out -- --name robin-lamp-482`: ends every session of whoever has this sign-in name; `--everybody` ends all.
 * Each sees on their own page that it was done. On the embedded database the server must not be running.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { DatabaseNotReady, openEmbedded, openPostgresql } from './platform/database/open.ts'
import { FolderInUse } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { readSettings, type Settings, SettingsMistake } from './platform/settings.ts'

const usage = 'Use: npm run sign-out -- --name SIGN-IN-NAME, or --everybody'

try {
	const name = given()
	const { system, connections } = await open(readSettings(process.env))
	try {
		const [ended] = await system('system_sign_out', name)
		console.log(`Ended ${ended?.sessions ?? 0} sessions.`)
	} finally {
		await connections.close()
	}
} catch (error) {
	const known = [SettingsMistake, DatabaseNotReady, FolderInUse]
	if (!known.some((kind) => error instanceof kind)) throw error
	console.error((error as Error).message)
	process.exitCode = 1
}

/** The sign-in name that was given; nothing for everybody's. */
function given(): string | null {
	const { name, everybody } = read()
	if ((name === undefined) === (everybody === undefined)) throw new SettingsMistake(usage)
	return name ?? null
}

function read() {
	try {
		return parseArgs({ options: { name: { type: 'string' }, everybody: { type: 'boolean' } } }).values
	} catch (cause) {
		throw new SettingsMistake(usage, { cause })
	}
}

async function open({ databaseUrl, folder }: Settings) {
	const log = openLog('silent')
	if (databaseUrl) return openPostgresql(databaseUrl, log)
	if (existsSync(join(folder, 'database'))) return openEmbedded(folder, log)
	throw new DatabaseNotReady(`There is no database in ${folder}. Set ALONGSIDE_DATA, or DATABASE_URL.`)
}
