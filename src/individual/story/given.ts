/** The four things that a witness may answer. */
export const prompts = ['heard', 'touched', 'reminds', 'will'] as const
export type Prompt = (typeof prompts)[number]

/** What somebody put beside a part of a story, signed: words, or a witness's answers. */
export type Beside = Record<Prompt, string | null> & {
	id: string
	author: string
	words: string | null
	writtenAt: Date
	kept: boolean
	hidden: boolean
	reply: string | null
}
