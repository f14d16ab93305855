import type { Tx } from '../../../platform/database/acting.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { OwnWords } from '../brings.tsx'
import { OneButton } from '../one-button.tsx'
import { outcomesICanSee } from '../outcomes.queries.ts'
import type { Outcome } from '../plan.ts'
import { type Reading, readPlan } from '../reading.ts'
import { BesideHope } from './beside.tsx'
import { askingOfMe, lastRated, myHopes } from './hope.queries.ts'
import { type Hope, hopeOfTheDay, mayAsk } from './hope.ts'
import { hopeWords } from './hope.words.ts'

/** What home says of somebody's hope to themselves: whether it asks, and one hope with the real thing beside it. */
export type HopeAtHome = {
	asks: boolean
	/** The hope whose turn it is today; its thing where that is in the plan, and how the plan is read. */
	today: { hope: Hope; outcomes: Outcome[]; reading: Reading } | undefined
}

/** Reads what home says of the acting account's own hope. */
export async function hopeAtHome(tx: Tx, asked: Omit<Asked, 'params'>, today: string): Promise<HopeAtHome> {
	const asks = mayAsk(await askingOfMe(tx), await lastRated(tx), new Date())
	const hope = hopeOfTheDay(await myHopes(tx), today)
	if (!hope) return { asks, today: undefined }
	const reading = await readPlan(tx, { ...asked, params: { person: tx.account } })
	const outcomes = hope.outcome ? await outcomesICanSee(tx, tx.account, hope.outcome) : []
	return { asks, today: { hope, outcomes: outcomes.map(reading.shown), reading } }
}

/** What home says when somebody has just said that they do not want to be asked now. */
export const notNowTold = (locale: Locale): string => hopeWords({ locale, voice: 'person' })('notNowTold')

type Props = HopeAtHome & { me: string; csrf: string; locale: Locale }

/** One hope with the real thing beside it, and the question how hope is: gently, and seldom. */
export function MyHope({ asks, today, me, csrf, locale }: Props) {
	const sayHope = hopeWords({ locale, voice: 'person' })
	const here = { person: me }
	const asking = routes.hope.asking.href(here)
	return (
		<section>
			<h2>{sayHope('heading')}</h2>
			{today && (
				<>
					<p>{sayHope('youHope')}</p>
					<OwnWords>{today.hope.words}</OwnWords>
					<BesideHope {...today.reading} {...today} sayHope={sayHope} />
				</>
			)}
			{asks && (
				<>
					<h3>{sayHope('askHome')}</h3>
					<p>{sayHope('askHomeHint')}</p>
					<div class="button-group">
						<Button href={routes.hope.rate.href(here)} kind="secondary">
							{sayHope('say')}
						</Button>
						<OneButton to={asking} csrf={csrf} fields={{ word: 'not_now' }} kind="secondary">
							{sayHope('notNow')}
						</OneButton>
						<OneButton to={asking} csrf={csrf} fields={{ word: 'never' }} kind="secondary">
							{sayHope('neverAsk')}
						</OneButton>
					</div>
				</>
			)}
			<p>
				<a class="act-link" href={routes.hope.show.href(here)}>
					{sayHope('seeAll')}
				</a>
			</p>
		</section>
	)
}
