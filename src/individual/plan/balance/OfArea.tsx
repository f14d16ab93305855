import type { Locale } from '../../../platform/words.ts'
import type { InArea } from './balance.queries.ts'
import { areaBalanceWords } from './balance.words.ts'

/** Who plans and who brings in an area, in words, to its lead. */
export function BalanceOfArea({ inArea, locale }: { inArea: readonly InArea[]; locale: Locale }) {
	const say = areaBalanceWords({ locale, voice: 'anyone' })
	return (
		<section>
			<h2>{say('heading')}</h2>
			{inArea.length === 0 ? (
				<p>{say('tooFew')}</p>
			) : (
				<>
					<p>{say('intro')}</p>
					<ul>
						{inArea.map(({ axis, place, people }) => (
							<li key={`${axis}-${place}`}>{say(`${axis}_${place}`, { people })}</li>
						))}
					</ul>
				</>
			)}
		</section>
	)
}
