/** A name, and what is to stand in its place: "my sister". */
export type Swap = { name: string; instead: string }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Puts something else in the place of names: whole words, with or without capitals, in full before in part. Each part of a
 * name of two letters or more stands for it too.
 */
export function swapper(swaps: readonly Swap[]): (words: string) => string {
	const parts = swaps
		.map(({ name, instead }) => ({ name: name.normalize('NFC').trim(), instead: instead.trim() }))
		.filter(({ name, instead }) => name !== '' && instead !== '')
		.flatMap(({ name, instead }) => {
			const pieces = name.split(/\s+/)
			const longer = pieces.length > 1 ? pieces.filter((one) => [...one].length > 1) : []
			return [name, ...longer].map((part) => ({ part, instead }))
		})
		.sort((one, other) => other.part.length - one.part.length)
	if (parts.length === 0) return (words) => words
	const known = new Map(parts.toReversed().map(({ part, instead }) => [part.toLowerCase(), instead]))
	const any = new RegExp(
		`(?<![\\p{L}\\p{M}\\p{N}])(?:${parts.map(({ part }) => escaped(part)).join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
		'giu',
	)
	return (words) => words.normalize('NFC').replace(any, (found) => known.get(found.toLowerCase()) ?? found)
}
