import type { Meeting } from '../../../common/appointments/index.ts'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chart } from '../../../ui/Chart.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Said } from '../../../ui/Said.tsx'
import { Table } from '../../../ui/Table.tsx'
import { VoiceName } from '../../../ui/Voice.tsx'
import type { Between } from '../between.tsx'
import { type CheckIn, type Statement, statements } from './check-ins.ts'
import type { checkInWords } from './check-ins.words.ts'

export type CheckInReading = Between & {
	say: ReturnType<typeof checkInWords>
	/** The reader's own meetings that were, the newest first. */
	meetings: Meeting[]
	said: CheckIn[]
}

/** So many meetings are offered, and so many are laid beside each other. */
const most = { offered: 3, shown: 12 }

/** How meetings were, as each of the two says it: side by side over time, never joined into one number. */
export function CheckInsPage(props: CheckInReading) {
	const { say, person, meetings, said, me, sayBetween } = props
	const spoken = (met: Meeting) => said.some(({ time, accountId }) => time === met.time && accountId === me)
	const open = meetings.filter((met) => !spoken(met)).slice(0, most.offered)
	const shown = meetings.filter(spoken).slice(0, most.shown)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<p>{say('apart')}</p>
			{meetings.length === 0 && <p>{say('none')}</p>}
			{open.length > 0 && (
				<section>
					<h2>{say('toSay')}</h2>
					<ul class="promises meetings">
						{open.map((met) => (
							<li key={met.time}>
								<ToSay {...props} met={met} />
							</li>
						))}
					</ul>
				</section>
			)}
			{shown.length > 0 && (
				<>
					<h2>{say('overTime')}</h2>
					<p>{say('scale')}</p>
					{statements.map((statement) => (
						<OverTime key={statement} {...props} statement={statement} shown={shown} />
					))}
					<Changes {...props} shown={shown} />
				</>
			)}
			<p class="quiet">
				{say('onlyTwo')} <bdi>{sayBetween('seen', { person: person.name })}</bdi>
			</p>
		</>
	)
}

/** The other of the two, as the reader calls them. */
export const otherOf = ({ reader, sayBetween }: Pick<Between, 'reader' | 'sayBetween'>, met: Meeting): string =>
	reader.voice === 'person' ? met.withName || sayBetween('someoneLeft') : met.personName

function ToSay(props: CheckInReading & { met: Meeting }) {
	const { say, met, person, csrf, day } = props
	const here = { person: person.id, time: met.time }
	const about = <span class="visually-hidden">: {day(met.startsAt)}</span>
	return (
		<>
			<p>
				<bdi>{say('met', { day: day(met.startsAt), name: otherOf(props, met) })}</bdi>
			</p>
			<div class="button-group">
				<Button href={routes.checkIns.say.href(here)}>
					{say('say')}
					{about}
				</Button>
				<OneButton to={routes.checkIns.notThisTime.href(here)} csrf={csrf} kind="secondary">
					{say('notThisTime')}
					{about}
				</OneButton>
			</div>
		</>
	)
}

type Over = CheckInReading & { shown: Meeting[]; statement: Statement }

/** One statement over time: a mark for each of the two on each day, and the same as a table in words. */
function OverTime({ say, statement, shown, said, called, hand, day }: Over) {
	const times = shown.map(({ time }) => time)
	const hands = [...new Set(shown.flatMap((met) => [met.person, met.with]))]
	const at = (met: Meeting, account: string) =>
		said.find(({ time, accountId }) => time === met.time && accountId === account)
	const series = hands.map((account) => ({
		name: called(account),
		hand: hand(account),
		points: shown
			.flatMap((met) => {
				const value = at(met, account)?.[statement]
				return value && times.includes(met.time) ? [{ day: isoDay(met.startsAt), value }] : []
			})
			.reverse(),
	}))
	const table = (
		<Table
			caption={say(statement)}
			captionClass="visually-hidden"
			head={[
				{ text: say('day') },
				...hands.map((account) => ({ text: <VoiceName hand={hand(account)} name={called(account)} /> })),
			]}
			firstCellIsHeader
			rows={shown.map((met) => [
				{ text: day(met.startsAt) },
				...hands.map((account) => ({ text: inWords(say, at(met, account), statement), class: 'check-in__step' })),
			])}
		/>
	)
	const isDrawn = series.some(({ points }) => points.length > 1)
	return (
		<section>
			<h3>{say(statement)}</h3>
			{isDrawn ? (
				<Chart
					label={say('picture', { statement: say(statement) })}
					series={series.filter(({ points }) => points.length > 0)}
					lines={[1, 3, 5]}
					day={day}
				>
					{table}
				</Chart>
			) : (
				table
			)}
		</section>
	)
}

function inWords(say: CheckInReading['say'], said: CheckIn | undefined, statement: Statement): string {
	const step = said?.[statement]
	if (step) return say(`step${step}`)
	return say(said?.notThisTime ? 'notThis' : 'notSaid')
}

/** What each would change, in their words. */
function Changes({ say, shown, said, called, hand }: CheckInReading & { shown: Meeting[] }) {
	const changes = shown.flatMap((met) =>
		said.flatMap(({ time, accountId, change }) =>
			time === met.time && change
				? [{ id: `${time} ${accountId}`, accountId, change, date: isoDay(met.startsAt) }]
				: [],
		),
	)
	if (changes.length === 0) return null
	return (
		<section>
			<h3>{say('changes')}</h3>
			{changes.map(({ id, accountId, change, date }) => (
				<Said key={id} hand={hand(accountId)} name={called(accountId)} date={date} words={change} />
			))}
		</section>
	)
}
