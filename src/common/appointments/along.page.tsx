import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import type { AskedAlong } from './along.queries.ts'
import type { alongWords } from './appointments.words.ts'

type Props = {
	say: ReturnType<typeof alongWords>
	asked: AskedAlong
	csrf: string
	when(moment: Date): string
}

/** The one time and place at which somebody is asked to come along, and nothing else of whose it is. */
export function ComingAlongPage({ say, asked, csrf, when }: Props) {
	const { name, answer, starts_at: startsAt, place, what_for: whatFor } = asked
	const to = routes.comingAlong.href({ company: asked.id })
	return (
		<>
			<h1>
				<bdi>{say(answer ? 'comesHeading' : 'heading', { name })}</bdi>
			</h1>
			{!startsAt && <p>{say('noTime')}</p>}
			<SummaryList
				rows={[
					startsAt && { key: say('when'), value: when(startsAt) },
					{ key: say('where'), value: <bdi data-own-words="">{place}</bdi> },
					{ key: say('whatFor'), value: <bdi data-own-words="">{whatFor}</bdi> },
				]}
			/>
			<p>{say('only')}</p>
			{answer ? (
				<>
					<p>{say('saidYes')}</p>
					<OneButton to={to} csrf={csrf} fields={{ answer: 'no' }} kind="secondary">
						{say('noAfterAll')}
					</OneButton>
				</>
			) : (
				<div class="yes-no">
					<OneButton to={to} csrf={csrf} fields={{ answer: 'yes' }}>
						{say('yes')}
					</OneButton>
					<OneButton to={to} csrf={csrf} fields={{ answer: 'no' }} kind="secondary">
						{say('no')}
					</OneButton>
				</div>
			)}
			<p class="quiet">{say('looks', { name })}</p>
		</>
	)
}
