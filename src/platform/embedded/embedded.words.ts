import { defineWords } from '../words.ts'

/** What the embedded database says to the one who runs the program: in the log and on the command line. */
const words = defineWords('embedded', {
	en: {
		operator: {
			honest: 'Keep real people’s records in PostgreSQL: set DATABASE_URL. This folder is for trying and teaching.',
			inUse: 'Process {pid} is already using the folder {folder}.',
			unreadableLock: 'Delete the file {file} if no Alongside is running: it cannot be read.',
			cannotKeep: 'Stop the program and look at the disk: it did not keep what was written.',
			doesNotSync: 'Use the PGlite version that Alongside names: this one does not sync to disk.',
			dumpKept: 'A copy of the embedded database was written.',
			dumpFailed: 'The copy of the embedded database could not be written.',
			dumpTooBig: 'No copy was made while stopping, for the database is too big for that.',
			checkpointFailed: 'The embedded database could not tidy its journal and will try again.',
			restoreFinished: 'A restore that was cut short has been finished.',
			restoreUsage: 'Name the copy to restore: npm run restore -- FILE',
			noFile: 'There is no file {file} that can be read.',
			notADump: 'The file {file} is not a whole copy made by Alongside. Nothing was changed.',
			doesNotOpen: 'The copy {file} does not open. Nothing was changed.',
			restored: 'Restored {file} into {folder}.',
			erasedAgain: 'Erased {count} who have left since that copy was made.',
			keptAside: 'What was there before is kept in {kept}.',
		},
	},
})

export const say = words({ locale: 'en', voice: 'operator' })
