import { defineWords, type Locale, languageOf } from '../../platform/words.ts'
import type { Said } from './moment.ts'

/** When a moment was, said no more exactly than its person said it: to them, and to whom it is open. */
const whenWords = defineWords('story-when', {
	en: {
		person: {
			around: 'Around {time}',
			age: 'When you were {age, number}',
			aroundAge: 'When you were around {age, number}',
			before: 'Before “{other}”',
			after: 'After “{other}”',
			before_nothing: 'Before something else',
			after_nothing: 'After something else',
			not_sure: 'You are not sure when',
			not_saying: 'You would rather not say when',
			unsaid: 'You have not said when',
		},
		supporter: {
			around: 'Around {time}',
			age: 'At the age of {age, number}',
			aroundAge: 'At the age of around {age, number}',
			before: 'Before “{other}”',
			after: 'After “{other}”',
			before_nothing: 'Before something else',
			after_nothing: 'After something else',
			not_sure: 'They are not sure when',
			not_saying: 'They would rather not say when',
			unsaid: 'They have not said when',
		},
	},
})

/** When it was, in a sentence without its full stop. */
export type SayWhen = (said: Said, called: (moment: string) => string | undefined) => string

const options = {
	day: { day: 'numeric', month: 'long', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
	year: { year: 'numeric' },
} as const

/** How to say when a moment was to one reader. */
export function sayWhenTo(voice: 'person' | 'supporter', locale: Locale): SayWhen {
	const say = whenWords({ locale, voice })
	const formats = new Map<string, Intl.DateTimeFormat>()
	const written = (kind: keyof typeof options, time: Date): string => {
		const format =
			formats.get(kind) ?? new Intl.DateTimeFormat(languageOf(locale), { ...options[kind], timeZone: 'UTC' })
		formats.set(kind, format)
		return format.format(time)
	}
	return ({ timeKind, around, year, month, day, age, beside }, called) => {
		switch (timeKind) {
			case 'day':
			case 'month':
			case 'year': {
				const time = written(timeKind, new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)))
				return around ? say('around', { time }) : time
			}
			case 'age':
				return say(around ? 'aroundAge' : 'age', { age: age ?? 0 })
			case 'before':
			case 'after': {
				const other = beside && called(beside)
				return other ? say(timeKind, { other }) : say(`${timeKind}_nothing`)
			}
			case null:
				return say('unsaid')
			default:
				return say(timeKind)
		}
	}
}
