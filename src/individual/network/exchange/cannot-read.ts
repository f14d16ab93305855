/** Why a file cannot be taken in: each has its sentence in `exchange.words.ts`. */
export type WhyNot =
	| 'tooLarge'
	| 'notText'
	| 'broken'
	| 'instructions'
	| 'notGraphml'
	| 'notEasyNwk'
	| 'notOurs'
	| 'tooMuch'

/** A file cannot be taken in, and nothing of it was. */
export class CannotRead extends Error {
	override name = 'CannotRead'
	readonly why: WhyNot

	constructor(why: WhyNot, options?: ErrorOptions) {
		super(why, options)
		this.why = why
	}
}

const mostBytes = 10 * 1024 * 1024

/**
 * A file as text, without the mark that some programs write before it.
 *
 * @throws CannotRead when it is larger than 10 MB, or no text
 */
export function textOf(bytes: Uint8Array): string {
	if (bytes.length > mostBytes) throw new CannotRead('tooLarge')
	const [first, second] = bytes
	const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8'
	try {
		return whole(new TextDecoder(encoding, { fatal: true }).decode(bytes))
	} catch (error) {
		throw error instanceof CannotRead ? error : new CannotRead('notText', { cause: error })
	}
}

/**
 * Text that a database and a browser can hold, as it is.
 *
 * @throws CannotRead when it has half a sign or NUL in it
 */
export function whole(text: string): string {
	if (!text.isWellFormed() || text.includes('\0')) throw new CannotRead('notText')
	return text
}

/**
 * What was not understood, as it stands in the file.
 *
 * @throws CannotRead when it lies too deep to be written
 */
export function asJson(value: unknown): string {
	try {
		return JSON.stringify(value)
	} catch (error) {
		throw new CannotRead('tooMuch', { cause: error })
	}
}

/**
 * What a file of JSON says.
 *
 * @throws CannotRead when it is no JSON
 */
export function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch (error) {
		throw new CannotRead('broken', { cause: error })
	}
}
