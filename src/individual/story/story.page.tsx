import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Heard } from './Heard.tsx'
import { LifeLine } from './LifeLine.tsx'
import { MomentList, namesOf } from './moment.parts.tsx'
import { isUnconfirmed, lastOf, type Moment } from './moment.ts'
import { PutTogether } from './pieces/PutTogether.tsx'
import type { Mine } from './reading.ts'
import type { Whole } from './story.queries.ts'
import { type Group, groupsOf, inOrder, type Placed } from './time.ts'
import { sayWhenTo } from './when.words.ts'

type Props = Mine & {
	moments: readonly Moment[]
	whole: Whole | undefined
	/** Who wrote words down, by id. */
	scribes: ReadonlyMap<string, string>
	/** The first of the years that are open, where there are too many moments to show at once. */
	years: number | undefined
	/** Today, in years with their parts. */
	now: number
}

/** How many of the things last written are told. */
const last = 3

/** My story: where I was, my moments on a line and in a list, and what can be put together. */
export function StoryPage(props: Props) {
	const { say, here, moments } = props
	const mine = moments.filter((one) => !isUnconfirmed(one))
	const heard = moments.filter(isUnconfirmed)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('onlyYou')}</p>
			{heard.length > 0 && <Heard {...props} heard={heard} />}
			{mine.length === 0 ? <Begin {...props} /> : <GoOn {...props} moments={mine} />}
			<PutTogether {...props} />
			<section>
				<h2>{say('rest')}</h2>
				<p>{say('notNeeded')}</p>
				<ul class="links">
					{(
						[
							[routes.story.breathe.href(here), 'toBreathe'],
							[routes.story.harm.href(here), 'toHarm'],
							[routes.openings.open.href(here), 'toOpen'],
							[routes.story.copy.href(here), 'toCopy'],
						] as const
					).map(([href, key]) => (
						<li key={key}>
							<a class="act-link" href={href}>
								{say(key)}
							</a>
						</li>
					))}
				</ul>
			</section>
		</>
	)
}

function Begin({ say, here }: Props) {
	return (
		<section>
			<h2>{say('beginTitle')}</h2>
			<p>{say('beginHint')}</p>
			<div class="button-group">
				<Button href={routes.story.write.href(here)}>{say('begin')}</Button>
				<Button href={routes.story.hoped.href(here)} kind="secondary">
					{say('hope')}
				</Button>
			</div>
		</section>
	)
}

function GoOn(props: Props) {
	const { say, here, moments, whole, years, now, reader } = props
	const { placed, apart } = inOrder(moments, whole?.bornYear ?? null)
	const groups = groupsOf(placed)
	const open = groups.find((group) => group.from === years)
	const list = { ...props, sayWhen: sayWhenTo('person', reader.locale), called: namesOf(moments, say) }
	return (
		<>
			<section>
				<h2>{say('whereWere')}</h2>
				<p>{say('whereWereHint')}</p>
				<MomentList {...list} moments={lastOf(moments, last)} />
				<div class="button-group">
					<Button href={routes.story.write.href(here)}>{say('write')}</Button>
					<Button href={routes.story.hoped.href(here)} kind="secondary">
						{say('hope')}
					</Button>
				</div>
			</section>
			<section>
				<h2>{say('line')}</h2>
				{placed.length === 0 && <p>{say('lineNone')}</p>}
				{groups.length > 0 && !open && <Years {...props} groups={groups} />}
				{placed.length > 0 && (open || groups.length === 0) && (
					<>
						<p class="quiet">{say('lineHint')}</p>
						<LifeLine label={say('lineLabel')} today={say('today')} now={now} placed={open?.placed ?? placed} />
						{open && (
							<p>
								<a class="act-link" href={routes.story.show.href(here)}>
									{say('backToAll')}
								</a>
							</p>
						)}
						<MomentList {...list} moments={(open?.placed ?? placed).map(({ moment }) => moment)} />
					</>
				)}
				{whole?.bornYear == null && moments.some(({ timeKind }) => timeKind === 'age') && (
					<p>
						<a class="act-link" href={routes.story.born.href(here)}>
							{say('bornTo')}
						</a>
					</p>
				)}
			</section>
			{apart.length > 0 && !open && (
				<section>
					<h2>{say('apart')}</h2>
					<p>{say('apartHint')}</p>
					<MomentList {...list} moments={lastOf(apart, mostApart)} />
				</section>
			)}
		</>
	)
}

/** So many that stand apart are told here; a part of the story shows all that lie in it. */
const mostApart = 100

/** The years, where there are too many moments to show at once: each group as one bar, and one open at a time. */
function Years({ say, here, groups, now }: Props & { groups: readonly Group[] }) {
	const bars = groups.flatMap(({ placed }): Placed[] => {
		const [first] = placed
		if (!first) return []
		const [from, to] = [placed.map(({ stretch }) => stretch.from), placed.map(({ stretch }) => stretch.to)]
		return [{ ...first, hangs: null, stretch: { from: Math.min(...from), to: Math.max(...to), soft: false } }]
	})
	return (
		<>
			<p>{say('lineMany')}</p>
			<LifeLine label={say('lineManyLabel')} today={say('today')} now={now} placed={bars} />
			<ul class="links">
				{groups.map(({ from, to }) => (
					<li key={from}>
						<a class="act-link" href={`${routes.story.show.href(here)}?years=${from}`}>
							{from === to ? from : say('yearsFrom', { from: String(from), to: String(to) })}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}
