import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import type { Counted } from './messages.queries.ts'
import type { messageWords } from './messages.words.ts'
import type { Channel } from './messenger.ts'

type SayHere = ReturnType<typeof messageWords>
type Props = {
	say: SayHere
	day(day: string): string
	csrf: string
	counted: readonly Counted[]
	/** The channels that are not set up; in a demonstration nothing goes out at all. */
	notSetUp: readonly Channel[]
	isDemonstration: boolean
}

/** For a lead: what waits and what failed, as counts by kind, channel and day; never whom or what about. */
export function AreaMessagesPage({ say, day, csrf, counted, notSetUp, isDemonstration }: Props) {
	const waits = counted.filter((one) => one.state === 'waits')
	const failed = counted.filter((one) => one.state === 'failed')
	const waitInVain = notSetUp.filter((channel) => waits.some((one) => one.channel === channel))
	return (
		<>
			<h1>{say('title')}</h1>
			<p>
				{say('intro')} {say('never')}
			</p>
			{isDemonstration && (
				<InsetText>
					{say('inDemonstration')}{' '}
					<a class="act-link" href={routes.demo.outbox.href()}>
						{say('toOutbox')}
					</a>
				</InsetText>
			)}
			<section>
				<h2>{say('waitsHeading')}</h2>
				{!isDemonstration && waitInVain.length > 0 && (
					<InsetText>
						{waitInVain.map((channel) => (
							<p key={channel}>{say('notSetUp', { channel })}</p>
						))}
						<p>{say('setUpHow')}</p>
					</InsetText>
				)}
				{waits.length === 0 ? <p>{say('waitsNothing')}</p> : <Counts say={say} day={day} counted={waits} />}
			</section>
			<section>
				<h2>{say('failedHeading')}</h2>
				{failed.length === 0 ? <p>{say('failedNothing')}</p> : <Counts say={say} day={day} counted={failed} />}
				{failed.some((one) => one.kind !== 'code') && (
					<form method="post" action={routes.messages.tryAgain.href()}>
						<input type="hidden" name="csrf" value={csrf} />
						<p>{say('tryAgainHint')}</p>
						<Button kind="secondary" preventDoubleClick>
							{say('tryAgain')}
						</Button>
					</form>
				)}
			</section>
		</>
	)
}

const kinds = {
	code: 'code',
	'something-new': 'new',
	'contact-changed': 'changed',
	invitation: 'invitation',
	'sign-in-changing': 'signIn',
	'sign-in-changed': 'signIn',
	'sign-in-tried': 'signIn',
	'everything-taken': 'taken',
	reminder: 'reminder',
} as const
const ways = { text: 'byText', email: 'byEmail', letter: 'byLetter' } as const
const reasons = { refused: 'whyRefused', unreachable: 'whyUnreachable', 'too-late': 'whyTooLate' } as const

/** By what a message goes, and why it failed, in words. */
export const sayWay = (say: SayHere, channel: Channel): string => say(ways[channel])
export const sayWhy = (say: SayHere, why: NonNullable<Counted['why']>): string => say(reasons[why])

function Counts({ say, day, counted }: Pick<Props, 'say' | 'day' | 'counted'>) {
	return (
		<ul class="lines">
			{counted.map(({ kind, channel, why, state, messages, ...one }) => (
				<li key={`${one.day} ${kind} ${channel} ${why}`}>
					<p>
						<strong>{day(one.day)}</strong>
					</p>
					<p>{say('counted', { count: messages, kind: kinds[kind], channel })}</p>
					{state === 'failed' && why && <p>{sayWhy(say, why)}</p>}
				</li>
			))}
		</ul>
	)
}
