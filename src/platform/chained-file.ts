import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** What stands in one line. */
export type Line = Readonly<Record<string, string | number>>

/** A file of lines of JSON that is only ever appended to: each covers the one before it, so a changed or missing one does not fit. */
export type ChainedFile = {
	/** Appends lines and syncs them. Nobody else may append meanwhile. Answers how many there were. */
	append(lines: AsyncIterable<Line>): Promise<number>
	/** The last lines, as many as there are in its last 256 kB. */
	end(): Promise<Line[]>
	/** Every line with its place, counted from 1, and whether it fits the one before it. */
	lines(): AsyncGenerator<{ place: number; line: Line; fits: boolean }>
}

/** Under this name a line holds the hash over the line before it and itself. */
const link = 'line'

/** Bytes from the end of the file that are looked at before lines are appended. */
const tail = 256 * 1024

const linked = (before: string, line: Line): string =>
	createHash('sha256')
		.update(JSON.stringify([before, line]))
		.digest('hex')

/** The chained file at this path, which need not be there yet; its folder must be. */
export function chainedFile(path: string): ChainedFile {
	return {
		async append(lines) {
			let before = (await lastLines(path)).at(-1)?.hash ?? ''
			let count = 0
			const file = await open(path, 'a', 0o600)
			try {
				for await (const line of lines) {
					before = linked(before, line)
					await file.write(`${JSON.stringify({ ...line, [link]: before })}\n`)
					count++
				}
				if (count > 0) await file.sync()
			} finally {
				await file.close()
			}
			return count
		},
		end: async () => (await lastLines(path)).map(({ line }) => line),
		async *lines() {
			if ((await sizeOf(path)) === 0) return
			let [before, place] = ['', 0]
			for await (const text of createInterface({ input: createReadStream(path) })) {
				place++
				const read = lineIn(text)
				// A line that a crash cut short was never part of the chain; one that was, and was spoilt, is missed by the next.
				if (!read) continue
				yield { place, line: read.line, fits: read.hash === linked(before, read.line) }
				before = read.hash
			}
		},
	}
}

async function lastLines(path: string): Promise<{ line: Line; hash: string }[]> {
	const size = await sizeOf(path)
	if (size === 0) return []
	const file = await open(path, 'a+', 0o600)
	try {
		const from = Math.max(0, size - tail)
		const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
		const text = buffer.toString('utf8')
		// A line that a crash cut short is ended, so that the next one stands alone.
		if (!text.endsWith('\n')) await file.write('\n')
		return text.split('\n').flatMap((line) => lineIn(line) ?? [])
	} finally {
		await file.close()
	}
}

async function sizeOf(path: string): Promise<number> {
	try {
		return (await stat(path)).size
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
		throw error
	}
}

function lineIn(text: string): { line: Line; hash: string } | undefined {
	try {
		const { [link]: hash, ...line } = JSON.parse(text)
		return typeof hash === 'string' ? { line, hash } : undefined
	} catch {
		return undefined
	}
}
