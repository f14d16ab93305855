import * as v from 'valibot'
import { contributionKinds } from '../../common/contributions/index.ts'
import { optionalDay, optionalText, text } from '../../platform/forms.ts'
import type { Say } from '../../platform/words.ts'

/** The longest words of an outcome, of a reason, and of what somebody brings, in signs as readers count them. */
export const most = { words: 500, reason: 2000, brings: 500 }

/** What every form here says about a text that is too long or cannot be kept. */
export type Limits = { tooLong(most: number): string; unreadable: string; day: string; pastDay: string; today: string }

const words = (length: number, empty: string, limits: Limits) =>
	text(length, { empty, tooLong: limits.tooLong(length), unreadable: limits.unreadable })
/** A promise is for today or later. */
const byDay = ({ today, day, pastDay }: Limits) => optionalDay(today, { unreadable: day, past: pastDay })
const perhaps = (length: number, limits: Limits) =>
	optionalText(length, { tooLong: limits.tooLong(length), unreadable: limits.unreadable })

export const proposeForm = (say: Say<'enterWords'>, limits: Limits) =>
	v.object({ words: words(most.words, say('enterWords'), limits) })

export const otherWordsForm = (say: Say<'enterWords'>, limits: Limits) =>
	v.object({
		words: words(most.words, say('enterWords'), limits),
		after: v.pipe(
			v.optional(v.string(), ''),
			v.regex(/^\d{1,6}$/, limits.unreadable),
			v.transform((number) => Number(number)),
		),
	})

export const differForm = (say: Say<'enterReason'>, limits: Limits) =>
	v.object({ reason: words(most.reason, say('enterReason'), limits) })

export const bringForm = (say: Say<'chooseKind' | 'enterWhat'>, limits: Limits) =>
	v.object({
		kind: v.picklist(contributionKinds, say('chooseKind')),
		words: words(most.brings, say('enterWhat'), limits),
		byDay: byDay(limits),
	})

export const askForm = (
	say: Say<'chooseWho' | 'chooseKind' | 'enterWhat'>,
	limits: Limits,
	askable: readonly string[],
) =>
	v.object({
		askedOf: v.picklist(askable, say('chooseWho')),
		kind: v.picklist(contributionKinds, say('chooseKind')),
		words: words(most.brings, say('enterWhat'), limits),
	})

export const answerForm = (say: Say<'chooseAnswer' | 'enterWhat'>, limits: Limits) =>
	v.variant(
		'answer',
		[
			v.object({ answer: v.literal('accepted'), byDay: byDay(limits) }),
			v.object({
				answer: v.literal('differently'),
				words: words(most.brings, say('enterWhat'), limits),
				byDay: byDay(limits),
			}),
			v.object({ answer: v.literal('declined'), why: perhaps(most.reason, limits) }),
		],
		say('chooseAnswer'),
	)

export const turnForm = (say: Say<'chooseTurn' | 'enterWhy' | 'enterInTheWay' | 'enterWhoseJob'>, limits: Limits) =>
	v.variant(
		'kind',
		[
			v.object({ kind: v.picklist(['under_way', 'reached', 'taken_up_again']) }),
			v.object({ kind: v.literal('set_aside'), why: words(most.reason, say('enterWhy'), limits) }),
			v.object({
				kind: v.literal('cannot_be_done_now'),
				inTheWay: words(most.reason, say('enterInTheWay'), limits),
				whoseJob: words(most.brings, say('enterWhoseJob'), limits),
			}),
		],
		say('chooseTurn'),
	)
