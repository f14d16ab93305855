import { type Messenger, type Messengers, Refused } from './messenger.ts'

export type NotifySettings = { key: string; textTemplate: string | undefined; letterTemplate: string | undefined }

/** Milliseconds. */
const timeout = 20_000

/**
 * Sends texts and letters through GOV.UK Notify, by templates that hold `((text))`, and `((subject))` in letters.
 *
 * @param url where Notify is, when not at its own address
 */
export async function notifyMessengers(settings: NotifySettings, url?: string): Promise<Messengers> {
	const { NotifyClient } = await import('notifications-node-client')
	const client = url ? new NotifyClient(url, settings.key) : new NotifyClient(settings.key)
	client.apiClient.setClient(client.apiClient.restClient.create({ timeout, maxRedirects: 0 }))
	const { textTemplate, letterTemplate } = settings
	const text: Messenger = ({ id, to, text }) =>
		orRefused(client.sendSms(textTemplate ?? '', to, { personalisation: { text }, reference: id }))
	const letter: Messenger = ({ id, to, subject, text }) => {
		const lines = to.split('\n').map((line, at) => [`address_line_${at + 1}`, line])
		const personalisation = { ...Object.fromEntries(lines), subject, text }
		return orRefused(client.sendLetter(letterTemplate ?? '', { personalisation, reference: id }))
	}
	return { ...(textTemplate && { text }), ...(letterTemplate && { letter }) }
}

/** Notify answers 400 when it will never take this one; everything else may be otherwise later. */
async function orRefused(sent: Promise<unknown>): Promise<void> {
	try {
		await sent
	} catch (error) {
		const { response } = error as { response?: { status?: number } }
		throw response?.status === 400 ? new Refused('Notify refused it', { cause: error }) : error
	}
}
