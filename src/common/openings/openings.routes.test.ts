import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import {
	answerAll,
	comeInAs,
	openAll,
	openingsOf,
	outcomeOf,
	planOf,
	plantSupporter,
	yesOf,
} from './openings.test-tools.ts'

const place = await openPlace()
const ann = await place.as('person')
const linda = await place.as('supporter')
const open = `${openingsOf('ann')}/open`
const flat = outcomeOf('ann', 'flat')
const whatFlat = `plan/${idOf('ann/flat')}`

/** Everything of Ann's that is open is closed, so that each test begins with nothing. */
const closeAll = () =>
	place.underneath('update opening set closed_at = now() where person_id = $1 and closed_at is null', [idOf('ann')])
const openNow = () =>
	place.underneath<{ id: string }>('select id from opening where person_id = $1 and closed_at is null', [idOf('ann')])
const recordOf = (thing: string) =>
	place.underneath<{ act: string; what: string; by_id: string }>(
		'select act, what, by_id from access_entry where thing_id = $1 order by number desc limit 1',
		[thing],
	)

/** What stands within the frame of a page. */
const mainOf = (html: string) => html.match(/<main[^>]*>([\s\S]*)<\/main>/)?.[1] ?? ''
const withoutTokens = (html: string) => html.replace(/name="(csrf|once)" value="[^"]*"/g, '')

/** The pages within the page that shows what another would see. */
function seenIn(html: string): string[] {
	const pages: string[] = []
	for (
		let at = html.indexOf('<div class="seen__page">');
		at >= 0;
		at = html.indexOf('<div class="seen__page">', at + 1)
	) {
		let depth = 0
		const tags = /<(\/?)div\b[^>]*>/g
		tags.lastIndex = at
		for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
			depth += tag[1] ? -1 : 1
			if (depth > 0) continue
			pages.push(html.slice(at + '<div class="seen__page">'.length, tag.index))
			break
		}
	}
	return pages
}

test('one outcome is opened by one question a page, and the other then reads it and nothing else', async () => {
	await closeAll()
	assert.equal((await linda.get(flat)).status, 404)
	await openAll(ann, 'ann', { what: whatFlat, purpose: 'To nudge me' })
	const page = await linda.get(flat)
	assert.equal(page.status, 200)
	assert.match(page.html, /A flat of my own/)
	for (const path of [planOf('ann'), outcomeOf('ann', 'cooking'), `${flat}/turn`, `/people/${idOf('ann')}`]) {
		assert.equal((await linda.get(path)).status, 404, path)
	}
	const home = await linda.get('/')
	assert.match(home.html, /To nudge me/)
	assert(home.html.includes(`href="${flat}"`))
	const [made] = await openNow()
	assert.deepEqual(await recordOf(made?.id ?? ''), [{ act: 'changed', what: 'opening', by_id: idOf('ann') }])
	assert.deepEqual(await recordOf(idOf('ann/flat')), [{ act: 'looked', what: 'outcome', by_id: idOf('linda') }])
})

test('who has it open can bring something, and finds nothing else to press and no address to write at', async () => {
	await closeAll()
	await openAll(ann, 'ann', { what: 'plan' })
	for (const path of [planOf('ann'), flat, `${flat}/history`]) {
		const main = mainOf((await linda.get(path)).html)
		const own = /\/(contributions|steps)\/[\w-]+\/(done|take-back)$/
		for (const [, action = ''] of main.matchAll(/<form method="post" action="([^"]+)"/g))
			assert.match(action, own, path)
		assert(!/\/(agree|ask|turn|propose|other-words|see-differently)"/.test(main), path)
	}
	for (const path of ['agree', 'withdraw-agreement', 'ask', 'turn', 'other-words', 'see-differently']) {
		assert.equal((await linda.post(`${flat}/${path}`, { step: 'later', words: 'mine' })).status, 404, path)
	}
})

test('closing works at once and says so; a second press closes nothing twice', async () => {
	await closeAll()
	await openAll(ann, 'ann', { what: whatFlat })
	const [one] = await openNow()
	const close = `${openingsOf('ann')}/${one?.id}/close`
	assert.equal((await linda.get(flat)).status, 200)
	for (const _ of [1, 2]) {
		const answer = await ann.post(close)
		assert.equal(answer.location, `${openingsOf('ann')}?done=closed`)
		assert.match((await ann.get(answer.location ?? '')).html, /It is closed/)
	}
	assert.equal((await linda.get(flat)).status, 404)
	const closings = await place.underneath(`select from access_entry where what = 'closing' and thing_id = $1`, [
		one?.id,
	])
	assert.equal(closings.length, 1)
})

test('for whom it was opened and closed, every page and header is as for whom it never was', async () => {
	const twins = ['twin-once', 'twin-never'] as const
	const [once, never] = await Promise.all(twins.map((key) => plantSupporter(place, key, 'Sam Twin', 'ann')))
	const [first, second] = await Promise.all(twins.map((key) => comeInAs(place, key)))
	assert(once && never && first && second)
	await openAll(ann, 'ann', { to: once, purpose: 'A secret for Sam' })
	assert.equal((await first.get(planOf('ann'))).status, 200)
	await ann.post(`${openingsOf('ann')}/${(await openNow()).at(-1)?.id}/close`)
	const told = async (browser: typeof first, method: 'get' | 'post', path: string) => {
		const { raw } = await browser[method](path)
		const { date: _, 'x-request-id': __, ...headers } = raw.headers
		return { status: raw.statusCode, headers, body: raw.body.replace(/name="csrf" value="[^"]*"/g, '') }
	}
	const paths = [
		'/',
		planOf('ann'),
		flat,
		`${flat}/history`,
		openingsOf('ann'),
		`/people/${idOf('ann')}`,
		`/people/${idOf('ann')}/leave`,
	]
	for (const path of [...paths, `${planOf('ann')}/propose`, '/your-information', '/nowhere']) {
		assert.deepEqual(await told(first, 'get', path), await told(second, 'get', path), path)
	}
	for (const path of [`${flat}/agree`, `${planOf('ann')}/propose`]) {
		assert.deepEqual(await told(first, 'post', path), await told(second, 'post', path), path)
	}
})

test('what is shown before opening is, byte for byte, what the other then gets; showing it is no look and opens nothing', async () => {
	for (const what of ['plan', whatFlat]) {
		for (const ticks of [{}, { [`show-${idOf('priya')}`]: 'x' }]) {
			await closeAll()
			const [before] = await place.underneath<{ n: number }>('select count(*)::int as n from access_entry')
			const check = await answerAll(ann, 'ann', { what, ...ticks })
			assert.deepEqual(await openNow(), [])
			assert.equal((await linda.get(flat)).status, 404)
			assert.deepEqual(await place.underneath('select count(*)::int as n from access_entry'), [before])
			const [scope] = await place.underneath<{ n: number }>('select count(*)::int as n from scope')
			await ann.post(open, yesOf(check))
			assert(what === 'plan' || (scope?.n ?? 0) > 0)
			const outcomes = ['flat', 'cooking', 'nephews'].filter((name) => what === 'plan' || name === 'flat')
			const paths = outcomes.flatMap((name) => [outcomeOf('ann', name), `${outcomeOf('ann', name)}/history`])
			if (what === 'plan') paths.unshift(planOf('ann'))
			const pages: string[] = []
			for (const path of paths) pages.push(withoutTokens(mainOf((await linda.get(path)).html)))
			assert(pages.every((page) => page.length > 200))
			assert.deepEqual(seenIn(check.html).map(withoutTokens), pages)
		}
	}
})

test('names of others become initials, unless each is ticked', async () => {
	await closeAll()
	await place.underneath(`update wording set words = 'A flat. Priya helps, and bilal hussain.' where outcome_id = $1`, [
		idOf('ann/flat'),
	])
	const asked = async () => (await ann.get(`${open}?question=names`)).html
	await answerAll(ann, 'ann', { what: whatFlat })
	const page = await asked()
	assert.match(page, /Priya Raman/)
	assert.match(page, /Bilal Hussain/)
	assert(!/<input[^>]*checked/.test(page), 'nothing is ticked beforehand')
	await openAll(ann, 'ann', { what: whatFlat, purpose: 'Priya said so', [`show-${idOf('bilal')}`]: 'x' })
	for (const path of [flat, `${flat}/history`, '/']) {
		const { html } = await linda.get(path)
		assert(!/Priya|Raman/.test(html), path)
		if (path !== '/') assert.match(html, /A flat\. P\. helps, and bilal hussain\./)
	}
	await openAll(ann, 'ann', { what: whatFlat, [`show-${idOf('priya')}`]: 'x' })
	const { html } = await linda.get(flat)
	assert.match(html, /Priya Raman/)
	assert.match(html, /Priya helps, and b\. h\./i)
})

test('a second press, and Back and press again, open nothing twice; the other may be opened to anew', async () => {
	await closeAll()
	const check = await answerAll(ann, 'ann', { what: whatFlat })
	const fields = yesOf(check)
	for (const _ of [1, 2, 3]) {
		assert.equal((await ann.post(open, fields)).location, `${openingsOf('ann')}?done=opened`)
	}
	assert.equal((await openNow()).length, 1)
	await openAll(ann, 'ann', { what: whatFlat, purpose: 'Anew' })
	assert.equal((await openNow()).length, 1, 'in place of the one before')
	const close = `${openingsOf('ann')}/${(await openNow())[0]?.id}/close`
	await ann.post(close)
	await ann.post(open, fields)
	assert.equal((await openNow()).length, 0, 'an old page opens nothing that was closed')
})

test('saying no is one press on every page, and leaves nothing behind', async () => {
	await closeAll()
	await answerAll(ann, 'ann', { what: 'plan' })
	for (const page of [await ann.get(open), await ann.get(`${open}?question=until`)])
		assert.match(page.html, /value="stop"/)
	assert.equal((await ann.post(open, { step: 'stop' })).location, `${openingsOf('ann')}?done=notOpened`)
	assert.deepEqual(await openNow(), [])
	assert.match((await ann.get(open)).html, /What do you want to open/)
})

test('what is missing is asked for in a sentence, and nothing typed is lost', async () => {
	await ann.post(open, { step: 'stop' })
	for (const [fields, sentence] of [
		[{ question: 'what', what: 'nonsense' }, 'Choose what you want to open'],
		[{ question: 'to', to: idOf('joseph') }, 'Choose to whom you open it'],
		[{ question: 'to', to: idOf('priya') }, 'Choose to whom you open it'],
		[{ question: 'purpose', purpose: ' ' }, 'Write what you open it for'],
		[{ question: 'until', until: 'forever' }, 'Choose how long it is open'],
		[{ question: 'until', until: 'day', day: '' }, 'Write the last day'],
		[{ question: 'until', until: 'day', day: '3/5/2099' }, 'Choose a day within the next six months'],
		[{ question: 'until', until: 'day', day: '3/5/2001' }, 'Choose today or a later day'],
		[{ question: 'until', until: 'day', day: 'soon' }, 'Write a day that exists'],
	] as const) {
		const answer = await ann.post(open, fields)
		assert.equal(answer.status, 422, JSON.stringify(fields))
		assert(answer.html.includes(sentence), sentence)
	}
	const kept = await ann.post(open, { question: 'purpose', purpose: `${'x'.repeat(400)}` })
	assert.equal(kept.status, 422)
	assert(kept.html.includes('x'.repeat(400)))
	assert.equal((await ann.post(open, { question: 'purpose', purpose: 'a\0b' })).status, 422)
	assert.equal((await ann.post(open, { step: 'yes', what: 'plan' })).status, 422)
	assert.equal((await ann.post(open, { question: 'no such' })).status, 303)
	await ann.post(open, { step: 'stop' })
})

test('leaving asks once, ends the tie and what was open, tells nobody, and can be pressed twice', async () => {
	await closeAll()
	const leaver = await plantSupporter(place, 'leaver', 'Lou Leaver', 'ann')
	const browser = await comeInAs(place, 'leaver')
	await openAll(ann, 'ann', { to: leaver })
	const leave = `/people/${idOf('ann')}/leave`
	assert.match((await browser.get(leave)).html, /Do you want to leave Ann Kerr/)
	assert.equal((await browser.get(planOf('ann'))).status, 200)
	for (const _ of [1, 2]) assert.equal((await browser.post(leave)).location, '/?done=left')
	assert.match((await browser.get('/?done=left')).html, /You left/)
	assert.equal((await browser.get(planOf('ann'))).status, 404)
	assert.equal((await browser.get(leave)).status, 404)
	assert(!(await browser.get('/')).html.includes('Ann Kerr'))
	assert(!(await ann.get(open)).html.includes('Lou Leaver'))
	assert.match((await ann.get(openingsOf('ann'))).html, /Lou Leaver/)
	assert.equal((await linda.post(`/people/${idOf('joseph')}/leave`)).status, 404)
})

test('what ended is asked about again, with the answers from before, and can be left', async () => {
	const sophie = await place.as('sophie')
	const page = await sophie.get(openingsOf('sophie'))
	assert.match(page.html, /Open it again\?/)
	assert.match((await sophie.get('/')).html, /One opening has ended/)
	const again = page.html.match(/action="([^"]*\/again)"/)?.[1] ?? ''
	assert.equal((await sophie.post(again)).location, `${openingsOf('sophie')}/open`)
	assert.match((await sophie.get(`${openingsOf('sophie')}/open`)).html, /How long is it open/)
	assert.match((await sophie.get(`${openingsOf('sophie')}/open?question=purpose`)).html, /how the sewing room goes/)
	const leave = page.html.match(/action="([^"]*\/close)"/)?.[1] ?? ''
	await sophie.post(leave)
	assert(!/Open it again\?/.test((await sophie.get(openingsOf('sophie'))).html))
})
