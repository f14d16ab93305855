import type { Reader } from '../../platform/words.ts'
import { Details } from '../../ui/Details.tsx'
import { areaWords } from './areas.words.ts'

type BeforeYouWriteProps = { reader: Reader<'person' | 'practitioner' | 'supporter'>; passedOn: string }

/** Stands before anything private is typed: what would have to be passed on, and who could be made to hand it over. */
export function BeforeYouWrite({ reader, passedOn }: BeforeYouWriteProps) {
	const say = areaWords(reader)
	return (
		<>
			<Details summary={say('passedOn')}>
				{passedOn.split(/\n+/).map((line) => (
					<p key={line}>{line}</p>
				))}
			</Details>
			<Details summary={say('handOver')}>
				<p>{say('handOverCourt')}</p>
				<p>{say('handOverAdministrators')}</p>
				<p>{say('handOverEnd')}</p>
			</Details>
		</>
	)
}
