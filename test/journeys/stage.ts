/** A whole Alongside that really listens, and browsers to come to it with. */
import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { BrowserContext, BrowserContextOptions, Page as Tab } from 'playwright-core'
import type { people } from '../../demo/demonstration.ts'
import { openChromium } from '../browser/chromium.ts'
import { openPlace, type Place } from '../support/place.ts'

export type Key = keyof typeof people

export type Stage = {
	place: Place
	/** Where it listens: `http://localhost:…`. */
	address: string
	/** A browser of its own, with cookies of its own; signed in as somebody when a key is given. */
	context(as?: Key, options?: BrowserContextOptions): Promise<BrowserContext>
	/** One open tab in a browser of its own, closed with it. */
	tab(as?: Key, options?: BrowserContextOptions): Promise<Tab>
}

export const phone = { width: 360, height: 740 }
export const desktop = { width: 1280, height: 900 }

/** Milliseconds in which a page on this machine must have come. */
const patience = 10_000

/** Opens a place, lets it listen on a free port of this machine and starts one browser program; all of it ends with the file. */
export async function openStage(atEnd: (close: () => Promise<void>) => void = after): Promise<Stage> {
	let closePlace = async () => {}
	const place = await openPlace({
		atEnd: (close) => {
			closePlace = close
		},
	})
	const browser = await openChromium()
	atEnd(async () => {
		await browser.close()
		await closePlace()
	})
	await place.app.listen({ port: 0, host: '127.0.0.1' })
	const listens = place.app.server.address()
	assert.ok(listens && typeof listens === 'object')
	const address = `http://localhost:${listens.port}`
	const context = async (as?: Key, options: BrowserContextOptions = {}) => {
		const made = await browser.newContext({ baseURL: address, locale: 'en-GB', viewport: phone, ...options })
		made.setDefaultTimeout(patience)
		if (as) await signIn(made, as)
		return made
	}
	return {
		place,
		address,
		context,
		async tab(as, options) {
			return (await context(as, options)).newPage()
		},
	}
}

/** Signs a browser in as one of the invented people. */
export async function signIn(context: BrowserContext, as: Key): Promise<void> {
	const answer = await context.request.post('/demo/sign-in', { form: { account: as }, maxRedirects: 0 })
	assert.equal(answer.status(), 303, `signing in as ${as}`)
}

/**
 * Opens a page, by posting a form from the page before it where fields are given; the token of the session comes along,
 * for it stands in every page.
 *
 * @param from the page whose token the form needs, where nobody is signed in
 * @returns the status of the answer
 */
export async function open(tab: Tab, path: string, fields?: Record<string, string>, from?: string): Promise<number> {
	if (!fields) return (await tab.goto(path))?.status() ?? 0
	if (from || tab.url() === 'about:blank') await tab.goto(from ?? '/help-now')
	const [answer] = await Promise.all([
		tab.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
		tab.waitForEvent('load'),
		tab.evaluate(postFromHere, { path, fields }),
	])
	return answer.status()
}

function postFromHere({ path, fields }: { path: string; fields: Record<string, string> }): void {
	const form = document.createElement('form')
	form.method = 'post'
	form.action = path
	const csrf = document.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? ''
	for (const [name, value] of Object.entries({ csrf, ...fields })) {
		const input = document.createElement('textarea')
		input.name = name
		input.value = value
		form.append(input)
	}
	document.body.append(form)
	form.submit()
}
