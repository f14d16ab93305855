import type { MessageRow } from '../../platform/database/schema.ts'

/** By what a message goes out. */
export type Channel = MessageRow['channel']
export const channels = ['text', 'email', 'letter'] as const satisfies Channel[]

/** A message as it goes out. */
export type Going = {
	/** Its id: the same at each try, so that a second copy can be known as one. */
	readonly id: string
	/** A number, an e-mail address, or the lines of an address for letters. */
	readonly to: string
	readonly subject: string
	readonly text: string
}

/**
 * Hands a message to whoever carries it.
 *
 * @throws Refused when it will never be taken; anything else when it may be later
 */
export type Messenger = (message: Going) => Promise<void>

/** The messengers that are set up, by channel. What goes by another waits. */
export type Messengers = Partial<Record<Channel, Messenger>>

/** Whoever carries messages will never take this one: there is no such number or address. */
export class Refused extends Error {
	override name = 'Refused'
}
