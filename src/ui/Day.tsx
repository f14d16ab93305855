import { useContext } from 'preact/hooks'
import { type Locale, languageOf } from '../platform/words.ts'
import { SpokenLocale } from './say.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** One format per language: making one takes longer than all its uses on a page. */
function formatFor(locale: Locale): Intl.DateTimeFormat {
	const language = languageOf(locale)
	const known = formats.get(language)
	if (known) return known
	const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
	formats.set(language, made)
	return made
}

/** A day, YYYY-MM-DD, said in full: 4 March 2026. */
export function Day({ date }: { date: string }) {
	const format = formatFor(useContext(SpokenLocale))
	return (
		<time class="day" dateTime={date}>
			{format.format(new Date(`${date}T00:00:00Z`))}
		</time>
	)
}
