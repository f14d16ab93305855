/** Days as people say them: "by Friday", "3 May", "next week", "in two weeks". Days here are text, YYYY-MM-DD. */

/** What was said of a day: the day it is, `none` where the words are of another kind, `no such day` where they name one that does not exist. */
export type Meant = { day: string } | 'none' | 'no such day'

const dayLong = 24 * 60 * 60_000
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = ['january', 'february', 'march', 'april', 'may', 'june']
months.push('july', 'august', 'september', 'october', 'november', 'december')
const small = ['a', 'two', 'three', 'four', 'five', 'six']

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
const add = (day: string, days: number): string => iso(Date.parse(day) + days * dayLong)
/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7
/** The last day of the month that is so many months after a day's. */
const endOfMonth = (day: string, after: number): string =>
	iso(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + after, 0))

/** Which of the names in a list begins as this word does, which may be shortened to three letters; -1 where none does. */
const indexOf = (names: readonly string[], word: string | undefined): number =>
	word && word.length >= 3 ? names.findIndex((name) => name.startsWith(word)) : -1

/** This day where it exists; a year that is not said is the next one in which it is not over. */
function dated(day: string, month: number, year: string | undefined, today: string): Meant {
	const years = year ? [Number(year.length === 2 ? `20${year}` : year)] : nextYears(today)
	const found = years.map((one) => exact(one, month, Number(day))).find((one) => one && (year || one >= today))
	return found ? { day: found } : 'no such day'
}

/** So many that a 29 February is among them. */
const nextYears = (today: string): number[] => Array.from({ length: 9 }, (_, at) => Number(today.slice(0, 4)) + at)

function exact(year: number, month: number, day: number): string | undefined {
	const time = Date.UTC(year, month - 1, day)
	const same = iso(time) === `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
	return year >= 1900 && same ? iso(time) : undefined
}

/** What words about a day mean on this day. A weekday is the next one; a week or a month is over on its last day. */
export function dayMeant(said: string, today: string): Meant {
	const words = said
		.toLowerCase()
		.trim()
		.replace(/[.!]+$/, '')
		.replace(/\s+/g, ' ')
		.replace(/^(?:by|on|until|till) /, '')
	if (words.startsWith('before ')) {
		const before = dayMeant(words.slice('before '.length), today)
		return typeof before === 'object' ? { day: add(before.day, -1) } : before
	}
	return inNumbers(words, today) ?? inNames(words, today) ?? fromToday(words, today) ?? 'none'
}

function inNumbers(words: string, today: string): Meant | undefined {
	const whole = words.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
	if (whole?.[3]) return dated(whole[3], Number(whole[2]), whole[1], today)
	const [, day, month, year] = words.match(/^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/) ?? []
	return day ? dated(day, Number(month), year, today) : undefined
}

function inNames(words: string, today: string): Meant | undefined {
	const dayFirst = words.match(/^(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?:,? (\d{4}))?$/)
	const monthFirst = words.match(/^([a-z]+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/)
	const [day, name, year] = dayFirst?.slice(1) ?? [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
	const month = indexOf(months, name)
	return day && month >= 0 ? dated(day, month + 1, year, today) : undefined
}

function fromToday(words: string, today: string): Meant | undefined {
	if (words === 'today' || words === 'tonight') return { day: today }
	if (words === 'tomorrow') return { day: add(today, 1) }
	const [, number = '', unit] = words.match(/^in (\d{1,2}|[a-z]+) (day|week)s?$/) ?? []
	const count = Number(number) || small.indexOf(number) + 1
	if (count > 0 && unit) return { day: add(today, unit === 'week' ? count * 7 : count) }
	return inTheWeek(words, today) ?? atTheEnd(words, today)
}

/** The Sunday of a day's week. */
const sundayOf = (day: string): string => add(day, 6 - weekdayOf(day))

function inTheWeek(words: string, today: string): Meant | undefined {
	const [, which, name] = words.match(/^(?:(this|next) )?([a-z]+)$/) ?? []
	const weekday = indexOf(weekdays, name)
	if (weekday < 0) return undefined
	if (which === 'next') return { day: add(sundayOf(today), weekday + 1) }
	return { day: add(today, (weekday - weekdayOf(today) + 7) % 7 || 7) }
}

function atTheEnd(words: string, today: string): Meant | undefined {
	const [, which, what] = words.match(/^(?:the end of )?(this|next|the) (weekend|week|month)$/) ?? []
	if (!what) return undefined
	const after = which === 'next' ? 1 : 0
	return { day: what === 'month' ? endOfMonth(today, after) : add(sundayOf(today), after * 7) }
}
