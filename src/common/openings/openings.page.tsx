import { dayIn } from '../../platform/days.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { type What, whatOf } from './opening.flow.ts'
import { askAgain, endsSoon, lastMoment, type Opening } from './openings.ts'
import { openingWords } from './openings.words.ts'

type Props = {
	me: string
	csrf: string
	reader: Reader<'person'>
	openings: readonly Opening[]
	whats: readonly What[]
	now: Date
}

type Here = Props & { say: ReturnType<typeof openingWords>; day(moment: Date): string }

const calledIn = ({ whats, say, reader }: Here, opening: Opening): string =>
	whatOf(whats, opening, reader.locale) ?? say('thingGone')

/** What is open, to whom, what for, until when; what ended and waits for a word; what was open before. */
export function OpeningsPage(props: Props) {
	const { me, openings, reader, now } = props
	const say = openingWords(reader)
	const here = { ...props, say, day: (moment: Date) => dayIn(moment, reader.locale) }
	const held = openings.filter(({ holds }) => holds)
	const asked = askAgain(openings, now)
	const before = openings.filter((one) => !one.holds && !asked.includes(one))
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<p>{say('lookedAt')}</p>
			<p>
				<Button href={routes.openings.open.href({ person: me })}>{say('open')}</Button>
			</p>
			<p>
				<a class="act-link" href={routes.supporters.list.href({ person: me })}>
					{say('toSupporters')}
				</a>
			</p>
			{asked.length > 0 && (
				<section>
					<h2>{say('againHeading')}</h2>
					<p>{say('againIntro')}</p>
					<ul class="openings">
						{asked.map((one) => (
							<li key={one.id}>
								<OneOpening {...here} opening={one} />
							</li>
						))}
					</ul>
				</section>
			)}
			<section>
				<h2>{say('openNow')}</h2>
				{held.length === 0 && <p>{say('nothing')}</p>}
				<ul class="openings">
					{held.map((one) => (
						<li key={one.id}>
							<OneOpening {...here} opening={one} />
						</li>
					))}
				</ul>
			</section>
			{before.length > 0 && (
				<Details summary={say('before', { count: before.length })}>
					<ul>
						{before.map((one) => (
							<li key={one.id}>
								<bdi data-own-words="">{calledIn(here, one)}</bdi>
								<br />
								<bdi>{say('beforeOne', { name: one.name || say('someoneLeft'), from: here.day(one.openedAt) })}</bdi>
							</li>
						))}
					</ul>
				</Details>
			)}
		</>
	)
}

function OneOpening({ opening, ...here }: Here & { opening: Opening }) {
	const { say, day, csrf, me, now } = here
	const what = calledIn(here, opening)
	const ends = { name: opening.name, day: day(lastMoment(opening)) }
	return (
		<>
			<h3 dir="auto">
				<bdi data-own-words="">{what}</bdi>
			</h3>
			<SummaryList
				rows={[
					{ key: say('to'), value: <bdi>{opening.name}</bdi> },
					{ key: say('whatFor'), value: <bdi data-own-words="">{opening.purpose}</bdi> },
					opening.holds && {
						key: say('untilKey'),
						value: say(opening.endsWithWork ? 'untilWork' : 'untilDay', ends),
					},
				]}
			/>
			{!opening.holds && <p>{opening.until <= now ? say('ended', ends) : say('endedWork')}</p>}
			{endsSoon(opening, now) && <p>{say('endsSoon')}</p>}
			<div class="button-group">
				<Press
					to={routes.openings.close.href({ person: me, opening: opening.id })}
					csrf={csrf}
					text={say(opening.holds ? 'close' : 'noThanks')}
					about={`${what}, ${say('closeTo', { name: opening.name })}`}
				/>
				{(!opening.holds || endsSoon(opening, now)) && (
					<Press
						to={routes.openings.again.href({ person: me, opening: opening.id })}
						csrf={csrf}
						text={say('again')}
						about={`${what}, ${say('closeTo', { name: opening.name })}`}
					/>
				)}
			</div>
		</>
	)
}

function Press({ to, csrf, text, about }: { to: string; csrf: string; text: string; about: string }) {
	return (
		<form method="post" action={to}>
			<input type="hidden" name="csrf" value={csrf} />
			<Button kind="secondary" preventDoubleClick>
				{text}
				<span class="visually-hidden" data-own-words="">
					: {about}
				</span>
			</Button>
		</form>
	)
}
