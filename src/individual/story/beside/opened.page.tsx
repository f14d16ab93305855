import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { Said } from '../../../ui/Said.tsx'
import { prompts } from '../given.ts'
import { LifeLine } from '../LifeLine.tsx'
import { MomentTold } from '../moment.page.tsx'
import { Own } from '../moment.parts.tsx'
import { calledMoment, type Moment } from '../moment.ts'
import { nowInYears } from '../reading.ts'
import { inOrder } from '../time.ts'
import { sayWhenTo } from '../when.words.ts'
import type { Opened } from './opened.ts'
import { AskOut } from './TakingOut.tsx'

/** A chapter or a thread of somebody's story, for whom it is open: to read, and to put something beside. */
export function OpenedPage(props: Opened) {
	const { say, person, piece, tellings, moments, day } = props
	const { name } = person
	const { placed, apart } = inOrder(moments, null)
	const [now, ...before] = tellings.toReversed()
	return (
		<>
			<h1>
				<bdi data-own-words="">{piece.name}</bdi>
			</h1>
			<p>
				<bdi>{say('openedBy', { name })}</bdi>
			</p>
			<p class="quiet">{say('namesHint')}</p>
			{piece.says && (
				<section>
					<h2>{say('says')}</h2>
					<Own>{piece.says}</Own>
				</section>
			)}
			{now && (
				<section>
					<h2>
						<bdi>{say('tellings', { name })}</bdi>
					</h2>
					<Said hand="person" name={name} date={isoDay(now.toldAt)} words={now.words} />
					{before.map((one) => (
						<Details key={one.id} summary={say('toldOn', { day: day(one.toldAt) })}>
							<Said hand="person" name={name} date={isoDay(one.toldAt)} words={one.words} />
						</Details>
					))}
				</section>
			)}
			<section>
				<h2>{say('moments')}</h2>
				{moments.length === 0 && <p>{say('momentsNone')}</p>}
				<LifeLine label={say('lineLabel')} today={say('today')} now={nowInYears()} placed={placed} />
				<ul class="brings">
					{[...placed.map(({ moment }) => moment), ...apart].map((moment) => (
						<li key={moment.id}>
							<OneMoment {...props} moment={moment} />
						</li>
					))}
				</ul>
			</section>
			<BesideIt {...props} />
		</>
	)
}

function OneMoment(props: Opened & { moment: Moment }) {
	const { say, person, reader, moment, moments, files, me } = props
	const { name } = person
	const names = new Map(moments.map((one) => [one.id, one.hard ? say('hardOne') : calledMoment(one)]))
	const when = sayWhenTo('supporter', reader.locale)(moment, (id) => names.get(id))
	const keys = {
		...{ when: say('when'), place: say('place'), mood: say('mood') },
		saysOfMe: say('saysOfMe', { name }),
	}
	const its = files.filter(({ aboutId }) => aboutId === moment.id)
	// Only their owner has something to press.
	const told = <MomentTold {...{ moment, when, keys, me }} files={its} csrf="" locale={reader.locale} />
	return (
		<>
			{moment.hoped && (
				<p class="quiet">
					<bdi>{say('hoped', { name })}</bdi>
				</p>
			)}
			{moment.hard ? (
				<>
					<p>
						<bdi>{say('hard', { name })}</bdi>
					</p>
					<Details summary={say('hardOpen')}>
						{moment.title && <Own>{moment.title}</Own>}
						{told}
					</Details>
				</>
			) : (
				<>
					{moment.title && (
						<h3>
							<bdi data-own-words="">{moment.title}</bdi>
						</h3>
					)}
					{told}
				</>
			)}
			<AskOut {...props} />
		</>
	)
}

/** What the reader put beside it, and what they can. */
function BesideIt({ say, person, piece, beside, works, isWitness }: Opened) {
	const { name } = person
	const here = { person: person.id, piece: piece.id }
	if (!works && !isWitness && beside.length === 0) return null
	return (
		<section>
			<h2>{say('besideHeading')}</h2>
			<p>
				<bdi>
					{say('besideNone')} {say('besideWho', { name })}
				</bdi>
			</p>
			{beside.map((one) => (
				<Said
					key={one.id}
					hand={one.words ? 'practitioner' : 'third'}
					name={say('yours')}
					date={isoDay(one.writtenAt)}
					words={[one.words, ...prompts.map((prompt) => one[prompt])].filter(Boolean).join('\n\n')}
				>
					{one.reply && (
						<>
							<p>
								<bdi>{say('reply', { name })}</bdi>
							</p>
							<Own>{one.reply}</Own>
						</>
					)}
				</Said>
			))}
			{isWitness && (
				<p>
					<bdi>{say('witnessAsked', { name })}</bdi>
				</p>
			)}
			<div class="button-group">
				{isWitness && <Button href={routes.piece.witness.href(here)}>{say('addWitness')}</Button>}
				{works && (
					<Button href={routes.piece.beside.href(here)} kind="secondary">
						{say('addBeside')}
					</Button>
				)}
			</div>
		</section>
	)
}
