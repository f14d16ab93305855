import type { System, SystemCalls } from '../../platform/doors.ts'
import type { Jobs, Queued } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { codeOf, wordsOf } from './going.ts'
import { invitationCode, invitationLink, peaceKey } from './invitations.ts'
import { type Messengers, Refused } from './messenger.ts'

type Parts = { system: System; jobs: Jobs; messengers: Messengers; key: ServerKey; publicUrl: string; log: Log }

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

/** Sends one message, unless its reader said never, and writes down how that went. In a demonstration nothing goes out: it is read at /demo/outbox. */
async function send(parts: Parts, { area, thing, isLast }: Queued): Promise<void> {
	const { system, messengers, key } = parts
	const [message] = await system('system_message', area, thing)
	if (!message) return
	const [never] = await system('system_is_left_in_peace', peaceKey(key, message.channel, message.address))
	if (never?.is_left_in_peace !== false) {
		await system('system_message_tried', area, thing, 'refused', true)
		return
	}
	if (message.is_demonstration) return
	if (message.too_late) {
		await system('system_message_tried', area, thing, 'too-late', true)
		return
	}
	const messenger = messengers[message.channel]
	// It waits until this channel is set up, and is woken then.
	if (!messenger) return
	try {
		await messenger({
			id: thing,
			to: message.address,
			...wordsOf(message.kind, message.locale, carriedBy(parts, message)),
		})
	} catch (error) {
		const isForGood = error instanceof Refused
		await system('system_message_tried', area, thing, isForGood ? 'refused' : 'unreachable', isForGood || isLast)
		if (isForGood) return
		throw error
	}
	await system('system_message_tried', area, thing, 'sent', true)
}

/** What a message carries beside its words: a code, or where it leads. */
export function carriedBy({ key, publicUrl }: Pick<Parts, 'key' | 'publicUrl'>, message: Carrying): string {
	if (message.kind === 'code') return codeOf(key, message)
	const { invitation_id, nonce } = message
	return invitation_id && nonce ? invitationLink(publicUrl, invitationCode(key, invitation_id, nonce)) : ''
}
type Carrying = SystemCalls['system_message']['row'] | SystemCalls['system_outbox']['row']
