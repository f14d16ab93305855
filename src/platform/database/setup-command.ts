/** `npm run database:setup`: makes roles and database with DATABASE_ADMIN_URL, for DATABASE_OWNER_URL and DATABASE_URL. */
import { whyNotReady } from './open.ts'
import { setUpDatabase } from './setup.ts'

const { DATABASE_ADMIN_URL: admin, DATABASE_OWNER_URL: owner, DATABASE_URL: server } = process.env
if (admin && owner && server) {
	try {
		await setUpDatabase({ admin, owner, server })
		console.log('Roles and database are ready. Next: npm run database:migrate')
	} catch (error) {
		console.error(`${whyNotReady(error)}\n${error}`)
		process.exitCode = 1
	}
} else {
	console.error(
		'Set DATABASE_ADMIN_URL (a superuser), DATABASE_OWNER_URL (who migrates) and DATABASE_URL (as whom the server signs in).',
	)
	process.exitCode = 1
}
