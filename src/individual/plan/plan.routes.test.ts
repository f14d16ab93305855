import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf, people } from '../../../demo/demonstration.ts'
import { type Answer, type Browser, openPlace } from '../../../test/support/place.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const person = people.person
const plan = routes.plan.show.href({ person })
const propose = routes.plan.propose.href({ person })
const outcomePath = (outcome: string) => routes.outcome.show.href({ person, outcome })

/** Goes through a form as a browser does: what was typed, the page where it is checked, and the press that shares it. */
async function share(browser: Browser, path: string, fields: Record<string, string>): Promise<Answer> {
	const typed = await browser.post(path, { ...fields, step: 'check' })
	assert.equal(typed.status, 303, typed.html)
	const check = await browser.get(typed.location ?? '')
	return browser.post(path, { ...hiddenIn(check.html), step: 'share' })
}

/** What the form that shares would send: the hidden fields of the form with the once key in it. */
function hiddenIn(html: string): Record<string, string> {
	const form = html.split('<form').find((part) => part.includes('name="once"')) ?? ''
	return Object.fromEntries(
		[...form.matchAll(/type="hidden" name="(\w+)" value(?:="([^"]*)")?/g)].map(([, name, value]) => [
			name,
			plain(value ?? ''),
		]),
	)
}
const plain = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

async function proposeAs(browser: Browser, words: string): Promise<string> {
	const shared = await share(browser, propose, { words })
	assert.equal(shared.status, 303)
	return new URL(shared.location ?? '', 'http://localhost').pathname
}

/** What the button that agrees would send. */
const agreeIn = (page: Answer) => {
	const form = page.html.split('<form').find((part) => part.includes('/agree"')) ?? ''
	return {
		wording: form.match(/name="wording" value="([^"]+)"/)?.[1] ?? '',
		hash: form.match(/name="hash" value="([^"]+)"/)?.[1] ?? '',
	}
}

describe('proposing', () => {
	it('shows the words to both, and whose they are', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const path = await proposeAs(ann, 'Sing in a choir <again> & "soon"')
		const [mine, hers] = [await ann.get(path), await priya.get(path)]
		for (const page of [mine, hers]) assert.ok(page.html.includes('Sing in a choir &lt;again> &amp; &quot;soon&quot;'))
		assert.match(mine.html, /You proposed this on/)
		assert.match(hers.html, /Ann Kerr proposed this on/)
		assert.match(hers.html, /Ann Kerr has not agreed yet/)
	})
	it('says what to put right, keeps what was typed, and stores nothing', async () => {
		const ann = await place.as('person')
		const empty = await ann.post(propose, { words: '   ', step: 'check' })
		assert.equal(empty.status, 422)
		assert.match(empty.html, /<title>Error: /)
		assert.match(empty.html, /href="#words"/)
		const long = `Too long ${'x'.repeat(600)}`
		const tooLong = await ann.post(propose, { words: long, step: 'check' })
		assert.equal(tooLong.status, 422)
		assert.ok(tooLong.html.includes(long))
		assert.match(tooLong.html, /Use 500 characters or fewer/)
	})
	it('is done once by two presses of the same form', async () => {
		const ann = await place.as('person')
		await ann.post(propose, { words: 'Learn to bake', step: 'check' })
		const fields = { ...hiddenIn((await ann.get(`${propose}?check`)).html), step: 'share' }
		const [first, second] = [await ann.post(propose, fields), await ann.post(propose, fields)]
		assert.equal(first.location, second.location)
		const page = await ann.get(plan)
		assert.equal(page.html.split('Learn to bake</bdi></blockquote>').length, 2)
	})
})

describe('a draft', () => {
	it('waits for its writer through a new sign-in, and nobody else sees it', async () => {
		const ann = await place.as('person')
		await ann.post(propose, { words: 'Not sure about this one', step: 'later' })
		const again = await place.as('person')
		assert.match((await again.get(plan)).html, /Go on with what you wrote on.*Not sure about this one/)
		assert.match((await again.get(propose)).html, /Not sure about this one/)
		const priya = await place.as('practitioner')
		assert.doesNotMatch((await priya.get(plan)).html, /Not sure|Go on with what you wrote/)
		assert.doesNotMatch((await priya.get(propose)).html, /Not sure/)
		await again.post(propose, { step: 'throw-away' })
		assert.doesNotMatch((await again.get(propose)).html, /Not sure/)
	})
	it('is kept as it grows, without an answer to look at', async () => {
		const ann = await place.as('person')
		const kept = await ann.post(propose, { words: 'Half a sen' }, { 'x-draft': '1' })
		assert.equal(kept.status, 204)
		assert.match((await ann.get(propose)).html, /Half a sen/)
	})
})

describe('agreeing', () => {
	it('takes both hands, and other words need both anew', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const path = await proposeAs(ann, 'Walk every day')
		const old = agreeIn(await ann.get(path))
		for (const hand of [ann, priya]) {
			assert.equal((await hand.post(`${path}/agree`, agreeIn(await hand.get(path)))).status, 303)
		}
		assert.match((await ann.get(path)).html, /You both agreed to these words/)
		await share(priya, `${path}/other-words`, { words: 'Walk on three days', after: '1' })
		const page = await ann.get(path)
		assert.match(page.html, /You both agreed to these words before/)
		assert.match(page.html, /Walk on three days/)
		const refused = await ann.post(`${path}/agree`, old)
		assert.equal(refused.status, 409)
		assert.equal((await ann.post(`${path}/agree`, agreeIn(page))).status, 303)
		assert.equal((await ann.post(`${path}/withdraw-agreement`)).status, 303)
		assert.match((await ann.get(path)).html, /You took your yes back on/)
	})
	it('gives both texts to whoever is second with other words', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const path = await proposeAs(ann, 'Sort my papers')
		await share(priya, `${path}/other-words`, { words: 'Sort them together', after: '1' })
		const second = await share(ann, `${path}/other-words`, { words: 'Sort them by June', after: '1' })
		assert.equal(second.status, 409)
		for (const words of ['Sort them together', 'Sort them by June']) assert.ok(second.html.includes(words))
		const kept = await ann.post(`${path}/other-words`, { ...hiddenIn(second.html), step: 'share' })
		assert.equal(kept.status, 303)
		const page = await priya.get(`${path}/history`)
		for (const words of ['Sort my papers', 'Sort them together', 'Sort them by June'])
			assert.ok(page.html.includes(words))
	})
})

describe('how it stands', () => {
	it('is said by either, with why, and cannot be said of what is not agreed', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const path = await proposeAs(ann, 'Get a bike')
		const early = await ann.post(`${path}/turn`, { kind: 'reached', step: 'share' })
		assert.equal(early.status, 409)
		const without = await priya.post(`${path}/turn`, { kind: 'set_aside', step: 'check' })
		assert.equal(without.status, 422)
		assert.match(without.html, /Write why/)
		await share(priya, `${path}/turn`, {
			kind: 'cannot_be_done_now',
			inTheWay: 'The shop is shut',
			whoseJob: 'The council',
		})
		const page = await ann.get(path)
		assert.match(page.html, /Cannot be done now/)
		assert.match(page.html, /The shop is shut/)
		assert.match(page.html, /The council/)
		await share(ann, `${path}/turn`, { kind: 'taken_up_again' })
		assert.match((await ann.get(path)).html, /Being talked about/)
	})
})

describe('bringing', () => {
	it('is promised by oneself only: a request waits for the one asked', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const path = await proposeAs(ann, 'Write to my daughter')
		await share(priya, `${path}/ask`, { askedOf: person, kind: 'time', words: 'An hour on Sunday' })
		assert.match((await priya.get(path)).html, /It waits for an answer/)
		const request = (await ann.get(path)).html.match(/requests\/([0-9a-f-]{36})\/answer/)?.[1] ?? ''
		assert.equal((await priya.get(`${path}/requests/${request}/answer`)).status, 404)
		await share(ann, `${path}/requests/${request}/answer`, {
			answer: 'differently',
			words: 'Half an hour',
			byDay: '3/5/2027',
		})
		const page = await priya.get(path)
		assert.match(page.html, /Yes, in another way/)
		assert.match(page.html, /Half an hour/)
		assert.match(page.html, /by 3 May 2027/)
		const contribution = (await ann.get(path)).html.match(/contributions\/([0-9a-f-]{36})\/done/)?.[1] ?? ''
		assert.equal((await priya.post(`${path}/contributions/${contribution}/done`)).status, 404)
		assert.equal((await ann.post(`${path}/contributions/${contribution}/done`)).status, 303)
		assert.match((await priya.get(path)).html, /Done on/)
	})
	it('takes a day as people write it, and says so when it is none', async () => {
		const ann = await place.as('person')
		const path = `${outcomePath(idOf('ann/flat'))}/bring`
		const wrong = await ann.post(path, { kind: 'time', words: 'An hour', byDay: '31/2/2027', step: 'check' })
		assert.equal(wrong.status, 422)
		assert.match(wrong.html, /Write a day that exists/)
		assert.match(wrong.html, /value="31\/2\/2027"/)
	})
})

describe('what the person comes home to', () => {
	it('is what waits, in its very words, with the way to answer each', async () => {
		const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
		const proposed = await proposeAs(priya, 'Learn the bus routes')
		const asked = `${outcomePath(idOf('ann/flat'))}/ask`
		await share(priya, asked, { askedOf: person, kind: 'time', words: 'A morning at the bank' })
		// three of the things that wait are shown; the rest is a press away
		for (let shown = 0; shown < 50; shown++) {
			const { html } = await ann.get('/')
			const first = html.match(/<figure.*?<\/figure>/s)?.[0] ?? ''
			const words = first.match(/<blockquote.*?<bdi>(.*?)<\/bdi>/s)?.[1] ?? ''
			const href = first.match(/<a href="([^"]+)"/)?.[1] ?? ''
			if (!href) break
			assert.ok((html.match(/<figure/g)?.length ?? 0) <= 3)
			const page = await ann.get(href)
			assert.ok(page.html.includes(words), words)
			if (href.endsWith('/answer')) await share(ann, href, { answer: 'declined' })
			else await ann.post(`${href}/agree`, agreeIn(page))
		}
		assert.doesNotMatch((await ann.get('/')).html, /<figure/)
		assert.match((await ann.get(proposed)).html, /You agreed on/)
		assert.match((await ann.get(`${outcomePath(idOf('ann/flat'))}/history`)).html, /Priya Raman asked you for this:/)
	})
	it('holds nobody else’s words on the home of a practitioner', async () => {
		const ann = await place.as('person')
		await proposeAs(ann, 'Paint the kitchen green')
		const { html } = await (await place.as('practitioner')).get('/')
		assert.match(html, /waits? for your yes or no/)
		assert.ok(!html.includes('Paint the kitchen green'))
	})
})

describe('what is reached or set aside', () => {
	it('folds to a line each, and what is live stands whole', async () => {
		const ann = await place.as('person')
		const path = await proposeAs(ann, 'Keep bees')
		await share(ann, `${path}/turn`, { kind: 'set_aside', why: 'No garden yet' })
		const { html } = await ann.get(plan)
		const folded = html.match(/<details[^>]*>.*?<\/details>/gs)?.find((part) => part.includes('Keep bees')) ?? ''
		assert.match(folded, /Reached or set aside \(1\)/)
		assert.ok(folded.includes(`href="${path}"`))
		assert.equal(html.split('Keep bees').length, 2)
	})
})

describe('whoever may not', () => {
	it('finds nothing, and the same nothing as where there is nothing', async () => {
		for (const key of [
			'other-person',
			'other-practitioner',
			'supporter',
			'partner',
			'lead',
			'person-elsewhere',
		] as const) {
			const browser = await place.as(key)
			const refused = await browser.get(plan)
			const nothing = await browser.get(routes.plan.show.href({ person: '01941f29-7c00-7000-8000-000000000000' }))
			assert.equal(refused.status, 404, key)
			assert.equal(refused.html, nothing.html)
		}
		assert.equal((await place.anonymous().get(plan)).status, 401)
	})
})
