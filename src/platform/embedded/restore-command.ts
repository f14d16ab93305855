/** `npm run restore -- FILE`: puts a dump in place of the embedded database in ALONGSIDE_DATA. */
import { say } from './embedded.words.ts'
import { FolderInUse } from './lock.ts'
import { RestoreRefused, restore } from './restore.ts'

const file = process.argv[2]
const folder = process.env.ALONGSIDE_DATA || './data'

try {
	if (!file) throw new RestoreRefused(say('restoreUsage'))
	const kept = await restore(folder, file)
	console.log(say('restored', { file, folder }))
	if (kept) console.log(say('keptAside', { kept }))
} catch (error) {
	if (!(error instanceof RestoreRefused || error instanceof FolderInUse)) throw error
	console.error(error.message)
	process.exitCode = 1
}
