import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadDemonstration } from '../demo/demonstration.ts'
import { createApp } from './app.ts'
import { anchorHeads } from './common/access-record/index.ts'
import { startReminding } from './common/appointments/index.ts'
import { ErasuresNotReady, eraseAgain, erasureList } from './common/leaving/index.ts'
import { type Channel, messengersOf, startSending } from './common/messages/index.ts'
import { chainedFile } from './platform/chained-file.ts'
import { type Database, DatabaseNotReady, openEmbedded, openPostgresql } from './platform/database/open.ts'
import { FolderInUse, whileLocked } from './platform/embedded/index.ts'
import { startJobs } from './platform/jobs/index.ts'
import { openLog } from './platform/log.ts'
import { readServerKey } from './platform/server-key.ts'
import { erasuresOf, readSettings, type Settings, SettingsMistake } from './platform/settings.ts'
import { buildBrowserFiles } from './ui/browser/build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Milliseconds. */
const anHour = 60 * 60 * 1000
const aDay = 24 * anHour

/** Starts Alongside, says where it is, and stops it gracefully on SIGTERM or SIGINT. */
async function main(): Promise<void> {
	const settings = readSettings(process.env)
	const log = openLog(settings.logLevel)
	const messengers = await messengersOf(settings)
	const key = readServerKey(settings)
	const erasures = erasureList(erasuresOf(settings))
	const database = settings.databaseUrl
		? await openPostgresql(settings.databaseUrl, log)
		: await openEmbedded(settings.folder, log)
	let app: Awaited<ReturnType<typeof createApp>>
	try {
		// Before anybody is served: who left since this copy was made, or whose leaving was cut short, is gone.
		const erased = await eraseAgain(database.system, erasures)
		if (erased > 0) log.warn({ erased }, 'people who had left were erased again')
		await demonstrate(settings, database)
		await database.system('system_forget')
		const { built, files } = await buildBrowserFiles({ root })
		if (built) log.info('the browser files were built')
		app = await createApp({
			database,
			key,
			log,
			publicUrl: settings.publicUrl,
			assets: files,
			assetsFolder: `${root}/dist/browser`,
			version: versionOf(),
			channels: Object.keys(messengers) as Channel[],
			erasures,
		})
		await app.listen({ port: settings.port, host: settings.host })
	} catch (error) {
		await database.connections.close()
		throw error
	}

	// What nobody caught may quote somebody's words: the log keeps its kind and place, and a supervisor starts anew.
	process.once('uncaughtException', (error) => {
		log.error({ err: error }, 'stopping, for a mistake of ours')
		process.exit(1)
	})

	// What has outlived its purpose goes once a day, and whoever restarts more often loses nothing by it.
	const forgetting = setInterval(() => {
		database.system('system_forget').catch((error: unknown) => log.error({ err: error }, 'forgetting failed'))
	}, aDay)
	forgetting.unref()

	// The ends of the record of access are kept outside the database too: what is cut off later is missed there.
	const anchors = chainedFile(settings.anchors.file)
	const anchor = () =>
		whileLocked(settings.anchors.folder, () => anchorHeads(database.system, anchors)).catch((error: unknown) =>
			log.error({ err: error }, 'anchoring the record failed'),
		)
	const anchoring = setInterval(anchor, anHour)
	anchoring.unref()

	// Only now that pages are served: nobody waits for the queue.
	const { publicUrl } = settings
	const { connections, system } = database
	const jobs = startJobs({ connections, databaseUrl: settings.databaseUrl, log })
	const sending = jobs.then((started) => startSending({ system, jobs: started, messengers, key, publicUrl, log }))
	const reminding = jobs.then((started) => startReminding({ system, jobs: started }))
	Promise.all([sending, reminding]).catch((error: unknown) =>
		log.error({ err: error }, 'nothing is sent: the job queue did not start'),
	)

	const stop = async (signal: NodeJS.Signals) => {
		log.info({ signal }, 'stopping')
		await app.close()
		// What is being sent ends; what could not be sent is sent after the next start.
		await sending.then((one) => one.stop()).catch(() => undefined)
		await jobs.then((started) => started.stop()).catch(() => undefined)
		await anchor()
		await database.connections.close()
		process.exit(0)
	}
	process.once('SIGTERM', stop)
	process.once('SIGINT', stop)
	const address = app.server.address()
	const port = typeof address === 'object' && address ? address.port : settings.port
	console.log(
		`Alongside is ready: ${settings.publicUrl.startsWith('https') ? settings.publicUrl : `http://localhost:${port}`}`,
	)
}

/** Fills an empty database with invented people, where the settings ask for them. */
async function demonstrate({ demonstration, databaseUrl }: Settings, { system }: Database): Promise<void> {
	if (demonstration === 'off') return
	const areas = await system('system_areas')
	if (areas.length === 0) await loadDemonstration(system)
	else if (databaseUrl && areas.some((area) => !area.is_demonstration)) {
		throw new DatabaseNotReady(
			'ALONGSIDE_DEMO=on asks for invented people, but this database holds a real area. Start without ALONGSIDE_DEMO.',
		)
	}
}

const versionOf = (): string => JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version

main().catch((error: unknown) => {
	console.error(inOneSentence(error) ?? error)
	process.exit(1)
})

/** What whoever starts the program can do about an error; nothing, when it is a mistake of ours. */
function inOneSentence(error: unknown): string | undefined {
	const known = [SettingsMistake, DatabaseNotReady, FolderInUse, ErasuresNotReady]
	if (known.some((kind) => error instanceof kind)) return (error as Error).message
	const { code, port, address, path } = error as NodeJS.ErrnoException & { port?: number; address?: string }
	if (code === 'EADDRINUSE')
		return `Port ${port} is used by some other program. Stop it, or set PORT to a different number.`
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return `This machine has no address ${address ?? 'of this name'}. Set HOST to one that it has.`
	}
	if (code === 'EACCES' && port) return `Port ${port} may not be used by this account. Set PORT to a number above 1023.`
	if (path && ['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code ?? '')) {
		return `The folder ${path} cannot be made or written (${code}). Set ALONGSIDE_DATA to one that can.`
	}
	return undefined
}
