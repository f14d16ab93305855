import type { Locale } from '../../platform/words.ts'
import type { Hours } from './hours.queries.ts'
import { hoursWords } from './hours.words.ts'

/** When somebody reads and how to reach them, in their words. */
export const HoursSaid = ({ hours }: { hours: Hours }) => (
	<>
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{hours.reads}</bdi>
		</p>
		{hours.reached && (
			<p class="own-words" data-own-words="" dir="auto">
				<bdi>{hours.reached}</bdi>
			</p>
		)}
	</>
)

/** What the link to where a practitioner says so reads. */
export const hoursLink = (locale: Locale): string => hoursWords({ locale, voice: 'anyone' })('link')
