import type { Tx } from '../../platform/database/acting.ts'
import { takingsOut } from './beside/taking-out.queries.ts'
import { wordsWaitForMe } from './moments.queries.ts'

/** What of my story waits for my word: words that somebody wrote down, and the part in which somebody asks to be taken out. */
export async function storyAtHome(tx: Tx) {
	const asked = (await takingsOut(tx, tx.account)).find(({ answer }) => answer === null)
	return { waits: await wordsWaitForMe(tx), askedIn: asked?.piece }
}

export type StoryAtHome = Awaited<ReturnType<typeof storyAtHome>>
