import type { SystemCalls } from '../../platform/doors.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { sayWay, sayWhy } from './area-messages.page.tsx'
import { codeOf, wordsOf } from './going.ts'
import type { messageWords } from './messages.words.ts'

type SayHere = ReturnType<typeof messageWords>
type Message = SystemCalls['system_outbox']['row']
type Props = { say: SayHere; day(moment: Date): string; serverKey: ServerKey; messages: readonly Message[] }

/** In a demonstration, what would have gone out: its address and words while it waits, and afterwards that it did. */
export function OutboxPage({ say, day, serverKey, messages }: Props) {
	return (
		<>
			<h1>{say('outboxTitle')}</h1>
			<p>{say('outboxIntro')}</p>
			{messages.length === 0 && <p>{say('outboxNothing')}</p>}
			{messages.map((one) => (
				<section key={one.id}>
					<h2>
						<bdi>{say('to', { name: one.name })}</bdi>
					</h2>
					<p>
						<Tag>{say(one.sent_at ? 'sent' : one.failed_at ? 'failed' : 'waits')}</Tag>
					</p>
					<SummaryList
						rows={[
							{ key: say('by'), value: sayWay(say, one.channel) },
							{ key: say('on'), value: day(one.asked_at) },
							...(one.address === null ? gone(say, one) : waiting(say, serverKey, one, one.address)),
						]}
					/>
				</section>
			))}
		</>
	)
}

function waiting(say: SayHere, key: ServerKey, message: Message, address: string) {
	const isCode = message.kind === 'code'
	const code = isCode && message.nonce ? codeOf(key, message) : ''
	const { subject, text } = wordsOf(message.kind, message.locale, code)
	return [
		{ key: say('at'), value: <Lines>{address}</Lines> },
		{ key: say('subject'), value: subject },
		{ key: say('says'), value: isCode && !code ? say('codeOver') : text },
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
