import { sql } from 'kysely'
import { openingsOfMine, openTo, type What, whatOf } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import type { Locale } from '../../../platform/words.ts'

/** Something that was open to somebody who worked with the person, and what the person said of opening it to another. */
export type Passing = {
	opening: string
	/** What it opens: the person's words for it. */
	what: string
	/** To whom it was open: empty where they have left. */
	fromName: string
	purpose: string
	/** Who comes. */
	to: string
	toName: string
	/** Nothing was said yet; or whether it passes. */
	passes: boolean | undefined
	/** Until when it is open to them now, if it is. */
	openUntil: Date | undefined
}

type Tied = { practitioner: string; name: string; now: boolean }

type Here = { ties: readonly Tied[]; whats: readonly What[]; locale: Locale }

/**
 * Each thing that was open to one who worked with the acting account, by each who works with it now. What these see anyway, as
 * they work together, is not asked about; nor is what is there no more.
 */
export async function whatCouldPass(tx: Tx, { ties, whats, locale }: Here): Promise<Passing[]> {
	const openings = await openingsOfMine(tx)
	const said = await tx
		.selectFrom('opening_passed')
		.select(['opening_id as opening', 'to_id as to', 'passes'])
		.where('area_id', '=', tx.area)
		.where('person_id', '=', tx.account)
		.execute()
	const now = ties.filter((tie) => tie.now)
	const isBefore = (account: string) =>
		ties.some(({ practitioner }) => practitioner === account) && !now.some((tie) => tie.practitioner === account)
	const apart = whats.filter(({ openable }) => !openable.sharedAtWork)
	return openings
		.filter(({ account }) => isBefore(account))
		.flatMap((one) => {
			const what = whatOf(apart, one, locale)
			if (what === undefined) return []
			return now.map((tie) => ({
				...{ opening: one.id, what, fromName: one.name, purpose: one.purpose, to: tie.practitioner, toName: tie.name },
				passes: said.find((each) => each.opening === one.id && each.to === tie.practitioner)?.passes,
				openUntil: openings.find((each) => each.holds && each.scope === one.scope && each.account === tie.practitioner)
					?.until,
			}))
		})
}

/** Months for which something is opened to who comes: the person can close it at any time. */
const months = 3

/** Says, as the person, whether something that was open to the one before is open to the one who comes. */
export async function passOn(tx: Tx, { opening, to }: Passing, passes: boolean): Promise<void> {
	await tx
		.insertInto('opening_passed')
		.values({ area_id: tx.area, opening_id: opening, to_id: to, person_id: tx.account, passes })
		.onConflict((conflict) =>
			conflict.columns(['area_id', 'opening_id', 'to_id']).doUpdateSet({ passes, said_at: sql<Date>`now()` }),
		)
		.execute()
	const before = (await openingsOfMine(tx)).find(({ id }) => id === opening)
	if (!passes || !before) return
	await openTo(tx, {
		...{ id: newId(), scope: before.scope, thing: before.thing, account: to, purpose: before.purpose },
		...{ howLong: { months }, endsWithWork: true, namesShown: [] },
	})
}
