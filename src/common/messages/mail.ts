import { onLoopback } from '../../platform/settings.ts'
import { type Messenger, Refused } from './messenger.ts'

/** Milliseconds; the job queue gives a try no more than a minute and a half. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends e-mail through a mail server: only by TLS, unless the server is on this very machine. */
export async function mailMessenger({ url, from }: { url: string; from: string }): Promise<Messenger> {
	const { createTransport } = await import('nodemailer')
	const { protocol, hostname, port, username, password } = new URL(url)
	const secure = protocol === 'smtps:'
	const transport = createTransport({
		host: hostname.replace(/^\[|\]$/g, ''),
		port: Number(port) || (secure ? 465 : 587),
		secure,
		requireTLS: !secure && !onLoopback(hostname),
		ignoreTLS: !secure && onLoopback(hostname),
		...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
		disableFileAccess: true,
		disableUrlAccess: true,
		...timeouts,
	})
	const host = from.match(/@([^\s>]+)/)?.[1]
	return async ({ id, to, subject, text }) => {
		try {
			await transport.sendMail({
				from,
				to: { name: '', address: to },
				subject,
				text,
				messageId: `<${id}@${host}>`,
				headers: { 'Auto-Submitted': 'auto-generated' },
			})
		} catch (error) {
			throw isForGood(error) ? new Refused('the mail server refused it', { cause: error }) : error
		}
	}
}

/** A mail server refuses this reader or this message for good with 5xx; all else, our own password included, is put right by us. */
function isForGood(error: unknown): boolean {
	const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string }
	return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command)
}
