import type { Locale } from '../../platform/words.ts'
import { fileWords } from './files.words.ts'

/** What a page says on top after a file was kept or deleted, by the word `done` in its address. */
export function filesTold(query: unknown, locale: Locale): string | undefined {
	const { done } = query as { done?: unknown }
	return done === 'kept' || done === 'deleted' ? fileWords({ locale, voice: 'anyone' })(done) : undefined
}
