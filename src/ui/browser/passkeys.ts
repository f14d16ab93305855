/** What pages with a passkey on them carry besides: asks the device for one, and sends its answer with the form. */
import {
	browserSupportsWebAuthn,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	startAuthentication,
	startRegistration,
} from '@simplewebauthn/browser'

for (const part of document.querySelectorAll<HTMLElement>('[data-module="passkey"]')) offerPasskey(part)

/** Shows the button in place of the sentence on what to do without it, and lets a press ask the device. */
function offerPasskey(part: HTMLElement): void {
	const button = part.querySelector('button')
	const answer = part.querySelector<HTMLInputElement>('input[name="credential"]')
	if (!button?.form || !answer || !browserSupportsWebAuthn()) return
	const { form } = button
	const told = document.createElement('p')
	told.setAttribute('role', 'status')
	part.append(told)
	for (const without of part.querySelectorAll('[data-without]')) without.remove()
	button.hidden = false

	let isAsking = false
	button.addEventListener('click', async (event) => {
		event.preventDefault()
		if (isAsking) return
		isAsking = true
		told.textContent = ''
		const options = await optionsFor(part.dataset.begin ?? '', form)
		try {
			// where there are none, the form's own answer says why
			if (options) answer.value = JSON.stringify(await ask(part.dataset.ceremony, options))
			form.requestSubmit(button)
		} catch {
			told.textContent = part.dataset.failed ?? ''
		} finally {
			isAsking = false
		}
	})
}

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON

const ask = (ceremony: string | undefined, optionsJSON: Options) =>
	ceremony === 'create'
		? startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
		: startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON })

async function optionsFor(begin: string, form: HTMLFormElement): Promise<Options | undefined> {
	const csrf = form.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? ''
	try {
		const answer = await fetch(begin, { method: 'POST', body: new URLSearchParams({ csrf }), redirect: 'error' })
		return answer.ok ? await answer.json() : undefined
	} catch {
		return undefined
	}
}
