import assert from 'node:assert/strict'
import { routes } from '../../src/routes.ts'
import type { Place } from '../support/place.ts'
import type { APage } from './every-page.ts'

/** A page as its reader gets it, without a browser: signs in, posts what the page asks for and follows where it leads. */
export async function htmlOf(place: Place, page: APage, cookies: Record<string, string> = {}): Promise<string> {
	const browser = page.as ? await place.as(page.as) : place.anonymous()
	for (const [name, value] of Object.entries(cookies)) browser.cookies.set(name, value)
	if (page.isSure) {
		await browser.post(routes.account.sure.href(), { to: routes.home.href() })
		// with the new secret of the session comes a new token of its forms
		await browser.get(routes.home.href())
	}
	if (page.from) await browser.get(page.from)
	const answer = await (page.fields ? browser.post(page.path, page.fields) : browser.get(page.path))
	const shown = answer.status === 303 && answer.location ? await browser.get(answer.location) : answer
	assert.equal(shown.status, page.status, `${page.name} answered ${shown.status}`)
	return shown.html
}
