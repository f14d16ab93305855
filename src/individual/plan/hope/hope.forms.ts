import * as v from 'valibot'
import { optionalText, text, zeroToTen } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../plan.forms.ts'
import type { Beside } from './hope.queries.ts'

/** The longest words for a number and for a hope, in signs as readers count them. */
export const most = { words: 1000, hope: 500, beside: 200 }

export const rateForm = (say: Say<'chooseNumber'>, { tooLong, unreadable }: Limits) =>
	v.object({
		rating: zeroToTen(say('chooseNumber')),
		words: optionalText(most.words, { tooLong: tooLong(most.words), unreadable }),
	})

type SayBeside = Say<
	'chooseCould' | 'chooseBeside' | 'chooseThing' | 'chooseKnown' | 'enterSomebody' | 'enterOpportunity'
>

/**
 * What stands beside a hope.
 *
 * @param things the ids of outcomes of one's own plan, and `outcome/contribution` of what somebody brings to one
 * @param known the ids of those whom one knows here
 * @param coulds the ids of one's own opportunities
 */
export function besideForm(
	say: SayBeside,
	{ tooLong, unreadable }: Limits,
	things: readonly string[],
	known: readonly string[],
	coulds: readonly string[],
) {
	const words = (empty: string) => text(most.beside, { empty, tooLong: tooLong(most.beside), unreadable })
	return v.variant(
		'beside',
		[
			v.object({ beside: v.literal('plan'), thing: v.picklist(things, say('chooseThing')) }),
			v.object({ beside: v.literal('known'), known: v.picklist(known, say('chooseKnown')) }),
			v.object({ beside: v.literal('somebody'), somebody: words(say('enterSomebody')) }),
			v.object({ beside: v.literal('could'), could: v.picklist(coulds, say('chooseCould')) }),
			v.object({ beside: v.literal('opportunity'), opportunity: words(say('enterOpportunity')) }),
			v.object({ beside: v.literal('nothing') }),
		],
		say('chooseBeside'),
	)
}

export const hopeForm = (
	say: SayBeside & Say<'enterHope'>,
	limits: Limits,
	things: readonly string[],
	known: readonly string[],
	coulds: readonly string[],
) =>
	v.intersect([
		v.object({
			words: text(most.hope, {
				empty: say('enterHope'),
				tooLong: limits.tooLong(most.hope),
				unreadable: limits.unreadable,
			}),
		}),
		besideForm(say, limits, things, known, coulds),
	])

const nothing: Beside = {
	...{ outcome_id: null, contribution_id: null, known_id: null, somebody: null },
	...{ opportunity: null, could_id: null },
}

/** What a form said stands beside a hope, as it is kept. */
export function besideOf(chosen: v.InferOutput<ReturnType<typeof besideForm>>): Beside {
	switch (chosen.beside) {
		case 'plan': {
			const [outcome = null, contribution = null] = chosen.thing.split('/')
			return { ...nothing, outcome_id: outcome, contribution_id: contribution }
		}
		case 'known':
			return { ...nothing, known_id: chosen.known }
		case 'somebody':
			return { ...nothing, somebody: chosen.somebody }
		case 'could':
			return { ...nothing, could_id: chosen.could }
		case 'opportunity':
			return { ...nothing, opportunity: chosen.opportunity }
		case 'nothing':
			return nothing
	}
}
