/** `npm run database:migrate`: brings PostgreSQL up to date with DATABASE_OWNER_URL. */
import { readSettings, SettingsMistake } from '../settings.ts'
import { whyNotReady } from './open.ts'
import { migratePostgresql } from './setup.ts'

try {
	const { ownerUrl } = readSettings(process.env)
	if (!ownerUrl) throw new SettingsMistake('Set DATABASE_OWNER_URL to the address with which migrations run.')
	const ran = await migratePostgresql(ownerUrl)
	console.log(ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.')
} catch (error) {
	console.error(error instanceof SettingsMistake ? error.message : `${whyNotReady(error)}\n${error}`)
	process.exitCode = 1
}
