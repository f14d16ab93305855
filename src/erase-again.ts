/**
 * `npm run erase-again`: erases anew whoever is on the list of those who have left, on the database that the settings name;
 * after a copy was restored, before anybody is served. The server does the same at each start.
 * `npm run erase-again -- --list-anew`, for when the list is lost: writes down whoever the database knows to have left.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ErasuresNotReady, eraseAgain, erasureList, listAnew } from './common/leaving/index.ts'
import { DatabaseNotReady, openEmbedded, openPostgresql } from './platform/database/open.ts'
import { FolderInUse } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { erasuresOf, readSettings, type Settings, SettingsMistake } from './platform/settings.ts'

try {
	const settings = readSettings(process.env)
	const place = erasuresOf(settings)
	const list = erasureList(place)
	const { system, connections } = await open(settings)
	try {
		if (process.argv[2] === '--list-anew') {
			console.log(`Wrote ${await listAnew(system, list)} who have left into ${place.file}.`)
		}
		console.log(`Erased ${await eraseAgain(system, list)} who had left, from the list ${place.file}.`)
	} finally {
		await connections.close()
	}
} catch (error) {
	const known = [SettingsMistake, DatabaseNotReady, FolderInUse, ErasuresNotReady]
	if (!known.some((kind) => error instanceof kind)) throw error
	console.error((error as Error).message)
	process.exitCode = 1
}

async function open({ databaseUrl, folder }: Settings) {
	const log = openLog('silent')
	if (databaseUrl) return openPostgresql(databaseUrl, log)
	if (existsSync(join(folder, 'database'))) return openEmbedded(folder, log)
	throw new DatabaseNotReady(`There is no database in ${folder}. Set ALONGSIDE_DATA, or DATABASE_URL.`)
}
