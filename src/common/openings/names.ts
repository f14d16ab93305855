/** Somebody whose name may stand in what is opened. */
export type Named = { id: string; name: string }

/** How names are kept from a reader: what a known account is called, and words in which those names have become initials. */
export type Veil = {
	/** What the reader calls this account: its name or its initials; nothing, where it is nobody round the person. */
	called(id: string): string | undefined
	/** The words as the reader may read them. */
	words(text: string): string
}

/** A text as letters in a row and what stands between them: the letters are at the odd places. */
const split = (text: string): string[] => text.normalize('NFC').split(/([\p{L}\p{M}\p{N}]+)/u)
const wordsOf = (name: string): string[] => split(name).filter((_, at) => at % 2 === 1)
const fold = (word: string): string => word.normalize('NFKC').toLowerCase()

/** Scripts that put no space between words: a name is looked for anywhere in the text. */
const withoutSpaces =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const isFoundAnywhere = (name: string) => withoutSpaces.test(name) || wordsOf(name).length === 0

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
const first = (word: string): string => [...signs.segment(word)][0]?.segment.toUpperCase() ?? ''

/** What stands for a name that has no letters, or is not divided into words. */
const nameless = '…'

/** The initials of a name: "P. R." for Priya Raman. */
export function initialsOf(name: string): string {
	if (isFoundAnywhere(name)) return nameless
	return wordsOf(name)
		.map((word) => `${first(word)}.`)
		.join(' ')
}

/** The words by which a name is known in a text: each of its parts of two letters or more, or the whole of it. */
function partsOf(name: string): string[] {
	const words = wordsOf(name)
	return (words.length > 1 ? words.filter((word) => [...signs.segment(word)].length > 1) : words).map(fold)
}

/** Whether a name, or a part of it, stands in one of these texts. */
export function isNamedIn(texts: readonly string[], { name }: Named): boolean {
	const whole = name.normalize('NFC').trim()
	if (whole === '') return false
	if (isFoundAnywhere(name)) return texts.some((text) => text.normalize('NFC').includes(whole))
	const parts = new Set(partsOf(name))
	return texts.some((text) => split(text).some((word, at) => at % 2 === 1 && parts.has(fold(word))))
}

/**
 * Makes initials of names: whole words only, whether or not they are written with capitals, in full or in part. A word that
 * is also part of a name which may stand, stands.
 *
 * @param hidden whose names become initials
 * @param shown whose names may stand: the person's, the reader's, those that the person ticked
 */
export function veilOver(hidden: readonly Named[], shown: readonly Named[]): Veil {
	const stands = new Set(shown.flatMap(({ name }) => partsOf(name)))
	const parts = new Set(hidden.flatMap(({ name }) => partsOf(name)).filter((part) => !stands.has(part)))
	const wholes = hidden.map(({ name }) => name.normalize('NFC').trim())
	const anywhere = wholes.filter((name) => name !== '' && isFoundAnywhere(name))
	const names = new Map([
		...hidden.map(({ id, name }) => [id, initialsOf(name)] as const),
		...shown.map(({ id, name }) => [id, name] as const),
	])
	return {
		called: (id) => names.get(id),
		words(text) {
			const pieces = split(anywhere.reduce((rest, name) => rest.split(name).join(nameless), text.normalize('NFC')))
			const veiled = pieces.map((piece, at) => {
				if (at % 2 === 1) return parts.has(fold(piece)) ? `${first(piece)}.` : piece
				// "Ring Priya." ends in one full stop.
				return piece.startsWith('.') && parts.has(fold(pieces[at - 1] ?? '')) ? piece.slice(1) : piece
			})
			const after = veiled.join('')
			return after === text.normalize('NFC') ? text : after
		},
	}
}
