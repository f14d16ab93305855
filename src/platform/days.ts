import { type Locale, languageOf } from './words.ts'

/** Where days are counted. One for all areas: a second one would be a column of the area and a part of the visitor. */
export const timeZone = 'Europe/London'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of a moment as people say it: "3 May 2026". */
export function dayIn(moment: Date, locale: Locale): string {
	const language = languageOf(locale)
	let format = formats.get(language)
	if (!format) {
		format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
		formats.set(language, format)
	}
	return format.format(moment)
}

const times = new Map<string, Intl.DateTimeFormat>()

/** The time of day of a moment: "14:05". */
export function timeIn(moment: Date, locale: Locale): string {
	const language = languageOf(locale)
	let format = times.get(language)
	if (!format) {
		format = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone })
		times.set(language, format)
	}
	return format.format(moment)
}

/** A day written YYYY-MM-DD, as people say it. */
export const sayDay = (day: string, locale: Locale): string => dayIn(new Date(`${day}T12:00:00Z`), locale)

const iso = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })

/** The day of a moment as YYYY-MM-DD, for `<time>` and for comparing with other days. */
export const isoDay = (moment: Date): string => iso.format(moment)

const moments = new Map<string, Intl.DateTimeFormat>()

/** A moment as people say it: "Sunday 3 May 2026 at 14:05". */
export function momentIn(moment: Date, locale: Locale): string {
	const language = languageOf(locale)
	let format = moments.get(language)
	if (!format) {
		format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
		moments.set(language, format)
	}
	// Intl sets a comma behind the day of the week, which nobody says.
	return format.format(moment).replace(',', '')
}

/**
 * The moment at which clocks here show this time on this day.
 *
 * @param day YYYY-MM-DD
 * @param time HH:MM
 * @returns nothing where they never show it: in the hour that is left out in spring. Of two in autumn, the first.
 */
export function momentAt(day: string, time: string): Date | undefined {
	const asUtc = Date.parse(`${day}T${time}:00Z`)
	const anHour = 60 * 60 * 1000
	return [asUtc - anHour, asUtc]
		.map((one) => new Date(one))
		.find((one) => isoDay(one) === day && timeIn(one, 'en') === time)
}
