export type NoteWord = {
	id: string
	kind: 'read' | 'corrected' | 'accepted' | 'set_aside'
	/** What the person put right; of the others there are no words. */
	words: string | null
	saidAt: Date
}

/** A note for whoever comes next, and what the person said of it, the newest last. */
export type Note = {
	id: string
	authorId: string
	number: number
	words: string
	writtenAt: Date
	said: NoteWord[]
}

/** How a note stands: the person's newest word on it. Nobody but the two reads it before it is accepted. */
export type NoteStanding = 'written' | NoteWord['kind']
export const standingOf = ({ said }: Note): NoteStanding => said.at(-1)?.kind ?? 'written'

/** What the person put right in it, which is handed over with it. */
export const putRight = ({ said }: Note): NoteWord[] => said.filter(({ kind }) => kind === 'corrected')

/** The newest note of each hand, the latest first: older ones were written again. */
export function newestNotes(notes: readonly Note[]): Note[] {
	return notes
		.filter((one) => !notes.some((other) => other.authorId === one.authorId && other.number > one.number))
		.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime())
}

/** Who takes the work over, named by who goes on. */
export type Handover = { id: string; from: string; to: string; toName: string; saidAt: Date; begunAt: Date | null }
