import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Table } from '../../../ui/Table.tsx'
import type { CheckInInArea } from './check-ins.queries.ts'
import { statements } from './check-ins.ts'
import { areaCheckInWords, checkInWords } from './check-ins.words.ts'

/** How meetings were in an area, to its lead: of each statement, how many people said which step, where that tells of nobody. */
export function CheckInsOfArea({ inArea, locale }: { inArea: readonly CheckInInArea[]; locale: Locale }) {
	const say = areaCheckInWords({ locale, voice: 'anyone' })
	const told = checkInWords({ locale, voice: 'person' })
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<p>{say('never')}</p>
			{inArea.length === 0 && <p>{say('tooFew')}</p>}
			{statements
				.filter((statement) => inArea.some((one) => one.statement === statement))
				.map((statement) => (
					<Table
						key={statement}
						caption={told(statement)}
						head={[{ text: say('statement') }, { text: say('people') }]}
						firstCellIsHeader
						rows={inArea
							.filter((one) => one.statement === statement)
							.map(({ step, people }) => [{ text: told(`step${step}`) }, { text: say('about', { people }) }])}
					/>
				))}
		</>
	)
}

/** On a lead's home: the way there. */
export const CheckInsLink = ({ locale }: { locale: Locale }) => (
	<p>
		<a class="act-link" href={routes.area.checkIns.href()}>
			{areaCheckInWords({ locale, voice: 'anyone' })('link')}
		</a>
	</p>
)
