import { routes } from '../../routes.ts'
import { calledMoment, type Moment } from './moment.ts'
import type { Mine } from './reading.ts'
import type { SayWhen } from './when.words.ts'

/** Somebody's own words, line by line. */
export const Own = ({ children }: { children: string }) => (
	<p class="own-words" data-own-words="" dir="auto">
		<bdi>{children}</bdi>
	</p>
)

/** What a moment is called in a sentence of ours; what is hard keeps its words to itself. */
export const namesOf = (moments: readonly Moment[], say: Mine['say']): ((id: string) => string | undefined) => {
	const names = new Map(moments.map((one) => [one.id, one.hard ? say('hardOne') : calledMoment(one)]))
	return (id) => names.get(id)
}

type ListProps = Pick<Mine, 'say' | 'here'> & {
	moments: readonly Moment[]
	sayWhen: SayWhen
	called: (id: string) => string | undefined
}

/** Moments, each with when it was; what is hard is there without its words. */
export function MomentList({ moments, say, here, sayWhen, called }: ListProps) {
	return (
		<ul class="brings">
			{moments.map((one) => (
				<li key={one.id}>
					<a class="act-link" href={routes.moment.show.href({ ...here, moment: one.id })}>
						{one.hard ? say('hardOne') : <bdi data-own-words="">{calledMoment(one)}</bdi>}
					</a>
					<p class="quiet">
						<bdi>{sayWhen(one, called)}</bdi>
						{one.hoped && `. ${say('hopedFor')}`}
					</p>
				</li>
			))}
		</ul>
	)
}
