import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { sayDay } from '../../../platform/days.ts'
import type { Reader } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Input } from '../../../ui/Input.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import type { Away, ToPlace } from './placing.queries.ts'
import { awayWords, placingWords } from './placing.words.ts'

/** A practitioner here, whom a lead can name, or who can be away. */
type Colleague = { id: string; name: string }
type Say = ReturnType<typeof placingWords>

/** With how many people nobody works now, by whose work it was; and who is away. */
export function ToPlaceOfArea(props: {
	waits: { practitioner: string; name: string; count: number }[]
	away: (Away & { name: string })[]
	reader: Reader<'anyone'>
	csrf: string
}) {
	const { waits, away, reader, csrf } = props
	const [say, sayAway] = [placingWords(reader), awayWords(reader)]
	return (
		<>
			<h2>{say('heading')}</h2>
			{waits.length === 0 && <p>{say('none')}</p>}
			<ul class="staff">
				{waits.map(({ practitioner, name, count }) => (
					<li key={practitioner}>
						<p>
							<bdi>{say('waits', { name, count })}</bdi>
						</p>
						<p>
							<a class="act-link" href={routes.workLeft.people.href({ account: practitioner })}>
								{say('see')} <span class="visually-hidden">{say('seeFor', { name })}</span>
							</a>
						</p>
					</li>
				))}
			</ul>
			<h2>{sayAway('heading')}</h2>
			{away.length === 0 && <p>{sayAway('nobody')}</p>}
			<ul class="staff">
				{away.map(({ account, name, until }) => (
					<li key={account}>
						<p>
							<bdi>{sayAway('isAway', { name, day: sayDay(until, reader.locale) })}</bdi>
						</p>
						<OneButton to={routes.workLeft.back.href({ account })} csrf={csrf} kind="secondary">
							{sayAway('back')}
							<span class="visually-hidden">{sayAway('backOf', { name })}</span>
						</OneButton>
					</li>
				))}
			</ul>
			<p>
				<Button href={routes.workLeft.away.href()} kind="secondary">
					{sayAway('say')}
				</Button>
			</p>
		</>
	)
}

/** Those who wait for someone to go on where one practitioner cannot: who they are, since when, and who is named. */
export function PeopleToPlace(props: { say: Say; name: string; people: ToPlace[]; day(moment: Date): string }) {
	const { say, name, people, day } = props
	return (
		<>
			<h1>
				<bdi>{say('title', { name })}</bdi>
			</h1>
			<p>{say(people.length > 0 ? 'talkFirst' : 'none')}</p>
			<ul class="staff">
				{people.map((one) => (
					<li key={one.tie}>
						<p>
							<strong>
								<bdi>{one.name}</bdi>
							</strong>
							<br />
							<bdi>{say('since', { name, day: day(one.beganAt) })}</bdi>
							<br />
							<bdi>{standingOf(say, one, day)}</bdi>
						</p>
						<p>
							<a class="act-link" href={routes.workLeft.place.href({ tie: one.tie })}>
								{say('place')} <span class="visually-hidden">{say('placeFor', { name: one.name })}</span>
							</a>
						</p>
					</li>
				))}
			</ul>
		</>
	)
}

function standingOf(say: Say, { nextName, answer, beginsAt }: ToPlace, day: (moment: Date) => string): string {
	if (!nextName || !beginsAt) return say('nobody')
	if (answer === 'not_them') return say('notThem', { name: nextName })
	return answer === 'fine' ? say('isFine', { name: nextName }) : say('isNamed', { name: nextName, day: day(beginsAt) })
}

export type Placing = { reader: Reader<'anyone'>; say: Say; one: ToPlace; colleagues: Colleague[] }

export function placePage({ reader, say, one, colleagues }: Placing, form: Form): Framed {
	return {
		title: say('tab'),
		backHref: routes.workLeft.people.href({ account: one.practitioner }),
		body: (
			<>
				<FormParts.Ask form={form} reader={reader} keep={say('placeKeep')}>
					<Radios
						name="to"
						legend={<bdi>{say('placeTitle', { name: one.name })}</bdi>}
						isPageHeading
						hint={<bdi>{say(colleagues.length > 0 ? 'placeHint' : 'placeNobody', { name: one.name })}</bdi>}
						value={form.fields.to}
						errorMessage={form.errors.to}
						items={colleagues.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
					/>
				</FormParts.Ask>
			</>
		),
	}
}

export type SayingAway = {
	reader: Reader<'anyone'>
	say: ReturnType<typeof awayWords>
	colleagues: Colleague[]
	me: string
}

export function awayPage({ reader, say, colleagues }: SayingAway, form: Form): Framed {
	return {
		title: say('tab'),
		backHref: routes.workLeft.show.href(),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<h1>{say('title')}</h1>
				<p>{say('what')}</p>
				<Radios
					name="who"
					legend={say('who')}
					value={form.fields.who}
					errorMessage={form.errors.who}
					items={colleagues.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
				/>
				<Input
					name="until"
					label={say('until')}
					hint={say('untilHint')}
					value={form.fields.until}
					errorMessage={form.errors.until}
					autocomplete="off"
				/>
			</FormParts.Ask>
		),
	}
}

/** On a practitioner's home: that a lead has said that they are away, and the way back. */
export function AwayOnHome({
	away,
	me,
	csrf,
	locale,
}: { away: Away[]; me: string; csrf: string } & Pick<Reader<'anyone'>, 'locale'>) {
	const mine = away.find(({ account }) => account === me)
	if (!mine) return null
	const say = awayWords({ locale, voice: 'anyone' })
	return (
		<InsetText>
			<p>{say('you', { day: sayDay(mine.until, locale) })}</p>
			<OneButton to={routes.workLeft.back.href({ account: me })} csrf={csrf} kind="secondary">
				{say('iAmBack')}
			</OneButton>
		</InsetText>
	)
}
