import { type Hours, HoursSaid, hoursLink } from '../../../common/conversation/index.ts'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Said } from '../../../ui/Said.tsx'
import { type Between, worksNow } from '../between.tsx'
import type { Tie } from '../relationship.queries.ts'
import {
	currentWords,
	type Expectation,
	type ExpectationWording,
	hasAgreedTo,
	isLetGo,
	waitsFor,
	wordsAgreed,
} from './expectations.ts'
import type { expectationWords } from './expectations.words.ts'

export type ExpectationReading = Between & {
	say: ReturnType<typeof expectationWords>
	all: Expectation[]
	/** What practitioners have said of when they read, by their account. */
	hours: ReadonlyMap<string, Hours>
}

/** What two can expect of each other: two lists for each who works with the person, and what stood with those who did before. */
export function ExpectationsPage(props: ExpectationReading) {
	const { say, ties, person, me, reader, all, sayBetween } = props
	const isMine = ({ practitioner }: Tie) => reader.voice === 'person' || practitioner === me
	const now = worksNow(props).filter(isMine)
	const before = ties.filter((tie) => !tie.now && isMine(tie) && all.some((one) => one.with === tie.practitioner))
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			{now.length === 0 ? (
				<p>{say('nobody')}</p>
			) : (
				<p>
					<Button href={routes.expectations.propose.href({ person: person.id })}>{say('propose')}</Button>
				</p>
			)}
			{now.map((tie) => (
				<WithOne key={tie.practitioner} {...props} tie={tie} />
			))}
			{before.map((tie) => (
				<Past key={tie.practitioner} {...props} tie={tie} />
			))}
			<p class="quiet">
				<bdi>{sayBetween('seen', { person: person.name })}</bdi>
			</p>
		</>
	)
}

type With = ExpectationReading & { tie: Tie }

function WithOne(props: With) {
	const { say, all, tie, reader, person } = props
	const name = reader.voice === 'person' ? tie.name : person.name
	const other = reader.voice === 'person' ? 'practitioner' : 'person'
	const theirs = all.filter((one) => one.with === tie.practitioner)
	const standing = theirs.filter((one) => !isLetGo(one))
	const gone = theirs.filter(isLetGo)
	return (
		<>
			{([other, reader.voice] as const).map((ofWhom) => (
				<section key={ofWhom}>
					<h2>
						<bdi>{say(ofWhom === other ? 'ofThem' : 'ofYou', { name })}</bdi>
					</h2>
					{ofWhom === 'practitioner' && <HoursHere {...props} />}
					{!standing.some((one) => one.ofWhom === ofWhom) && <p>{say('noneOfThem')}</p>}
					{standing
						.filter((one) => one.ofWhom === ofWhom)
						.map((one) => (
							<One key={one.id} {...props} one={one} name={name} />
						))}
				</section>
			))}
			{gone.length > 0 && (
				<Details summary={say('letGo')}>
					{gone.map((one) => (
						<Words key={one.id} {...props} wording={currentWords(one)} />
					))}
				</Details>
			)}
		</>
	)
}

/** When the practitioner reads, and how to reach them: in their words. */
function HoursHere({ say, tie, hours, me, reader }: With) {
	const said = hours.get(tie.practitioner)
	return (
		<>
			<p>
				<bdi>{say(said ? 'hours' : 'hoursNone', { name: tie.name })}</bdi>
			</p>
			{said && <HoursSaid hours={said} />}
			{tie.practitioner === me && (
				<p>
					<a class="act-link" href={routes.hours.href()}>
						{hoursLink(reader.locale)}
					</a>
				</p>
			)}
		</>
	)
}

type OneProps = With & { one: Expectation; name: string }

/** One thing that can be expected: the words that stand, newer ones beside them, and what the reader can do. */
function One(props: OneProps) {
	const { say, one, me, name } = props
	const [agreed, current] = [wordsAgreed(one), currentWords(one)]
	const isNewer = agreed !== undefined && agreed !== current
	const older = one.wordings.filter((wording) => wording !== agreed && wording !== current).reverse()
	return (
		<section>
			{agreed && (
				<Words {...props} wording={agreed}>
					<p>{say('agreed')}</p>
				</Words>
			)}
			{isNewer && <p>{say('newer')}</p>}
			{current !== agreed && (
				<Words {...props} wording={current}>
					<p>
						<bdi>{waitsFor(one, me) ? say('waitsYou') : say('waitsName', { name })}</bdi>
					</p>
				</Words>
			)}
			<Acts {...props} />
			{older.length > 0 && (
				<Details summary={say('older')}>
					{older.map((wording) => (
						<Words key={wording.id} {...props} wording={wording} />
					))}
				</Details>
			)}
		</section>
	)
}

function Words({
	called,
	hand,
	wording,
	children,
}: ExpectationReading & { wording: ExpectationWording; children?: preact.ComponentChildren }) {
	return (
		<Said
			hand={hand(wording.authorId)}
			name={called(wording.authorId)}
			date={isoDay(wording.writtenAt)}
			words={wording.words}
			side="start"
		>
			{children}
		</Said>
	)
}

function Acts({ say, one, me, csrf, person }: OneProps) {
	const here = { person: person.id, expectation: one.id }
	const current = currentWords(one)
	const about = (
		<span class="visually-hidden" data-own-words="">
			: {current.words}
		</span>
	)
	const mine = one.wordings.some((wording) => hasAgreedTo(one, wording, me))
	return (
		<div class="button-group">
			{waitsFor(one, me) && (
				<OneButton
					to={routes.expectations.agree.href(here)}
					csrf={csrf}
					fields={{ wording: current.id, hash: current.hash }}
				>
					{say('agree')}
					{about}
				</OneButton>
			)}
			{mine && (
				<OneButton to={routes.expectations.takeBack.href(here)} csrf={csrf} kind="secondary">
					{say(hasAgreedTo(one, current, me) ? 'takeBack' : 'takeBackEarlier')}
					{about}
				</OneButton>
			)}
			<Button kind="secondary" href={routes.expectations.otherWords.href(here)}>
				{say('otherWords')}
				{about}
			</Button>
		</div>
	)
}

/** What stood with somebody who worked with the person before. */
function Past(props: With) {
	const { say, all, tie, day, called } = props
	const agreed = all.filter((one) => one.with === tie.practitioner).flatMap((one) => wordsAgreed(one) ?? [])
	if (agreed.length === 0) return null
	return (
		<Details
			summary={<bdi>{say('past', { name: called(tie.practitioner), day: day(tie.endedAt ?? tie.beganAt) })}</bdi>}
		>
			{agreed.map((wording) => (
				<Words key={wording.id} {...props} wording={wording} />
			))}
		</Details>
	)
}
