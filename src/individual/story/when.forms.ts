import * as v from 'valibot'
import type { Fields } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import { type Said, unsaid } from './moment.ts'
import { perhapsNumber } from './story.forms.ts'

/** How somebody can say when it was: as much of a date as they know, their age, what it was before or after, or not at all. */
export const ways = ['date', 'age', 'before', 'after', 'not_sure', 'not_saying'] as const

export const whenFields = ['kind', 'day', 'month', 'year', 'age', 'around', 'before', 'after']

type Says = Say<'chooseWhen' | 'enterDay' | 'enterMonth' | 'enterYear' | 'enterAge' | 'chooseMoment'>

const around = v.pipe(
	v.optional(v.string(), ''),
	v.transform((ticked) => ticked === 'yes'),
)
const needed = (least: number, greatest: number, says: string) =>
	v.pipe(
		perhapsNumber(least, greatest, says),
		v.check((number) => number !== null, says),
		v.transform((number) => number ?? 0),
	)

type Date3 = { year: number; month: number | null; day: number | null }

/** Whether there is such a day, where one is said. */
const isThere = ({ year, month, day }: Date3): boolean =>
	day === null || month === null || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * When a moment was, as exactly as somebody says it.
 *
 * @param others the ids of the moments before or after which it can have been
 */
export function whenForm(say: Says, others: readonly string[]) {
	const beside = v.picklist(others, say('chooseMoment'))
	const date = v.object({
		...{ kind: v.literal('date'), around },
		day: perhapsNumber(1, 31, say('enterDay')),
		month: perhapsNumber(1, 12, say('enterMonth')),
		year: needed(1900, 2199, say('enterYear')),
	})
	return v.variant(
		'kind',
		[
			v.pipe(
				date,
				v.forward(
					v.check((said) => isThere(said), say('enterDay')),
					['day'],
				),
				v.forward(
					v.check((said) => said.day === null || said.month !== null, say('enterMonth')),
					['month'],
				),
			),
			v.object({ kind: v.literal('age'), around, age: needed(0, 120, say('enterAge')) }),
			v.object({ kind: v.literal('before'), before: beside }),
			v.object({ kind: v.literal('after'), after: beside }),
			v.object({ kind: v.literal('not_sure') }),
			v.object({ kind: v.literal('not_saying') }),
		],
		say('chooseWhen'),
	)
}

const kindOf = ({ month, day }: Date3) => (month === null ? 'year' : day === null ? 'month' : 'day')

/** What a form said about when it was, as it is kept. */
export function saidOf(chosen: v.InferOutput<ReturnType<typeof whenForm>>): Said {
	switch (chosen.kind) {
		case 'date': {
			const { around, year, month, day } = chosen
			return { ...unsaid, timeKind: kindOf(chosen), around, year, month, day }
		}
		case 'age':
			return { ...unsaid, timeKind: 'age', around: chosen.around, age: chosen.age }
		case 'before':
			return { ...unsaid, timeKind: 'before', beside: chosen.before }
		case 'after':
			return { ...unsaid, timeKind: 'after', beside: chosen.after }
		default:
			return { ...unsaid, timeKind: chosen.kind }
	}
}

const text = (number: number | null): string => (number === null ? '' : String(number))

/** What the form begins with: what was said before. */
export function fieldsOfSaid({ timeKind, around, year, month, day, age, beside }: Said): Fields {
	return {
		...{ kind: year === null ? (timeKind ?? '') : 'date', around: around ? 'yes' : '' },
		...{ day: text(day), month: text(month), year: text(year), age: text(age) },
		before: timeKind === 'before' ? (beside ?? '') : '',
		after: timeKind === 'after' ? (beside ?? '') : '',
	}
}
