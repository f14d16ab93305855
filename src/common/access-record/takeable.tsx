import { isoDay } from '../../platform/days.ts'
import { Day } from '../../ui/Day.tsx'
import type { Takeable } from '../take-with-you/index.ts'
import { recordReading } from './access-record.queries.ts'
import { calledByPerson, sentenceOf } from './entry.tsx'
import { afterAll, myRecord, whoIsIn } from './record.queries.ts'
import { recordWords } from './record.words.ts'

/** As many entries as there are: nobody's record is longer. */
const all = Number.MAX_SAFE_INTEGER

/** Who looked at or changed what is mine, and my own acts, the latest first. */
export const takeableRecord: Takeable = {
	key: 'record',
	async read(tx, locale) {
		const entries = [...(await myRecord(tx, false, afterAll, all)), ...(await myRecord(tx, true, afterAll, all))]
		entries.sort((one, other) => other.number - one.number)
		const who = await whoIsIn(tx, entries)
		recordReading(tx)
		const told = entries.map((entry) => {
			const isOwn = entry.byId === tx.account
			const done = { ...entry, who: who.get(entry.byId) }
			const reader = { locale, voice: isOwn ? 'own' : 'person' } as const
			return { ...entry, called: calledByPerson(done.who, locale), sentence: sentenceOf(done, reader) }
		})
		return {
			json: told.map(({ number, at, called, act, what, thing }) => ({
				...{ number, by: called, act, what, thing },
				at: at.toISOString(),
			})),
			body: (
				<section>
					<h2>{recordWords({ locale, voice: 'person' })('heading')}</h2>
					<ul>
						{told.map((one) => (
							<li key={one.number}>
								<Day date={isoDay(one.at)} />: <bdi>{one.sentence}</bdi>
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
}
