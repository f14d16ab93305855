/**
 * The record of access from outside. `npm run verify-record` proves its chains against themselves and against the heads that
 * were anchored outside the database; `npm run anchor-record` anchors them now. On the database that the settings name.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { anchorHeads, verifyRecord } from '../src/common/access-record/index.ts'
import { chainedFile } from '../src/platform/chained-file.ts'
import { DatabaseNotReady, openEmbedded, openPostgresql } from '../src/platform/database/open.ts'
import type { System } from '../src/platform/database/system.ts'
import { FolderInUse, whileLocked } from '../src/platform/embedded/index.ts'
import { openLog } from '../src/platform/log.ts'
import { readSettings, type Settings, SettingsMistake } from '../src/platform/settings.ts'

/** What each word after the tool's name does; answers whether all is well. */
const acts: Readonly<Record<string, (system: System, anchors: Settings['anchors']) => Promise<boolean>>> = {
	verify,
	anchor,
}

const act = acts[process.argv[2] ?? '']
if (!act) throw new Error(`Say ${Object.keys(acts).join(' or ')}.`)
try {
	const settings = readSettings(process.env)
	const { system, connections } = await open(settings)
	try {
		if (!(await act(system, settings.anchors))) process.exitCode = 1
	} finally {
		await connections.close()
	}
} catch (error) {
	const isExpected = [SettingsMistake, DatabaseNotReady, FolderInUse].some((kind) => error instanceof kind)
	if (!isExpected) throw error
	console.error((error as Error).message)
	process.exitCode = 2
}

async function open({ databaseUrl, folder }: Settings) {
	const log = openLog('silent')
	if (databaseUrl) return openPostgresql(databaseUrl, log)
	if (!existsSync(join(folder, 'database'))) {
		throw new DatabaseNotReady(`There is no database in ${folder}. Set ALONGSIDE_DATA, or DATABASE_URL.`)
	}
	return openEmbedded(folder, log)
}

async function verify(system: System, { folder, file }: Settings['anchors']): Promise<boolean> {
	const { entries, people, anchors, problems } = await verifyRecord(system, chainedFile(file))
	for (const problem of problems) console.error(problem)
	console.log(
		`Held ${entries} entries of ${people} people against each other, and against ${anchors} anchors in ${folder}.`,
	)
	if (problems.length > 0) console.log('The record of access does not fit.')
	else if (entries === 0 || anchors > 0) console.log('All of it fits.')
	else {
		console.log(
			'It fits in itself. Without anchors nobody can tell whether an end was cut off: find them, or anchor it now.',
		)
		return false
	}
	return problems.length === 0
}

async function anchor(system: System, { folder, file }: Settings['anchors']): Promise<boolean> {
	const count = await whileLocked(folder, () => anchorHeads(system, chainedFile(file)))
	console.log(count > 0 ? `Anchored ${count} heads in ${folder}.` : 'No head has moved since the last time.')
	return true
}
