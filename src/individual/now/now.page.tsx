import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { Strengths } from './life.page.tsx'
import { ratingsOf } from './now.ts'
import type { Reading } from './reading.ts'

/** Where somebody is now: the parts of their life, the times they said so, and what they are good at. */
export function NowPage(reading: Reading) {
	const { person, say, reader, lives, said, part, strengths } = reading
	const kept = strengths.filter(({ putAwayAt }) => !putAwayAt)
	const here = { person: person.id }
	const spoken = lives.filter(({ id }) => said.some((one) => one.life === id && one.question !== 'enough'))
	return (
		<>
			<h1>
				<bdi>{say('heading', { name: person.name })}</bdi>
			</h1>
			<p>{say('intro', { name: person.name })}</p>
			<p>{say('noTotal', { name: person.name })}</p>
			{reader.voice !== 'supporter' && <Sittings {...reading} />}
			<section>
				<h2>{say('parts')}</h2>
				{spoken.length === 0 && <p>{say('nothingYet')}</p>}
				<ul>
					{spoken.map((life) => (
						<li key={life.id}>
							<a class="act-link" href={routes.now.life.href({ ...here, life: life.id })}>
								{part(life.part)}
							</a>
						</li>
					))}
				</ul>
				{reader.voice !== 'supporter' && ratingsOf(said).length > 0 && (
					<p>
						<a class="act-link" href={routes.now.overTime.href(here)}>
							{say('overTimeLink')}
						</a>
					</p>
				)}
			</section>
			<section>
				<h2>
					<bdi>{say('strengths', { name: person.name })}</bdi>
				</h2>
				{kept.length === 0 && <p>{say('strengthsNone', { name: person.name })}</p>}
				<Strengths {...reading} strengths={kept} />
			</section>
			{reader.voice === 'person' && (
				<p>
					<a class="act-link" href={routes.measures.list.href(here)}>
						{say('measures')}
					</a>
				</p>
			)}
		</>
	)
}

/** The times that it was said, each to go on with; the ways to begin; two of them to compare. */
function Sittings(reading: Reading) {
	const { person, say, reader, sittings, day, working, csrf } = reading
	const here = { person: person.id }
	const name = reader.voice === 'person' ? working[0]?.name : person.name
	return (
		<section>
			<h2>
				<bdi>{say('sittings', { name: person.name })}</bdi>
			</h2>
			{sittings.length === 0 && <p>{say('sittingsNone', { name: person.name })}</p>}
			<ul class="brings">
				{sittings.map(({ id, begunAt, shownAt }) => (
					<li key={id}>
						<p>
							<a class="act-link" href={routes.now.sitting.href({ ...here, sitting: id })}>
								{say('sittingOf', { day: day(begunAt) })}
							</a>
						</p>
						<p class="quiet">{say(shownAt ? 'isShown' : 'isAlone', { name: person.name })}</p>
					</li>
				))}
			</ul>
			{sittings.length > 1 && (
				<Details summary={say('between')}>
					<ToCompare {...reading} />
				</Details>
			)}
			{reader.voice === 'person' && (
				<>
					<p>{say('beginHint')}</p>
					<OneButton to={routes.now.begin.href(here)} csrf={csrf} fields={{ how: 'alone', once: newId() }}>
						{say('begin')}
					</OneButton>
				</>
			)}
			{name && (
				<>
					<p>{say('beginTogetherHint', { name })}</p>
					<OneButton
						to={routes.now.begin.href(here)}
						csrf={csrf}
						fields={{ how: 'together', once: newId() }}
						kind="secondary"
					>
						{say('beginTogether', { name })}
					</OneButton>
				</>
			)}
		</section>
	)
}

function ToCompare({ person, say, sittings, day }: Reading) {
	const items = sittings.map(({ id, begunAt }) => ({ value: id, text: day(begunAt) }))
	return (
		<form method="get" action={routes.now.between.href({ person: person.id })}>
			<Select name="from" label={say('from')} items={items} value={sittings[1]?.id} />
			<Select name="to" label={say('to')} items={items} value={sittings[0]?.id} />
			<Button kind="secondary">{say('compare')}</Button>
		</form>
	)
}
