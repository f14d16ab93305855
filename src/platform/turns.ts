import { setTimeout as pause } from 'node:timers/promises'
import { FolderInUse, whileLocked } from './embedded/index.ts'

/** How long to wait for another process that is at work in the folder just now. Milliseconds. */
const patience = 5_000

/**
 * Works while no other process can in this folder, and waits a little for one that is about to end.
 *
 * @throws FolderInUse when it does not
 */
export async function inTurn<T>(folder: string, work: () => Promise<T>): Promise<T> {
	for (const end = Date.now() + patience; ; await pause(20)) {
		try {
			return await whileLocked(folder, work)
		} catch (error) {
			if (!(error instanceof FolderInUse) || Date.now() > end) throw error
		}
	}
}
