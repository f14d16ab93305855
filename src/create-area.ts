/**
 * `npm run area:create -- --name "Rivermouth" --lead "Ruth Adeyemi" --passed-on FILE`: a new area with its first lead, and
 * the card with which that lead comes in. On the embedded database the server must not be running.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createArea, type NewArea } from './common/areas/index.ts'
import { DatabaseNotReady, openEmbedded, openPostgresql } from './platform/database/open.ts'
import { FolderInUse } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { readServerKey } from './platform/server-key.ts'
import { readSettings, SettingsMistake } from './platform/settings.ts'
import { routes } from './routes.ts'

const usage = 'Use: npm run area:create -- --name "Name of the area" --lead "Name of its first lead" --passed-on FILE'

try {
	const area = readArguments()
	const settings = readSettings(process.env)
	const log = openLog('warn')
	const { system, connections } = settings.databaseUrl
		? await openPostgresql(settings.databaseUrl, log)
		: await openEmbedded(settings.folder, log)
	try {
		const code = await createArea(system, readServerKey(settings), area)
		console.log(
			`${area.name} is made. ${area.lead} comes in at ${settings.publicUrl}${routes.card.use.href()} with the code`,
		)
		console.log(`\n  ${code}\n`)
		console.log('It works once, for fourteen days. Give it to nobody else.')
	} finally {
		await connections.close()
	}
} catch (error) {
	const isTheirs = error instanceof SettingsMistake || error instanceof DatabaseNotReady || error instanceof FolderInUse
	if (!isTheirs) throw error
	console.error(error.message)
	process.exitCode = 1
}

function readArguments(): NewArea {
	const { name, lead, file } = given()
	if (!name?.trim() || !lead?.trim() || !file) throw new SettingsMistake(usage)
	let passedOn = ''
	try {
		passedOn = readFileSync(file, 'utf8').trim()
	} catch (cause) {
		throw new SettingsMistake(`The file ${file} cannot be read. It must hold what practitioners have to pass on.`, {
			cause,
		})
	}
	if (!passedOn)
		throw new SettingsMistake(`The file ${file} is empty. It must hold what practitioners have to pass on.`)
	return { name: name.trim(), lead: lead.trim(), passedOn }
}

function given() {
	try {
		const { values } = parseArgs({
			options: { name: { type: 'string' }, lead: { type: 'string' }, 'passed-on': { type: 'string' } },
		})
		return { name: values.name, lead: values.lead, file: values['passed-on'] }
	} catch (cause) {
		throw new SettingsMistake(usage, { cause })
	}
}
