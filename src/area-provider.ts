/**
 * `npm run area:provider -- --area "Rivermouth" --issuer https://… --client-id … --client-secret-file FILE --name "Rivermouth Council"`:
 * staff of an area come in through their organisation's own sign-in; with `--area … --remove` no longer. On the embedded
 * database the server must not be running.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { mayBeIssuer, sealSecret } from './common/accounts/index.ts'
import { DatabaseNotReady, openEmbedded, openPostgresql } from './platform/database/open.ts'
import { newId } from './platform/database/values.ts'
import { FolderInUse } from './platform/embedded/index.ts'
import { openLog } from './platform/log.ts'
import { readServerKey } from './platform/server-key.ts'
import { readSettings, SettingsMistake } from './platform/settings.ts'
import { routes } from './routes.ts'

const usage =
	'Use: npm run area:provider -- --area "Name of the area" --issuer https://… --client-id … --client-secret-file FILE --name "Name of the organisation", or with --area and --remove alone.'

try {
	const wanted = given()
	const settings = readSettings(process.env)
	const { system, connections } = settings.databaseUrl
		? await openPostgresql(settings.databaseUrl, openLog('warn'))
		: await openEmbedded(settings.folder, openLog('warn'))
	try {
		if (wanted.secret !== undefined) {
			const { area, name, issuer, clientId, secret } = wanted
			const sealed = sealSecret(readServerKey(settings), issuer, clientId, secret)
			const [set] = await system('system_set_provider', area, newId(), name, issuer, clientId, sealed)
			if (!set) throw new SettingsMistake(`There is no area, or more than one, with the name ${area}.`)
			console.log(`Staff of ${area} can come in with ${name}, once each has connected their own sign-in there.`)
			console.log(`${name} must know this address: ${settings.publicUrl}${routes.providerSignIn.callback.href()}`)
		} else {
			const [removed] = await system('system_remove_provider', wanted.area)
			if (!removed) throw new SettingsMistake(`${wanted.area} has no sign-in of an organisation.`)
			console.log(`Nobody in ${wanted.area} comes in through an organisation any more.`)
		}
	} finally {
		await connections.close()
	}
} catch (error) {
	const isTheirs = error instanceof SettingsMistake || error instanceof DatabaseNotReady || error instanceof FolderInUse
	if (!isTheirs) throw error
	console.error(error.message)
	process.exitCode = 1
}

function given() {
	const values = readArguments()
	const area = values.area?.trim()
	if (area && values.remove) return { area, secret: undefined }
	const { issuer, 'client-id': clientId, 'client-secret-file': file } = values
	const name = values.name?.trim()
	if (!area || !name || !issuer || !clientId || !file) throw new SettingsMistake(usage)
	if (!mayBeIssuer(issuer)) {
		throw new SettingsMistake(`The issuer ${issuer} must be an https address; http is for this machine alone.`)
	}
	return { area, name, issuer, clientId, secret: readSecret(file) }
}

function readSecret(file: string): string {
	try {
		const secret = readFileSync(file, 'utf8').trim()
		if (secret) return secret
	} catch (cause) {
		throw new SettingsMistake(`The file ${file} cannot be read. It must hold the client's secret.`, { cause })
	}
	throw new SettingsMistake(`The file ${file} is empty. It must hold the client's secret.`)
}

function readArguments() {
	const text = { type: 'string' } as const
	const options = { area: text, issuer: text, 'client-id': text, 'client-secret-file': text, name: text } as const
	try {
		return parseArgs({ options: { ...options, remove: { type: 'boolean' } } }).values
	} catch (cause) {
		throw new SettingsMistake(usage, { cause })
	}
}
