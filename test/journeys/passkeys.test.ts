/** A passkey in a real browser, on a device that the browser plays. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page as Tab } from 'playwright-core'
import { openStage } from './stage.ts'

const stage = await openStage()

/** Gives the browser of this tab a device that makes passkeys and whose holder shows at once that it is them. */
async function giveDevice(tab: Tab): Promise<{ device: CDPSession; authenticatorId: string }> {
	const device = await tab.context().newCDPSession(tab)
	await device.send('WebAuthn.enable')
	const options = {
		...({ protocol: 'ctap2', transport: 'internal' } as const),
		...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
	}
	return { device, ...(await device.send('WebAuthn.addVirtualAuthenticator', { options })) }
}

const press = (tab: Tab, name: string) => tab.getByRole('button', { name, exact: true }).click()
const scripts = (tab: Tab) => tab.locator('script[src*="/passkeys-"]').count()

test('somebody adds a passkey, comes in with it, shows that it is them, and removes it', async () => {
	const tab = await stage.tab('person')
	const refusals: string[] = []
	tab.on('console', (message) => {
		if (/content security policy|permissions policy/i.test(message.text())) refusals.push(message.text())
	})
	const { device, authenticatorId } = await giveDevice(tab)
	await tab.goto('/account/passkeys')
	await tab.getByRole('button', { name: 'Add a passkey' }).click()
	await press(tab, 'Yes, it is me')
	await tab.getByLabel('What do you call this device?').fill('My phone')
	await press(tab, 'Add a passkey')
	await tab.getByText('Your passkey is added.').waitFor()
	const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId })
	assert.equal(credentials.length, 1)
	assert.equal(credentials[0]?.isResidentCredential, true)
	assert.equal(credentials[0]?.rpId, 'localhost')

	await press(tab, 'Sign out')
	await tab.goto('/sign-in')
	assert.equal(await scripts(tab), 1)
	await press(tab, 'Come in with a passkey')
	await tab.getByText('Hello, Ann Kerr').waitFor()
	assert.equal(await scripts(tab), 0, 'other pages do not carry its script')

	await stage.place.underneath(`update session set stepped_up_at = now() - interval '11 minutes'`)
	await tab.goto('/account/passkeys')
	await tab.getByRole('link', { name: 'Remove My phone' }).click()
	await press(tab, 'Use a passkey')
	await tab.getByRole('heading', { name: 'Remove My phone?' }).waitFor()
	await press(tab, 'Remove it')
	await tab.getByText('You have none yet.').waitFor()

	await press(tab, 'Sign out')
	await tab.goto('/sign-in')
	await press(tab, 'Come in with a passkey')
	await tab.getByText('That passkey did not work here.').first().waitFor()
	assert.deepEqual(refusals, [])
	await tab.context().close()
})

test('a device that gives nothing leaves the page as it is, with a sentence', async () => {
	const tab = await stage.tab()
	const { device, authenticatorId } = await giveDevice(tab)
	await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
	await tab.goto('/sign-in')
	await tab.getByLabel('Your sign-in name').fill('robin-lamp-482')
	await press(tab, 'Come in with a passkey')
	await tab.getByText('Your device gave no passkey.').waitFor()
	assert.equal(await tab.getByLabel('Your sign-in name').inputValue(), 'robin-lamp-482')
	await tab.context().close()
})

test('without script the page says what to do instead', async () => {
	const tab = await stage.tab(undefined, { javaScriptEnabled: false })
	await tab.goto('/sign-in')
	await tab.getByText('To use a passkey, switch on JavaScript.').waitFor()
	assert.equal(await tab.getByRole('button', { name: 'Come in with a passkey' }).isVisible(), false)
	await tab.context().close()
})
