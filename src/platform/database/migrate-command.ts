/** `npm run database:migrate`: brings PostgreSQL up to date with DATABASE_OWNER_URL. */
import { migratePostgresql } from './setup.ts'

const { DATABASE_OWNER_URL: owner } = process.env
if (owner) {
	const ran = await migratePostgresql(owner)
	console.log(ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.')
} else {
	console.error('Set DATABASE_OWNER_URL to the address with which migrations run.')
	process.exitCode = 1
}
