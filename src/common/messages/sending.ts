import type { System } from '../../platform/doors.ts'
import type { Jobs, Queued } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { codeOf, wordsOf } from './going.ts'
import { type Messengers, Refused } from './messenger.ts'

type Parts = { system: System; jobs: Jobs; messengers: Messengers; key: ServerKey; log: Log }

/** How often to look for what waits though no job is about it, and for what can go. Milliseconds. */
const anHour = 60 * 60 * 1000

/** Begins to send what waits, and goes on until stopped. */
export async function startSending(parts: Parts): Promise<{ stop(): void }> {
	const { system, jobs, messengers, log } = parts
	await jobs.work('message', (queued) => send(parts, queued))
	const tidy = async () => {
		await system('system_forget_messages')
		await system('system_wake_messages', Object.keys(messengers))
	}
	await tidy()
	const tidying = setInterval(() => {
		tidy().catch((error: unknown) => log.warn({ err: error }, 'messages could not be looked after'))
	}, anHour)
	tidying.unref()
	return { stop: () => clearInterval(tidying) }
}

/** Sends one message, and writes down how that went. In a demonstration nothing goes out: it is read at /demo/outbox. */
async function send({ system, messengers, key }: Parts, { area, thing, isLast }: Queued): Promise<void> {
	const [message] = await system('system_message', area, thing)
	if (!message || message.is_demonstration) return
	if (message.too_late) {
		await system('system_message_tried', area, thing, 'too-late', true)
		return
	}
	const messenger = messengers[message.channel]
	// It waits until this channel is set up, and is woken then.
	if (!messenger) return
	const code = message.kind === 'code' ? codeOf(key, message) : ''
	try {
		await messenger({ id: thing, to: message.address, ...wordsOf(message.kind, message.locale, code) })
	} catch (error) {
		const isForGood = error instanceof Refused
		await system('system_message_tried', area, thing, isForGood ? 'refused' : 'unreachable', isForGood || isLast)
		if (isForGood) return
		throw error
	}
	await system('system_message_tried', area, thing, 'sent', true)
}
