import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { type Answer, type Browser, openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const { underneath } = place
const person = idOf('ann')
const outcome = idOf('ann/flat')
const here = { person, outcome }
const flat = routes.outcome.show.href(here)
let ann: Browser
let priya: Browser
let linda: Browser
let bilal: Browser

before(async () => {
	;[ann, priya, linda, bilal] = await Promise.all([
		place.as('person'),
		place.as('practitioner'),
		place.as('supporter'),
		place.as('partner'),
	])
})

const text = ({ html }: Answer): string =>
	(html.match(/<main[^>]*>([\s\S]*)<\/main>/)?.[1] ?? '')
		.replace(/<[^>]+>/g, ' ')
		.replaceAll('&#39;', '’')
		.replace(/\s+/g, ' ')
		.replace(/ ([.,:)])/g, '$1')

/** Writes and shares in one go. Answers the id of what was made. */
async function share(browser: Browser, path: string, fields: Record<string, string>): Promise<string> {
	const once = newId()
	const answer = await browser.post(path, { ...fields, once, step: 'share' })
	assert.equal(answer.status, 303, answer.html)
	return once
}
const write = (browser: Browser, words: string, whose: string, when = '') =>
	share(browser, routes.step.write.href(here), { words, whose: idOf(whose), when })
const of = (step: string) => ({ ...here, step })

test('a step of one’s own stands at once, with the day as it was said and the day that it is', async () => {
	const checked = await ann.post(routes.step.write.href(here), {
		...{ words: 'I ring the landlord', whose: person, when: 'by tomorrow', once: newId(), step: 'check' },
	})
	assert.match(text(await ann.get(checked.location ?? '')), /by tomorrow \(\d+ \w+ \d{4}\)/)
	await write(ann, 'I ring the landlord', 'ann', 'by tomorrow')
	await write(ann, 'I pack my boxes', 'ann', 'before the meeting')
	await write(ann, 'I paint the door', 'ann', 'No hurry')
	for (const browser of [ann, priya]) {
		const page = text(await browser.get(flat))
		assert.match(page, /I ring the landlord By \d+ \w+ \d{4} \( ?by tomorrow\)/)
		assert.match(page, /I pack my boxes By when: before the meeting/)
		assert.match(page, /I paint the door No hurry\./)
	}
	const [row] = await underneath<{ said: string; day: string }>(
		`select said, day::text as day from step where words = 'I ring the landlord'`,
	)
	assert.equal(row?.said, 'by tomorrow')
	assert.equal(row?.day, isoDay(new Date(Date.now() + 24 * 60 * 60_000)))
})

test('what is wrong is said plainly, nothing typed is lost, and nothing is stored', async () => {
	const path = routes.step.write.href(here)
	const wrong: [Record<string, string>, string][] = [
		[{ words: '', whose: person, when: '' }, 'Write what the step is'],
		[{ words: 'Mine', whose: idOf('joseph'), when: '' }, 'Choose who will do it'],
		[{ words: 'Mine', whose: person, when: '31/2/2030' }, 'Write a day that exists'],
		[{ words: 'Mine', whose: person, when: '3/5/2020' }, 'Choose today or a later day.'],
		[{ words: 'x'.repeat(501), whose: person, when: '' }, 'Use 500 characters or fewer.'],
		[{ words: 'Mine', whose: person, when: 'x'.repeat(101) }, 'Use 100 characters or fewer.'],
	]
	const [before] = await underneath('select count(*) as n from step')
	for (const [fields, says] of wrong) {
		const answer = await ann.post(path, { ...fields, step: 'share' })
		assert.equal(answer.status, 422)
		assert(answer.html.includes(says), says)
		assert(answer.html.includes(fields.when || fields.words || 'name="words"'))
	}
	assert.deepEqual(await underneath('select count(*) as n from step'), [before])
	await ann.post(path, { step: 'throw-away' })
})

test('a second press writes nothing twice, and a form of another does not stand for it', async () => {
	const once = newId()
	const fields = { words: 'Once only', whose: person, when: '', once, step: 'share' }
	assert.equal((await ann.post(routes.step.write.href(here), fields)).status, 303)
	assert.equal((await ann.post(routes.step.write.href(here), fields)).status, 303)
	assert.equal((await underneath(`select from step where words = 'Once only'`)).length, 1)
	const taken = await priya.post(routes.step.write.href(here), { ...fields, whose: idOf('priya') })
	assert.equal(taken.status, 409)
})

test('a step for somebody else waits for their own word: yes, in other words, or no', async () => {
	const [yes, other, no, back] = await Promise.all(
		['Bring your letters', 'Come to the office', 'Ring your uncle', 'Ask your aunt'].map((words) =>
			write(priya, words, 'ann', 'by 3 May 2031'),
		),
	)
	assert(yes && other && no && back)
	assert.match(text(await priya.get(flat)), /You ask Ann Kerr to do this Bring your letters/)
	assert.match(text(await ann.get(flat)), /Waiting for you.*Priya Raman asks you to do this Bring your letters/)
	assert.match(
		text(await ann.get(routes.plan.show.href({ person }))),
		/Priya Raman asks you to do this: Ring your uncle/,
	)
	assert((await ann.get('/')).html.includes('wait for you'))
	for (const step of [yes, other]) {
		assert.equal((await priya.post(routes.step.done.href(of(step)))).status, 404)
		assert.equal((await priya.get(routes.step.answer.href(of(step)))).status, 404)
	}
	assert((await ann.get(routes.step.answer.href(of(yes)))).html.includes('value="by 3 May 2031"'))
	await share(ann, routes.step.answer.href(of(yes)), { answer: 'accepted', when: 'by 4 May 2031' })
	await share(ann, routes.step.answer.href(of(other)), { answer: 'differently', words: 'I ring the office', when: '' })
	await share(ann, routes.step.answer.href(of(no)), { answer: 'declined', why: 'We do not talk' })
	const page = text(await priya.get(flat))
	assert.match(page, /Ann Kerr Bring your letters By 4 May 2031 Before, the day said was 3 May 2031\./)
	assert.match(page, /I ring the office No hurry\. You asked for this in these words: Come to the office/)
	assert.match(page, /Ring your uncle The answer on [^:]+: No\. We do not talk/)
	// It is answered once.
	assert.equal((await ann.get(routes.step.answer.href(of(yes)))).status, 409)
	const again = await ann.post(routes.step.answer.href(of(yes)), {
		answer: 'declined',
		why: '',
		step: 'share',
		once: newId(),
	})
	assert.equal(again.status, 409)
	// Who asked can take the question back, until it is answered.
	assert.equal((await priya.post(routes.step.takeBack.href(of(yes)))).status, 409)
	assert.equal((await ann.post(routes.step.takeBack.href(of(back)))).status, 404)
	assert.equal((await priya.post(routes.step.takeBack.href(of(back)))).status, 303)
	assert.equal((await priya.post(routes.step.takeBack.href(of(back)))).status, 303)
	assert.equal(
		(await ann.post(routes.step.answer.href(of(back)), { answer: 'accepted', when: '', step: 'share' })).status,
		409,
	)
})

test('its own one says another day, that it is done, or sets it aside; the earlier day stays', async () => {
	const step = await write(ann, 'I ask about the deposit', 'ann', 'by 3 May 2031')
	await share(ann, routes.step.anotherDay.href(of(step)), { when: 'when I am paid' })
	assert.match(
		text(await priya.get(flat)),
		/I ask about the deposit By when: when I am paid (?:It is done.*)?Before, the day said was 3 May 2031\./,
	)
	assert.equal((await priya.post(routes.step.anotherDay.href(of(step)), { when: 'now', step: 'share' })).status, 404)
	assert.equal((await ann.post(routes.step.done.href(of(step)))).location, `${flat}?done=stepDone`)
	assert.equal((await ann.post(routes.step.done.href(of(step)))).location, `${flat}?done=stepDone`, 'a second press')
	assert.equal((await ann.get(routes.step.setAside.href(of(step)))).status, 409)
	const aside = await write(ann, 'I hire a van', 'ann')
	await share(ann, routes.step.setAside.href(of(aside)), { why: 'My cousin drives' })
	assert.equal((await ann.post(routes.step.done.href(of(aside)))).status, 409)
	const history = text(await priya.get(routes.outcome.history.href(here)))
	for (const words of [
		'Ann Kerr wrote this step: I ask about the deposit by 3 May 2031',
		'Ann Kerr said another day for this step: I ask about the deposit when I am paid',
		'Ann Kerr said this step is done: I ask about the deposit',
		'Ann Kerr set this step aside: I hire a van My cousin drives',
	])
		assert(history.includes(words), words)
	const record = text(await ann.get(routes.record.show.href({ person })))
	assert(record.includes('Priya Raman wrote a step, answered one, or said how one goes.'))
})

test('a day that is over is said as plainly of the service as of the person, to both, and on both homes', async () => {
	const said = (browser: Browser, path: string) => browser.get(path).then(text)
	const mine = await write(ann, 'I send the form', 'ann', 'tomorrow')
	const theirs = await write(priya, 'I ring the bank for you', 'priya', 'tomorrow')
	await underneath(`update step set day = '2026-05-03' where id = any ($1)`, [[mine, theirs]])
	for (const browser of [ann, priya]) {
		for (const path of [flat, routes.plan.show.href({ person })]) {
			const page = await said(browser, path)
			assert.match(page, /I send the form The day said was 3 May 2026\./)
			assert.match(page, /I ring the bank for you This was promised by 3 May 2026, and it is not done yet\./)
		}
	}
	assert.match(
		await said(ann, '/'),
		/I ring the bank for you Priya Raman promised this by 3 May 2026\. It is not done yet\./,
	)
	assert.match(await said(priya, '/'), /I ring the bank for you You promised this by 3 May 2026\. It is not done yet\./)
	// What she has not brought in time stands there just so.
	await underneath(
		`update contribution set by_day = '2026-05-04' where brought_by_id = $1 and done_at is null and taken_back_at is null and outcome_id = $2`,
		[idOf('priya'), outcome],
	)
	assert.match(await said(ann, '/'), /Priya Raman promised this by 4 May 2026\. It is not done yet\./)
})

test('who may not see the outcome finds no step of it', async () => {
	const step = await write(ann, 'Mine alone', 'ann')
	for (const key of ['other-person', 'hannah', 'partner', 'lead', 'pat'] as const) {
		const browser = await place.as(key)
		for (const path of [routes.step.write.href(here), routes.step.anotherDay.href(of(step))]) {
			assert.equal((await browser.get(path)).status, 404, `${key} ${path}`)
		}
		assert.equal((await browser.post(routes.step.done.href(of(step)))).status, 404, key)
	}
})

test('who has it open brings, takes a step, and is asked by both hands; they ask nobody', async () => {
	const path = routes.contribution.bring.href(here)
	assert((await linda.get(path)).html.includes('What those who work here would have to pass on'))
	await share(linda, path, { kind: 'room', words: 'My spare bed', byDay: '' })
	const step = await write(linda, 'I ask at work', 'linda', 'by Sunday')
	for (const browser of [ann, priya]) assert.match(text(await browser.get(flat)), /Linda Kerr I ask at work By/)
	assert.match(text(await linda.get(flat)), /You, A room or a place My spare bed/)
	for (const other of [
		routes.contribution.ask,
		routes.outcome.turn,
		routes.outcome.seeDifferently,
		routes.outcome.otherWords,
	]) {
		assert.equal((await linda.get(other.href(here))).status, 404)
	}
	const forAnn = { words: 'Do this', whose: person, when: '', step: 'share' }
	assert.equal((await linda.post(routes.step.write.href(here), forAnn)).status, 422)
	assert.equal((await linda.post(routes.step.done.href(of(step)))).location, `${flat}?done=stepDone`)

	const asked = await write(priya, 'Come to the viewing', 'linda')
	const request = await share(ann, routes.contribution.ask.href(here), {
		...{ kind: 'time', words: 'An hour, Linda and Priya both', askedOf: idOf('linda') },
	})
	const home = text(await linda.get('/'))
	assert.match(home, /questions wait for your answer\. In the plan of Ann Kerr/)
	await share(linda, routes.contribution.answer.href({ ...here, request }), { answer: 'accepted', byDay: '2031-05-03' })
	await share(linda, routes.step.answer.href(of(asked)), { answer: 'declined', why: '' })
	assert.match(text(await priya.get(flat)), /Linda Kerr, Time An hour/)
	// On her own home, names are as they are shown to her.
	assert.match(text(await linda.get('/')), /An hour, Linda and P\. both By 3 May 2031\./)
	const record = text(await ann.get(routes.record.show.href({ person })))
	assert(record.includes('Linda Kerr wrote a step, answered one, or said how one goes.'))
	assert(record.includes('Linda Kerr made a promise, kept one or took one back.'))
})

test('nobody to whom it is open learns of another, but by what that one brings in sight of it, and by initials', async () => {
	const page = await linda.get(flat)
	assert(text(page).includes('I do the sums for the rent') && text(page).includes('B. H.'))
	assert(!page.html.includes('Bilal') && !page.html.includes('Priya'))
	assert(!(await linda.get(routes.step.write.href(here))).html.includes('Priya'))
	assert(!page.html.includes('P. G.'), 'who brought nothing')
	// Ann's two hands can ask those to whom it is open, and nobody else.
	for (const browser of [ann, priya]) {
		const form = await browser.get(routes.contribution.ask.href(here))
		assert(form.html.includes('Linda Kerr') && !form.html.includes('Bilal'))
		const other = routes.contribution.ask.href({ person, outcome: idOf('ann/nephews') })
		assert(!(await browser.get(other)).html.includes('Linda'))
	}
})

test('after a closing their own words are theirs to read, and nothing of the person’s; the two hands still see who brought what', async () => {
	const own = text(await bilal.get('/what-you-brought'))
	assert(own.includes('I do the sums for the rent with you.') && !own.includes('Ann'))
	await underneath('update opening set closed_at = now() where account_id = $1 and closed_at is null', [idOf('linda')])
	assert.equal((await linda.get(flat)).status, 404)
	assert.equal((await linda.get(routes.step.write.href(here))).status, 404)
	const hers = text(await linda.get(routes.brought.href()))
	for (const words of ['My spare bed', 'I ask at work', 'You said what you bring.', 'You said no to a step.']) {
		assert(hers.includes(words), words)
	}
	for (const words of ['An hour', 'Come to the viewing', 'flat of my own', 'Ann Kerr'])
		assert(!hers.includes(words), words)
	for (const browser of [ann, priya])
		assert.match(text(await browser.get(flat)), /Linda Kerr, A room or a place My spare bed/)
	assert(!(await ann.get(routes.contribution.ask.href(here))).html.includes('Linda'))
})
