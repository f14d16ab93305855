import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chart } from '../../../ui/Chart.tsx'
import { Details } from '../../../ui/Details.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Table } from '../../../ui/Table.tsx'
import { OneButton } from '../one-button.tsx'
import type { Outcome } from '../plan.ts'
import type { Reading } from '../reading.ts'
import { BesideHope } from './beside.tsx'
import type { Asking, Hope, Rating } from './hope.ts'
import type { hopeWords } from './hope.words.ts'

/** Somebody's hope, as they alone read it. */
export type HopeReading = Reading & {
	sayHope: ReturnType<typeof hopeWords>
	outcomes: Outcome[]
	ratings: Rating[]
	hopes: Hope[]
	asking: Asking | undefined
}

/** How my hope has been, and what I hope for: for nobody else. */
export function HopePage(props: HopeReading) {
	const { plan, hopes, ratings, asking, sayHope } = props
	const here = { person: plan.person.id }
	const open = hopes.filter((hope) => !hope.endedAt)
	const ended = hopes.filter((hope) => hope.endedAt)
	return (
		<>
			<h1>{sayHope('heading')}</h1>
			<p>{sayHope('onlyYou')}</p>
			<p>
				<Button href={routes.hope.rate.href(here)}>{sayHope('say')}</Button>
			</p>
			<section>
				<h2>{sayHope('hopes')}</h2>
				{open.length === 0 && <p>{sayHope('hopesNone')}</p>}
				<ul class="brings">
					{open.map((hope) => (
						<li key={hope.id}>
							<OneHope {...props} hope={hope} />
						</li>
					))}
				</ul>
				<p>
					<Button href={routes.hope.write.href(here)} kind="secondary">
						{sayHope('write')}
					</Button>
				</p>
				{ended.length > 0 && (
					<Details summary={sayHope('before')}>
						<ul class="brings">
							{ended.map((hope) => (
								<li key={hope.id}>
									<EndedHope {...props} hope={hope} />
								</li>
							))}
						</ul>
					</Details>
				)}
			</section>
			<section>
				<h2>{sayHope('overTime')}</h2>
				{ratings.length === 0 ? <p>{sayHope('noneYet')}</p> : <OverTime {...props} />}
			</section>
			<p>{sayHope(asking?.word === 'never' ? 'neverNow' : 'askNow')}</p>
			<OneButton
				{...props}
				kind="secondary"
				to={routes.hope.asking.href(here)}
				fields={{ word: asking?.word === 'never' ? 'again' : 'never' }}
			>
				{sayHope(asking?.word === 'never' ? 'askAgain' : 'neverAsk')}
			</OneButton>
		</>
	)
}

const HopeWords = ({ hope }: { hope: Hope }) => (
	<h3 class="own-words" data-own-words="" dir="auto">
		<bdi>{hope.words}</bdi>
	</h3>
)

function OneHope(props: HopeReading & { hope: Hope }) {
	const { hope, plan, day, sayHope } = props
	const here = { person: plan.person.id, hope: hope.id }
	const isTied = hope.outcome || hope.known || hope.somebody || hope.opportunity || hope.could
	return (
		<>
			<HopeWords hope={hope} />
			<p class="quiet">{sayHope('since', { day: day(hope.hopedAt) })}</p>
			<BesideHope {...props} />
			<Details
				summary={
					<>
						{sayHope('change')}
						<span class="visually-hidden" data-own-words="">
							: {hope.words}
						</span>
					</>
				}
			>
				<div class="button-group">
					<Button href={routes.hope.beside.href(here)} kind="secondary">
						{sayHope(isTied ? 'changeBeside' : 'findBeside')}
					</Button>
					<OneButton {...props} kind="secondary" to={routes.hope.end.href(here)} fields={{ ending: 'came_true' }}>
						{sayHope('cameTrue')}
					</OneButton>
					<OneButton {...props} kind="secondary" to={routes.hope.end.href(here)} fields={{ ending: 'let_go' }}>
						{sayHope('letGo')}
					</OneButton>
				</div>
			</Details>
		</>
	)
}

function EndedHope(props: HopeReading & { hope: Hope }) {
	const { hope, plan, day, sayHope } = props
	return (
		<>
			<HopeWords hope={hope} />
			{hope.endedAt && (
				<p>{sayHope(hope.ending === 'came_true' ? 'endedTrue' : 'endedGo', { day: day(hope.endedAt) })}</p>
			)}
			<p class="quiet">{sayHope('deleteHint')}</p>
			<OneButton {...props} kind="secondary" to={routes.hope.delete.href({ person: plan.person.id, hope: hope.id })}>
				{sayHope('deleteHope')}
			</OneButton>
		</>
	)
}

/** The numbers drawn over time, the same as a table with the words, and how each can be deleted. */
function OverTime(props: HopeReading) {
	const { ratings, plan, csrf, day, sayHope } = props
	const numbers = ratings.map(({ rating }) => rating)
	const points = ratings.map(({ ratedAt, rating }) => ({ day: isoDay(ratedAt), value: rating }))
	return (
		<>
			{ratings.length > 1 && <p>{sayHope('lies', { low: Math.min(...numbers), high: Math.max(...numbers) })}</p>}
			<Chart
				label={sayHope('picture')}
				series={[{ name: sayHope('heading'), hand: 'person', points }]}
				lines={[0, 5, 10]}
				day={day}
			>
				<Table
					head={[{ text: sayHope('day') }, { text: sayHope('number'), format: 'numeric' }, { text: sayHope('words') }]}
					firstCellIsHeader
					rows={ratings.toReversed().map(({ rating, words, ratedAt }) => [
						{ text: day(ratedAt) },
						{ text: rating, format: 'numeric' },
						{
							text: words && (
								<span class="own-words" data-own-words="" dir="auto">
									<bdi>{words}</bdi>
								</span>
							),
						},
					])}
				/>
			</Chart>
			<Details summary={sayHope('deleteOne')}>
				<p>{sayHope('deleteHint')}</p>
				<form method="post" action={routes.hope.deleteRating.href({ person: plan.person.id })}>
					<input type="hidden" name="csrf" value={csrf} />
					<Select
						name="rating"
						label={sayHope('deleteWhich')}
						items={ratings
							.toReversed()
							.map(({ id, rating, ratedAt }) => ({ value: id, text: sayHope('onDay', { day: day(ratedAt), rating }) }))}
					/>
					<Button kind="secondary" preventDoubleClick>
						{sayHope('deleteRating')}
					</Button>
				</form>
			</Details>
		</>
	)
}
