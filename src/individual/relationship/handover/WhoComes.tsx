import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { InsetText } from '../../../ui/InsetText.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { VoiceLine } from '../../../ui/Voice.tsx'
import type { HandoverReading } from './handover.page.tsx'
import { type Handover, lastBegun, waiting } from './handover.ts'
import { sayOfThemWords, whoComesWords } from './who-comes.words.ts'

type Say = ReturnType<typeof whoComesWords>

/** Who is named to take over, what the person says to it, and who has taken over. */
export function WhoComes(props: HandoverReading) {
	const { handovers, reader, person, day } = props
	const say = whoComesWords(reader)
	const [waits, begun] = [waiting(handovers), lastBegun(handovers)]
	const name = begun?.toName || say('someoneLeft')
	return (
		<>
			{waits.length === 0 && !begun && <p>{say('nobody')}</p>}
			{waits.map((one) => (
				<section key={one.id}>
					<p>
						<VoiceLine hand="practitioner">{namedIn(say, one)}</VoiceLine>
					</p>
					<p>
						<bdi>{standsIn(say, one, { person: person.name, day })}</bdi>
					</p>
					{reader.voice === 'person' && <WordOnThem {...props} one={one} />}
				</section>
			))}
			{begun?.begunAt && (
				<p>
					<VoiceLine hand="practitioner">{say('begun', { name, day: day(begun.begunAt) })}</VoiceLine>
				</p>
			)}
		</>
	)
}

/** The person's two answers: neither is larger than the other. */
function WordOnThem({ one, csrf, person, reader }: HandoverReading & { one: Handover }) {
	const say = sayOfThemWords({ locale: reader.locale, voice: 'person' })
	const to = routes.handover.answer.href({ person: person.id, handover: one.id })
	const about = <span class="visually-hidden">: {one.toName}</span>
	return (
		<>
			<p>
				<bdi>{say('sees', { name: one.toName })}</bdi>
			</p>
			<div class="button-group">
				{one.answer !== 'fine' && (
					<OneButton to={to} csrf={csrf} fields={{ answer: 'fine' }} kind="secondary">
						{say('fine')}
						{about}
					</OneButton>
				)}
				{one.answer !== 'not_them' && (
					<OneButton to={to} csrf={csrf} fields={{ answer: 'not_them' }} kind="secondary">
						{say('notThem')}
						{about}
					</OneButton>
				)}
			</div>
		</>
	)
}

/** Who named whom, in one sentence. */
const namedIn = (say: Say, { byLead, byLeadName, fromName, toName }: Handover): string =>
	byLead
		? say('namedByLead', { by: byLeadName || say('someoneLeft'), name: toName, from: fromName || say('someoneLeft') })
		: say('named', { by: fromName || say('someoneLeft'), name: toName })

function standsIn(
	say: Say,
	{ answer, toName: name, beginsAt }: Handover,
	{ person, day }: { person: string; day(moment: Date): string },
): string {
	if (answer === 'not_them') return say('saidNotThem', { name, person })
	if (answer === 'fine') return say('saidFine', { name, person })
	return say('waits', { name, person, day: day(beginsAt) })
}

type OnHome = { me: string; whoComes: Handover[]; locale: Locale; today: string }

/** Days for which a home tells who has begun. */
const daysOnHome = 14

/** On a person's home: who is named to go on with them, before that one can begin; and who has begun not long ago. */
export function WhoComesOnHome({ me, whoComes, locale, today }: OnHome) {
	const [named, say] = [whoComesWords({ locale, voice: 'person' }), sayOfThemWords({ locale, voice: 'person' })]
	const waits = waiting(whoComes).filter(({ answer }) => answer !== 'not_them')
	const begun = lastBegun(whoComes)
	const isNew = begun?.begunAt && Date.parse(today) - begun.begunAt.getTime() < daysOnHome * 24 * 60 * 60_000
	if (waits.length === 0 && !isNew) return null
	return (
		<InsetText>
			{waits.map((one) => (
				<p key={one.id}>
					<bdi>{namedIn(named, one)}</bdi>
				</p>
			))}
			{begun && isNew && (
				<p>
					<bdi>{say('begunHome', { name: begun.toName || named('someoneLeft') })}</bdi>
				</p>
			)}
			<p>
				<a class="act-link" href={routes.handover.show.href({ person: me })}>
					{say(waits.some(({ answer }) => !answer) ? 'sayOnHome' : 'lookOnHome')}
				</a>
			</p>
		</InsetText>
	)
}
