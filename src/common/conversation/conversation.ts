/** Who has a part in a conversation, beside the person. */
export type Other = {
	id: string
	/** Empty where they have left. */
	name: string
	/** Whether they work or worked with the person; else they have, or had, something of theirs open. */
	isPractitioner: boolean
}

export type Message = {
	id: string
	authorId: string
	/** Nothing, where it was taken back. */
	words: string | null
	sentAt: Date
	takenBackAt: Date | null
	/** Whether the reader can take it back: it is theirs, and not a day old. */
	canTakeBack: boolean
}

/** Why nothing new can be written: the person has closed it, or what it rests on has ended. */
export type Ended = 'closed' | 'over' | undefined

/** So many messages stand open, so many in all on one page; the rest is a page further back. */
export const shown = { open: 10, onPage: 40 }

/** The messages of a page: those that stand open, and those before them, which are folded. All the oldest first. */
export function folded(messages: readonly Message[]): { before: Message[]; open: Message[] } {
	const from = Math.max(0, messages.length - shown.open)
	return { before: messages.slice(0, from), open: messages.slice(from) }
}
