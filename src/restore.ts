/**
 * `npm run restore -- FILE`: puts a dump in place of the embedded database in ALONGSIDE_DATA, and takes out of it at once
 * whoever has left since it was made.
 */
import { ErasuresNotReady, eraseAgain, erasureList } from './common/leaving/index.ts'
import { openEmbedded } from './platform/database/open.ts'
import { FolderInUse, RestoreRefused, restore, sayRestore as say } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { erasuresOf, readSettings, SettingsMistake } from './platform/settings.ts'

const file = process.argv[2]

try {
	if (!file) throw new RestoreRefused(say('restoreUsage'))
	// A copy goes into the folder, whatever else is set.
	const settings = readSettings({ ...process.env, DATABASE_URL: '' })
	const list = erasureList(erasuresOf(settings))
	// A list that cannot be read is told before anything has changed.
	for await (const _ of list.all());
	const kept = await restore(settings.folder, file)
	console.log(say('restored', { file, folder: settings.folder }))
	if (kept) console.log(say('keptAside', { kept }))
	const { system, connections } = await openEmbedded(settings.folder, openLog('silent'))
	const erased = await eraseAgain(system, list).finally(connections.close)
	if (erased > 0) console.log(say('erasedAgain', { count: erased }))
} catch (error) {
	const known = [RestoreRefused, FolderInUse, SettingsMistake, ErasuresNotReady]
	if (!known.some((kind) => error instanceof kind)) throw error
	console.error((error as Error).message)
	process.exitCode = 1
}
