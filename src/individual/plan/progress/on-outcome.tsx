import { routes } from '../../../routes.ts'
import { type ProgressReading, TalkingPoint } from './progress.page.tsx'

/** How far it has come, as a small part of an outcome's page, for its two hands. */
export function OnOutcome(props: ProgressReading) {
	const { plan, outcome, sayProgress } = props
	return (
		<section>
			<h2>{sayProgress('onePart')}</h2>
			<TalkingPoint {...props} />
			<p>
				<a class="act-link" href={routes.progress.show.href({ person: plan.person.id, outcome: outcome.id })}>
					{sayProgress('toProgress')}
				</a>
			</p>
		</section>
	)
}
