import { languageOf } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Details } from '../../../ui/Details.tsx'
import { Table } from '../../../ui/Table.tsx'
import { type Hand, VoiceLine, VoiceName } from '../../../ui/Voice.tsx'
import type { Reading } from '../reading.ts'
import {
	type Act,
	actKinds,
	axisOf,
	beganWith,
	ledSince,
	midOf,
	placeOf,
	type Stretch,
	stretchesOf,
} from './balance.ts'
import { balanceWords } from './balance.words.ts'
import { bands, inBand, Picture } from './Picture.tsx'

type Props = Reading & { acts: readonly Act[]; monthsAgo: Date }
type SayHere = ReturnType<typeof balanceWords>
type Told = { say: SayHere; name: string; reading: Reading }

/** Who works to support what stands in a plan: in sentences and the counts under each, in a picture, and in tables. */
export function WhoWorksPage({ acts, monthsAgo, ...reading }: Props) {
	const say = sayTo(reading)
	const told: Told = { say, name: reading.plan.person.name, reading }
	const { name } = told
	const planning = acts.filter((one) => axisOf(one) === 'planning')
	const delivering = acts.filter((one) => axisOf(one) === 'delivering')
	const began = beganWith(acts)
	const led = ledSince(acts, monthsAgo)
	const [plans, brings] = [placeOf(planning), placeOf(delivering)]
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<h2>{say('planning')}</h2>
			<Sentence {...told} acts={planning} sentence={plans && say(`planning_${plans}`, { name })} />
			{began && <Sentence {...told} acts={began.acts} sentence={say(`began_${began.place}`, { name })} />}
			<h2>{say('delivering')}</h2>
			<Sentence {...told} acts={delivering} sentence={brings && say(`delivering_${brings}`, { name })} />
			{led && <Sentence {...told} acts={led.acts} sentence={say('led', { name, own: led.own, of: led.of })} />}
			{acts.length > 0 && <OverTime {...told} acts={acts} />}
			<h2>{say('howHeading')}</h2>
			<ul>
				<li>{say('howPlanning')}</li>
				<li>{say('howDelivering')}</li>
				<li>{say('howKindWords')}</li>
				<li>{say('howSides', { name })}</li>
				<li>{say('howLed', { name })}</li>
				<li>{say('howPlace')}</li>
			</ul>
		</>
	)
}

/** Speaks to whoever reads, of the two hands. */
function sayTo({ reader: { locale, voice } }: Reading): SayHere {
	return balanceWords({ locale, voice: voice === 'person' ? voice : 'practitioner' })
}

const hands: readonly Hand[] = ['person', 'practitioner', 'third']
const calledOf = ({ say, name }: Told, hand: Hand): string =>
	hand === 'person' ? say('own', { name }) : say(hand === 'practitioner' ? 'service' : 'others')

/** How many each did: "You: 8, The service: 6". */
const countsOf = (told: Told, acts: readonly Act[]): string => {
	const each = hands.flatMap((hand) => {
		const count = acts.filter((one) => one.hand === hand).length
		return count > 0 ? told.say('who', { name: calledOf(told, hand), count }) : []
	})
	return each.join(', ') || told.say('nothing')
}

/** One sentence, how many it rests on, and each of them behind a press. */
function Sentence({ acts, sentence, ...told }: Told & { acts: readonly Act[]; sentence: string | undefined }) {
	const { say } = told
	return (
		<>
			<p>{sentence ?? say('tooLittle')}</p>
			{acts.length > 0 && (
				<>
					<p class="quiet">{countsOf(told, acts)}</p>
					<Details summary={say('basis', { count: acts.length })}>
						<ul>
							{acts.map((one, at) => (
								<li key={`${one.kind}-${one.at.getTime()}-${at}`}>
									<OneAct {...told} act={one} />
								</li>
							))}
						</ul>
					</Details>
				</>
			)}
		</>
	)
}

function OneAct({ act, say, reading }: Told & { act: Act }) {
	const { plan, called, day } = reading
	const isKnown = plan.parties.some(({ id }) => id === act.who)
	const line = `${day(act.at)}, ${isKnown ? called(act.who) : say('someoneElse')}: ${say(act.kind)}`
	const mark = <VoiceLine hand={act.hand}>{line}</VoiceLine>
	if (!act.outcome) return mark
	return <a href={routes.outcome.history.href({ person: plan.person.id, outcome: act.outcome })}>{mark}</a>
}

function OverTime({ acts, ...told }: Told & { acts: readonly Act[] }) {
	const { say } = told
	const stretches = stretchesOf(acts)
	const labels = stretches.map((one) => labelOf(one, told))
	const columns = [say('planningColumn'), say('deliveringColumn'), say('kindWords')]
	const present = hands.filter((hand) => acts.some((one) => one.hand === hand))
	return (
		<section>
			<h2>{say('overTime')}</h2>
			<p>{say('pictureHint')}</p>
			<ul class="marks">
				{present.map((hand) => (
					<li key={hand}>
						<VoiceName hand={hand} name={calledOf(told, hand)} />
					</li>
				))}
			</ul>
			<Picture stretches={stretches} labels={labels} bandLabels={columns} />
			<Table
				caption={say('tableCaption')}
				firstCellIsHeader
				head={[{ text: say('when') }, { text: say('did') }]}
				rows={stretches.map((one, at) => [{ text: labels[at] }, { text: <InBands {...told} acts={one.acts} /> }])}
			/>
			<Table
				caption={say('whatCaption')}
				firstCellIsHeader
				head={[{ text: say('what') }, { text: say('whoDid') }]}
				rows={actKinds
					.map((kind) => ({ kind, some: acts.filter((one) => one.kind === kind) }))
					.filter(({ some }) => some.length > 0)
					.map(({ kind, some }) => [{ text: say(kind) }, { text: countsOf(told, some) }])}
			/>
		</section>
	)
}

/** What was done in one stretch, a line for each band of the picture in which there is something. */
function InBands({ acts, ...told }: Told & { acts: readonly Act[] }) {
	const { say } = told
	if (acts.length === 0) return <>{say('nothing')}</>
	const labels = [say('planningColumn'), say('deliveringColumn'), say('kindWords')]
	return (
		<>
			{bands.map((band, at) => {
				const some = inBand(acts, band)
				return (
					some.length > 0 && (
						<div key={labels[at]}>{say('inBand', { band: labels[at] ?? '', who: countsOf(told, some) })}</div>
					)
				)
			})}
		</>
	)
}

/** "May 2026", or "Apr to Jun 2026". */
function labelOf({ month, months }: Stretch, { say, reading }: Told): string {
	const { locale } = reading.reader
	const short = new Intl.DateTimeFormat(languageOf(locale), { month: 'short', year: 'numeric', timeZone: 'UTC' })
	const monthly = new Intl.DateTimeFormat(languageOf(locale), { month: 'short', timeZone: 'UTC' })
	const at = (nth: number) => new Date(`${midOf(nth)}T12:00:00Z`)
	if (months === 1) return short.format(at(month))
	return say('quarter', { from: monthly.format(at(month)), to: short.format(at(month + 2)) })
}
