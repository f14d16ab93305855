import assert from 'node:assert/strict'
import { idOf, people } from '../../../demo/demonstration.ts'
import { newId } from '../../../src/platform/database/values.ts'
import { routes } from '../../../src/routes.ts'
import type { Browser } from '../../support/place.ts'
import { read } from './reading.ts'

export const ann = people.person
export const priya = people.practitioner
export const at = (outcome: string) => ({ person: ann, outcome })
export const flat = at(idOf('ann/flat'))

type Fields = Record<string, string>

/** Checks and shares a form as a browser without script does: what is shared is what stood on the check page. */
export async function shareThrough(browser: Browser, path: string, fields: Fields): Promise<string> {
	const checking = await browser.post(path, { step: 'check', ...fields })
	assert.equal(checking.status, 303, `${path} takes it: ${read(checking.html).errors}`)
	assert.equal(checking.location, `${path}?check`)
	const check = read((await browser.get(`${path}?check`)).html)
	const { csrf, once, ...hidden } = check.fields
	const shared = await browser.post(path, { ...hidden, csrf: csrf ?? '', once: once ?? '', step: 'share' })
	assert.equal(shared.status, 303, `${path} shares it`)
	return once ?? ''
}

/** Shares at once, with a key of the caller's own. */
export const share = (browser: Browser, path: string, fields: Fields, once = newId()) =>
	browser.post(path, { step: 'share', once, ...fields })

/** Proposes an outcome of Ann's. Answers its id. */
export async function propose(browser: Browser, words: string): Promise<string> {
	const once = newId()
	const { status } = await share(browser, routes.plan.propose.href({ person: ann }), { words }, once)
	assert.equal(status, 303)
	return once
}

/** What the agree button of an outcome would send now. */
export async function agreeFields(browser: Browser, outcome: string): Promise<{ wording: string; hash: string }> {
	const { wording = '', hash = '' } = read((await browser.get(routes.outcome.show.href(at(outcome)))).html).fields
	return { wording, hash }
}

export async function agree(browser: Browser, outcome: string) {
	const fields = await agreeFields(browser, outcome)
	const answer = await browser.post(routes.outcome.agree.href(at(outcome)), fields)
	assert.equal(answer.status, 303, 'agreed')
}
