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

/** Who takes the work over, named by who goes on, or by a lead where that one is gone or away. */
export type Handover = {
	id: string
	from: string
	fromName: string
	to: string
	toName: string
	/** Which lead named them, if one did. */
	byLead: string | null
	byLeadName: string
	saidAt: Date
	begunAt: Date | null
	/** What the person says to it. */
	answer: 'fine' | 'not_them' | null
	/** Whether they can begin at all, and from when. */
	holds: boolean
	beginsAt: Date
}

const isNewest = (all: readonly Handover[]) => (one: Handover) =>
	all.find(({ from }) => from === one.from)?.id === one.id

/** Those who can begin, and those to whom the person said no: of whoever goes on, the newest. They come the newest first. */
export const waiting = (all: readonly Handover[]): Handover[] =>
	all.filter(isNewest(all)).filter(({ holds, answer, begunAt }) => holds || (answer === 'not_them' && !begunAt))

/** Who began last. */
export const lastBegun = (all: readonly Handover[]): Handover | undefined =>
	all
		.filter(({ begunAt }) => begunAt)
		.toSorted((one, other) => (other.begunAt?.getTime() ?? 0) - (one.begunAt?.getTime() ?? 0))[0]
