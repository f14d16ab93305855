import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import type { Browser, Page as Tab } from 'playwright-core'
import { openChromium } from '../../../test/browser/chromium.ts'
import { type PageServer, servePage } from './page-server.test-tools.tsx'

describe('the script in a browser', () => {
	let browser: Browser
	let server: PageServer
	let address: string
	let tab: Tab

	before(async () => {
		server = await servePage()
		address = server.address
		browser = await openChromium()
	})
	after(async () => {
		await browser.close()
		server.close()
	})
	beforeEach(async () => {
		server.posted.length = 0
		server.draftAnswer = 204
		tab = await browser.newPage()
		tab.setDefaultTimeout(5000)
		await tab.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather', contentType: 'text/html' }))
	})
	afterEach(() => tab.close())

	const textarea = () => tab.getByLabel('Your words')
	const weather = () => tab.waitForURL('https://www.bbc.co.uk/weather')

	test('exit hides the page at once and leaves no way back to it', async () => {
		await tab.goto(`${address}/neutral`)
		await tab.goto(address)
		await tab.getByRole('button', { name: 'Exit this page' }).click()
		await weather()
		await tab.goBack()
		assert.equal(new URL(tab.url()).pathname, '/neutral')
	})

	test('before the neutral page comes nothing of ours is seen', async () => {
		await tab.goto(address)
		const seen = await tab.evaluate(() => {
			document.querySelector<HTMLElement>('.js-exit-this-page-button')?.click()
			return Array.from(document.body.children, (part) => (part.checkVisibility() ? part.textContent : undefined))
		})
		assert.deepEqual(
			seen.filter((text) => text !== undefined),
			['Leaving this page.'],
		)
	})

	test('three presses of Shift leave; capital letters do not', async () => {
		await tab.goto(address)
		await textarea().pressSequentially('ABCD')
		for (const key of ['Shift', 'Shift']) await tab.keyboard.press(key)
		assert.equal(await tab.locator('.exit-this-page__status').textContent(), 'Shift, press 1 more time to leave.')
		await tab.keyboard.press('a')
		for (const key of ['Shift', 'Shift']) await tab.keyboard.press(key)
		assert.equal(tab.url(), `${address}/`)
		await tab.keyboard.press('Shift')
		await weather()
	})

	test('without script the exit is a link', async () => {
		const plain = await browser.newPage({ javaScriptEnabled: false })
		await plain.route('https://www.bbc.co.uk/**', (route) => route.fulfill({ body: 'weather' }))
		await plain.goto(address)
		for (const key of ['Tab', 'Tab', 'Enter']) await plain.keyboard.press(key)
		await plain.waitForURL('https://www.bbc.co.uk/weather')
		await plain.close()
	})

	test('an error summary takes the focus and leads to the field with its question in view', async () => {
		await tab.goto(`${address}?error`)
		assert.equal(await tab.evaluate(() => document.activeElement?.className), 'error-summary')
		await tab.getByRole('link', { name: 'Choose one' }).click()
		assert.equal(await tab.evaluate(() => document.activeElement?.id), 'which')
	})

	test('what else is asked opens with its answer', async () => {
		await tab.goto(address)
		const more = tab.locator('.radios__conditional')
		assert.equal(await more.isVisible(), false)
		await tab.getByLabel('A', { exact: true }).check()
		assert.equal(await more.isVisible(), true)
	})

	test('a second press at once sends nothing more, a later one does', async () => {
		await tab.goto(address)
		await tab.evaluate(() => {
			document.addEventListener('submit', (event) => {
				event.preventDefault()
				document.body.dataset.sent = `${document.body.dataset.sent ?? ''}1`
			})
		})
		const sent = () => tab.evaluate(() => document.body.dataset.sent)
		await tab.getByRole('button', { name: 'Send' }).dblclick()
		assert.equal(await sent(), '1')
		await tab.waitForTimeout(1100)
		await tab.getByRole('button', { name: 'Send' }).click()
		assert.equal(await sent(), '11')
	})

	test('the count follows what is written, as a reader counts', async () => {
		await tab.goto(address)
		const count = tab.locator('.character-count__message[aria-hidden]')
		assert.equal(await count.textContent(), 'You have 5 characters left')
		await textarea().fill('a👩‍👩‍👧 é'.normalize('NFD'))
		assert.equal(await count.textContent(), 'You have 1 character left')
		await textarea().fill('abcdefg')
		assert.equal(await count.textContent(), 'You have 2 characters too many')
	})

	test('drafts go out after a pause, and the page says so', async () => {
		await tab.goto(address)
		await textarea().fill('half a thought')
		await tab.locator('.draft-status', { hasText: /^Kept$/ }).waitFor()
		assert.deepEqual(server.posted, [{ url: '/draft', body: 'words=half+a+thought', draft: true }])
	})

	for (const [answer, meaning] of Object.entries({ 500: 'a failure', 303: 'being sent to sign in' })) {
		test(`${meaning} is not called kept`, async () => {
			server.draftAnswer = Number(answer)
			await tab.goto(address)
			await textarea().fill('half a thought')
			await tab.locator('.draft-status', { hasText: /^Not kept$/ }).waitFor()
		})
	}

	test('leaving the page keeps the draft, sending the form does not bring it back', async () => {
		await tab.goto(address)
		await textarea().fill('leaving')
		await tab.goto(`${address}/neutral`)
		await textarea().waitFor({ state: 'detached' })
		await tab.goto(address)
		await textarea().fill('sending')
		await tab.getByRole('button', { name: 'Send' }).click()
		await tab.waitForTimeout(100)
		await tab.goto(`${address}/neutral`)
		await tab.waitForTimeout(100)
		assert.deepEqual(
			server.posted.map(({ url, body }) => `${url} ${body}`),
			['/draft words=leaving', '/send words=sending'],
		)
	})

	test('nothing is kept in the browser', async () => {
		await tab.goto(`${address}?signed-in`)
		await textarea().fill('half a thought')
		await tab.locator('.draft-status', { hasText: /^Kept$/ }).waitFor()
		const kept = await tab.evaluate(async () => [
			localStorage.length,
			sessionStorage.length,
			(await indexedDB.databases()).length,
			document.cookie,
		])
		assert.deepEqual(kept, [0, 0, 0, ''])
	})

	test('a page out of the memory of the browser is fetched anew when someone was signed in on it', async () => {
		const reloads = async (path: string) => {
			await tab.goto(address + path)
			const again = tab.waitForEvent('load', { timeout: 500 }).catch(() => undefined)
			await tab.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
			return (await again) !== undefined
		}
		assert.equal(await reloads('/'), false)
		assert.equal(await reloads('/?signed-in'), true)
	})
})
