import * as v from 'valibot'
import { optionalText } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'
import type { Place } from './now.ts'

/** The longest words to one question, in signs as readers count them. */
export const most = 500

/** What every form here says about a text that is too long or cannot be kept. */
type Limits = { tooLong(most: number): string; unreadable: string }

const isTicked = v.pipe(
	v.optional(v.string(), ''),
	v.transform((tick) => tick !== ''),
)

const places = ['me', 'between', 'world'] as const satisfies Place[]

/** Words, or the choice to say nothing, which is kept as no words; of what is in the way also where it is. */
export const wordsForm = (say: Say<'enterOrNothing' | 'notBoth' | 'choosePlace'>, limits: Limits) =>
	v.pipe(
		v.object({
			words: optionalText(most, { tooLong: limits.tooLong(most), unreadable: limits.unreadable }),
			nothing: isTicked,
			place: v.pipe(
				v.optional(v.string(), ''),
				v.picklist(['', 'none', ...places], say('choosePlace')),
				v.transform((place) => (place === '' || place === 'none' ? null : place)),
			),
		}),
		v.forward(
			v.check(({ words, nothing }) => nothing || words !== null, say('enterOrNothing')),
			['words'],
		),
		v.forward(
			v.check(({ words, nothing }) => !(nothing && words !== null), say('notBoth')),
			['words'],
		),
		v.transform(({ words, place }) => ({ words, place: words ? place : null })),
	)

/** A number from 0 to 10, or the choice to say none: which is kept as none, and never as nought. */
export const ratingForm = (say: Say<'chooseNumber' | 'notBoth'>) =>
	v.pipe(
		v.object({
			rating: v.pipe(v.optional(v.string(), ''), v.regex(/^(\d|10|)$/, say('chooseNumber'))),
			nothing: isTicked,
		}),
		v.forward(
			v.check(({ rating, nothing }) => nothing || rating !== '', say('chooseNumber')),
			['rating'],
		),
		v.forward(
			v.check(({ rating, nothing }) => !(nothing && rating !== ''), say('notBoth')),
			['rating'],
		),
		v.transform(({ rating }) => ({ rating: rating === '' ? null : Number(rating) })),
	)
