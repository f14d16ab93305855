/** Times of day as people write them. */

const numbers = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']

/** Of an hour with no am or pm, what is meant by day: nobody meets before seven in the morning. */
const byDay = (hour: number): number => (hour < 7 ? hour + 12 : hour)

/**
 * A time of day as somebody wrote it: "2pm", "14:30", "2.30 pm", "half past two", "noon".
 *
 * @returns HH:MM on a clock of twenty-four hours; nothing, where it is no time
 */
export function timeOfDay(written: string): string | undefined {
	const words = written.trim().toLowerCase().replaceAll(/\s+/g, ' ')
	if (words === 'noon' || words === 'midday') return '12:00'
	return fromFigures(words) ?? fromWords(words)
}

function fromFigures(words: string): string | undefined {
	const found = words.match(/^(\d{1,2})(?:[:. ]?(\d{2}))?(?: ?([ap])\.? ?m\.?| o[’']?clock)?$/)
	if (!found) return undefined
	const [, hours = '', minutes = '0', half] = found
	const hour = Number(hours)
	if (half) return hour < 1 || hour > 12 ? undefined : clock((hour % 12) + (half === 'p' ? 12 : 0), Number(minutes))
	// "02:30" and "14" say what they mean; "2:30" is in the afternoon.
	return clock(hours.length === 1 && hour > 0 ? byDay(hour) : hour, Number(minutes))
}

/** Minutes away from the full hour, by what people call them. */
const parts: Readonly<Record<string, number>> = { half: 30, quarter: 15, twenty: 20, ten: 10, five: 5 }

const spoken =
	/^(?:(?<part>half|quarter|twenty|ten|five) (?<side>past|to) )?(?<name>\w+)(?: o[’']?clock)?(?: (?:in the )?(?<when>morning|afternoon|evening))?$/

function fromWords(words: string): string | undefined {
	const { part = '', side, name = '', when } = words.match(spoken)?.groups ?? {}
	const figure = /^\d{1,2}$/.test(name) ? Number(name) % 12 : numbers.indexOf(name)
	if (figure < 0) return undefined
	const minutes = (parts[part] ?? 0) * (side === 'to' ? -1 : 1)
	const all = hourOf(figure, when) * 60 + minutes
	return clock(Math.floor(all / 60), all % 60)
}

function hourOf(figure: number, when: string | undefined): number {
	if (when === 'morning') return figure
	return when ? figure + 12 : byDay(figure === 0 ? 12 : figure)
}

const clock = (hour: number, minute: number): string | undefined =>
	hour >= 0 && hour < 24 && minute < 60
		? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
		: undefined
