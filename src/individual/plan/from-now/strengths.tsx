import type { Tx } from '../../../platform/database/acting.ts'
import { Details } from '../../../ui/Details.tsx'
import { strengthsOf } from '../../now/index.ts'
import type { Reading, ToWrite } from '../reading.ts'
import { fromNowWords } from './from-now.words.ts'

/** The same plan with the person's strengths that stand, as far as the reader may know them. */
export async function withStrengths<Opened extends Reading>(tx: Tx, opened: Opened) {
	const strengths = await strengthsOf(tx, opened.plan.person.id)
	return { ...opened, strengths: strengths.filter(({ putAwayAt }) => !putAwayAt).map(({ words }) => words) }
}

/** Beside what is proposed: what the person is good at, to build on. */
export function StrengthsToBuildOn({ strengths, reader, plan }: ToWrite<Reading> & { strengths: readonly string[] }) {
	if (strengths.length === 0) return null
	return (
		<Details summary={<bdi>{fromNowWords(reader)('strengths', { name: plan.person.name })}</bdi>}>
			<ul>
				{strengths.map((words) => (
					<li key={words} data-own-words="" dir="auto">
						<bdi>{words}</bdi>
					</li>
				))}
			</ul>
		</Details>
	)
}
