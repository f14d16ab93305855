import type { SystemCalls } from '../../platform/doors.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { sayWay, sayWhy } from './area-messages.page.tsx'
import { wordsOf } from './going.ts'
import type { messageWords } from './messages.words.ts'
import { carriedBy } from './sending.ts'

type SayHere = ReturnType<typeof messageWords>
type Message = SystemCalls['system_outbox']['row']
type Props = {
	say: SayHere
	day(moment: Date): string
	serverKey: ServerKey
	publicUrl: string
	messages: readonly Message[]
}

/** In a demonstration, what would have gone out: its address and words while it waits, and afterwards that it did. */
export function OutboxPage({ say, day, serverKey, publicUrl, messages }: Props) {
	return (
		<>
			<h1>{say('outboxTitle')}</h1>
			<p>{say('outboxIntro')}</p>
			{messages.length === 0 && <p>{say('outboxNothing')}</p>}
			{messages.map((one) => (
				<section key={one.id}>
					<h2>
						<bdi>{one.name === null ? say('toInvited') : say('to', { name: one.name })}</bdi>
					</h2>
					<p>
						<Tag>{say(one.sent_at ? 'sent' : one.failed_at ? 'failed' : 'waits')}</Tag>
					</p>
					<SummaryList
						rows={[
							{ key: say('by'), value: sayWay(say, one.channel) },
							{ key: say('on'), value: day(one.asked_at) },
							...(one.address === null
								? gone(say, one)
								: waiting(say, { key: serverKey, publicUrl }, one, one.address)),
						]}
					/>
				</section>
			))}
		</>
	)
}

type From = { key: ServerKey; publicUrl: string }

function waiting(say: SayHere, from: From, message: Message, address: string) {
	const isOver = message.kind === 'code' && !message.nonce
	const { subject, text } = wordsOf(message.kind, message.locale, isOver ? '' : carriedBy(from, message))
	return [
		{ key: say('at'), value: <Lines>{address}</Lines> },
		{ key: say('subject'), value: subject },
		{ key: say('says'), value: isOver ? say('codeOver') : text },
	]
}

const gone = (say: SayHere, { why }: Message) => [
	...(why ? [{ key: say('why'), value: sayWhy(say, why) }] : []),
	{ key: say('says'), value: say('gone') },
]

function Lines({ children }: { children: string }) {
	return (
		<span class="address" data-own-words="">
			<bdi>{children}</bdi>
		</span>
	)
}
