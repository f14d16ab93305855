import { isoDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { hasWaitedLong, toSayAlone } from './awaited.ts'
import { OneButton } from './one-button.tsx'
import { type Difference, isUnconfirmed, type Wording } from './plan.ts'
import { nameOf, type OutcomeReading, type Reading } from './reading.ts'
import { aloneWords } from './together.words.ts'
import { Words } from './words.tsx'

type StillProps = {
	reader: Pick<Reading['reader'], 'locale'>
	csrf: string
	person: string
	outcome: string
	agreement: string
	/** On whose device it was, and which day; that day again, where it has waited long. */
	other: string
	day: string
	isLong: boolean
	/** Whether the person came in by themselves this time. */
	isAlone: boolean
}

/** Asks the person again, alone: yes and no are one press each, and the same size. */
export function StillAgree({ reader, csrf, person, outcome, agreement, other, day, isLong, isAlone }: StillProps) {
	const say = aloneWords({ locale: reader.locale, voice: 'person' })
	return (
		<>
			<p>{say('still', { other, day })}</p>
			{isLong && <p>{say('stillSince', { day })}</p>}
			<p>{say(isAlone ? 'stillAsk' : 'notAlone')}</p>
			<div class="yes-no">
				{isAlone && (
					<OneButton csrf={csrf} to={routes.outcome.sayAlone.href({ person, outcome, agreement })}>
						{say('stillYes')}
					</OneButton>
				)}
				<OneButton csrf={csrf} kind="secondary" to={routes.outcome.withdrawAgreement.href({ person, outcome })}>
					{say('stillNo')}
				</OneButton>
			</div>
		</>
	)
}

/** Asks the person whether words that somebody wrote down are theirs. */
export function AreTheyMine({ one, isAlone, ...props }: AreTheyMineProps) {
	const { plan, reader, outcome, csrf } = props
	const say = aloneWords({ locale: reader.locale, voice: 'person' })
	const here = { person: plan.person.id, outcome }
	const isView = 'reason' in one
	return (
		<>
			<p>{say('ownAsk', { by: nameOf(props, one.authorId) })}</p>
			{!isAlone && <p>{say('notAlone')}</p>}
			<div class="button-group">
				{isAlone && (
					<OneButton csrf={csrf} to={routes.outcome.ownWords.href({ ...here, thing: one.id })}>
						{say('ownYes')}
					</OneButton>
				)}
				<Button
					kind="secondary"
					href={isView ? routes.outcome.seeDifferently.href(here) : routes.outcome.otherWords.href(here)}
				>
					{say(isView ? 'ownInMine' : 'ownChange')}
				</Button>
				<OneButton csrf={csrf} kind="secondary" to={routes.outcome.disownWords.href({ ...here, thing: one.id })}>
					{say('ownNot')}
				</OneButton>
			</div>
		</>
	)
}
type AreTheyMineProps = Pick<Reading, 'plan' | 'reader' | 'say' | 'csrf'> & {
	outcome: string
	one: Wording | Difference
	isAlone: boolean
}

/** Whether these words are the reader's to own, and they have not yet said whether they are. */
export const asksMe = ({ plan }: Pick<Reading, 'plan'>, one: Wording | Difference): boolean =>
	isUnconfirmed(one) && one.heard?.fromId === plan.me.id

/** What the person agreed to together and is asked again, alone. */
export function ToSayAlone(props: OutcomeReading & { today: string }) {
	const { plan, outcome, onlyReads, say, day, today } = props
	const waiting = onlyReads ? [] : toSayAlone(outcome, plan.me.id)
	if (waiting.length === 0) return null
	return (
		<section>
			<h2>{say('waitingForYou')}</h2>
			{waiting.map((one) => {
				const wording = outcome.wordings.find(({ id }) => id === one.wordingId)
				return (
					<div key={one.id}>
						{wording && <Words {...props} wording={wording} />}
						<StillAgree
							{...props}
							person={plan.person.id}
							outcome={outcome.id}
							agreement={one.id}
							other={nameOf(props, one.togetherWithId ?? '')}
							day={day(one.agreedAt)}
							isLong={hasWaitedLong(isoDay(one.agreedAt), today)}
						/>
					</div>
				)
			})}
		</section>
	)
}
