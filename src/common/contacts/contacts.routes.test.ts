/** Contacts as their owner meets them: nobody needs one, a code confirms it, the former one is told, and each press means one thing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { type Browser, openPlace, testKey } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { type CodeFor, sendCode, takeCode } from '../messages/index.ts'

const place = await openPlace()
const home = routes.contacts.show.href()
const outbox = routes.demo.outbox.href()

/** Somebody who has just shown that it is them. */
async function comesIn(key: 'robin' | 'pat'): Promise<Browser> {
	const browser = await place.as(key)
	await browser.post('/account/sure', { to: home })
	await browser.get(home)
	return browser
}

/** The newest code in the outbox. */
async function codeInOutbox(browser: Browser): Promise<string> {
	return (await browser.get(outbox)).html.match(/Your code is (\d{8})\./)?.[1] ?? ''
}

const contactsOf = (called: string) =>
	place.underneath<{ id: string; kind: string; value: string; confirmed: boolean; chosen: boolean }>(
		`select id, kind, value, confirmed_at is not null as confirmed, chosen_at is not null as chosen from contact
			where account_id = $1 order by added_at, id`,
		[idOf(called)],
	)
const messagesTo = (called: string) =>
	place.underneath<{ kind: string; address: string }>(
		`select kind, address from message where account_id = $1 and address is not null order by asked_at, id`,
		[idOf(called)],
	)

test('the page says first that nobody needs a phone or an e-mail', async () => {
	const { html, status } = await (await place.as('robin')).get(home)
	assert.equal(status, 200)
	const [, first] = html.match(/<h1>[^<]*<\/h1><p>([^<]*)/) ?? []
	assert.equal(first, 'You need no phone and no e-mail here. You can leave this page empty.')
	assert.match(html, /You have given us nothing\. That is fine\./)
})

test('a number is added, confirmed by a code in the browser that asked, chosen, and removed', async () => {
	const robin = await comesIn('robin')
	const added = await robin.post(routes.contacts.addText.href(), { value: '07700 900 345', once: newId() })
	assert.deepEqual([added.status, added.location], [303, `${home}?done=code`])
	assert.deepEqual(await messagesTo('robin'), [{ kind: 'code', address: '+447700900345' }])
	const page = await robin.get(home)
	assert.match(page.html, /Not confirmed yet/)
	const code = await codeInOutbox(robin)
	assert.match(code, /^\d{8}$/)

	// Somebody else's browser, in the same account, with the right code.
	const elsewhere = await place.as('robin')
	const refused = await elsewhere.post(routes.contacts.confirm.href(), { code })
	assert.equal(refused.status, 422)
	assert.match(refused.html, /This code is not right, or it is too old/)
	assert.match(refused.html, new RegExp(`value="${code}"`), 'what was typed is still there')

	const confirmed = await robin.post(routes.contacts.confirm.href(), { code: `${code.slice(0, 4)} ${code.slice(4)}` })
	assert.equal(confirmed.location, `${home}?done=confirmed`)
	assert.equal((await robin.post(routes.contacts.confirm.href(), { code })).status, 422, 'a code works once')
	const [number] = await contactsOf('robin')
	assert.deepEqual([number?.value, number?.confirmed, number?.chosen], ['+447700900345', true, false])
	assert.match((await robin.get(home)).html, /So we send you no news/)

	await place.underneath(
		'update message set address = null, sent_at = now() where account_id = $1 and address is not null',
		[idOf('robin')],
	)
	assert.equal((await robin.post(routes.contacts.choose.href(), { contact: number?.id ?? '' })).status, 303)
	assert.match((await robin.get(home)).html, /We write here/)
	assert.deepEqual(await messagesTo('robin'), [], 'nobody was there to be told')

	const letter = await robin.post(routes.contacts.addLetter.href(), { value: 'R Lamb\n1 Quay\nRM1 1AA', once: newId() })
	assert.equal(letter.location, `${home}?done=added`)
	assert.deepEqual(
		await messagesTo('robin'),
		[{ kind: 'contact-changed', address: '+447700900345' }],
		'the former one is told',
	)

	const address = (await contactsOf('robin'))[1]?.id ?? ''
	await robin.post(routes.contacts.choose.href(), { contact: address })
	assert.equal((await robin.post(routes.contacts.remove.href(), { contact: number?.id ?? '' })).status, 303)
	const kinds = (await messagesTo('robin')).map(({ address }) => address.split('\n')[0])
	assert.deepEqual(kinds, ['+447700900345', 'R Lamb'], 'the removed one is told, and so is the one that stays')
	assert.equal((await contactsOf('robin')).length, 1)
})

test('whoever holds the phone must show that it is them before a contact is added, chosen or removed', async () => {
	const ann = await place.as('person')
	const before = await contactsOf('ann')
	const contact = idOf('ann/contact/email')
	const add = routes.contacts.addText.href()
	assert.equal((await ann.get(add)).location, `/account/sure?to=${add}&by=more`)
	assert.equal(
		(await ann.post(add, { value: '07700 900777', once: newId() })).location,
		`/account/sure?to=${add}&by=more`,
	)
	for (const route of [routes.contacts.choose, routes.contacts.remove]) {
		assert.equal((await ann.post(route.href(), { contact })).location, `/account/sure?to=${home}&by=more`)
	}
	assert.deepEqual(await contactsOf('ann'), before)
})

test('what cannot be right gets a sentence, and nothing typed is lost', async () => {
	const robin = await comesIn('robin')
	const before = await contactsOf('robin')
	for (const [route, value, sentence] of [
		[routes.contacts.addText, '01632 960123', 'This cannot be a mobile number'],
		[routes.contacts.addText, '', 'Write a mobile number.'],
		[routes.contacts.addEmail, 'ann at home', 'This cannot be an e-mail address'],
		[routes.contacts.addLetter, '1 Quay, Rivermouth', 'Write 3 to 7 lines'],
		[routes.contacts.addEmail, `a${'\u{1F98A}'.repeat(300)}@post.example`, 'This is too long'],
	] as const) {
		const { status, html } = await robin.post(route.href(), { value, once: newId() })
		assert.equal(status, 422)
		assert(html.includes(sentence), sentence)
		assert(html.includes(value), value)
	}
	assert.deepEqual(await contactsOf('robin'), before)
})

test('pressed twice it is there once; the same number again is refused in words', async () => {
	const pat = await comesIn('pat')
	const fields = { value: '07700 900999', once: newId() }
	assert.equal((await pat.post(routes.contacts.addText.href(), fields)).status, 303)
	assert.equal((await pat.post(routes.contacts.addText.href(), fields)).status, 303)
	assert.equal((await contactsOf('pat')).length, 1)
	const again = await pat.post(routes.contacts.addText.href(), { value: '+447700900999', once: newId() })
	assert.equal(again.status, 422)
	assert.match(again.html, /You gave us this one before/)
})

test('after many codes no more go out for an hour', async () => {
	const pat = await comesIn('pat')
	const contact = (await contactsOf('pat'))[0]?.id ?? ''
	const ends: (string | undefined)[] = []
	for (let n = 0; n < 8; n++) ends.push((await pat.post(routes.contacts.sendAgain.href(), { contact })).location)
	assert.deepEqual([ends[0], ends.at(-1)], [`${home}?done=code`, `${home}?done=no-code`])
})

test('a contact of somebody else is not there, for any press', async () => {
	const robin = await comesIn('robin')
	const contact = idOf('ann/contact/email')
	const before = await contactsOf('ann')
	for (const route of [routes.contacts.choose, routes.contacts.remove, routes.contacts.sendAgain]) {
		const answer = await robin.post(route.href(), { contact })
		const nobodys = await robin.post(route.href(), { contact: newId() })
		assert.deepEqual([answer.status, answer.html], [404, nobodys.html])
	}
	assert.deepEqual(await contactsOf('ann'), before)
})

const area = idOf('Rivermouth')
const ann = idOf('ann')
const annsEmail = idOf('ann/contact/email')
const who: CodeFor = { area, account: ann, purpose: 'sign-in', browser: Buffer.alloc(32, 9) }

/** Asks for a code and reads it as its reader would. */
async function askCode(of: CodeFor = who): Promise<string> {
	assert.equal(await sendCode(place.system, of, annsEmail), true)
	return codeInOutbox(place.anonymous())
}

test('a right code works for one of fifty who send it at once', async () => {
	const code = await askCode()
	const taken = await Promise.all(Array.from({ length: 50 }, () => takeCode(place.system, testKey, who, code)))
	assert.deepEqual(
		taken.filter((one) => one !== undefined),
		[annsEmail],
	)
})

test('three wrong codes, and the right one no longer works, however many come at once', async () => {
	const code = await askCode()
	const wrong = String((Number(code) + 1) % 1e8).padStart(8, '0')
	const tries = await Promise.all(Array.from({ length: 50 }, () => takeCode(place.system, testKey, who, wrong)))
	assert.deepEqual(new Set(tries), new Set([undefined]))
	assert.equal(await takeCode(place.system, testKey, who, code), undefined)
	const [kept] = await place.underneath<{ tries: number }>(
		'select tries from code where account_id = $1 and purpose = $2',
		[ann, 'sign-in'],
	)
	assert.equal(kept?.tries, 3)
	assert.notEqual(await askCode(), code, 'a new one is another')
})

test('a code works for its purpose, its account and its browser only, and ten minutes long', async () => {
	const code = await askCode()
	const strangers: CodeFor[] = [
		{ ...who, purpose: 'step-up' },
		{ ...who, browser: Buffer.alloc(32, 8) },
		{ ...who, account: idOf('robin') },
	]
	for (const other of strangers) assert.equal(await takeCode(place.system, testKey, other, code), undefined)
	// Each of these has a code of its own, and so the other one's digits are wrong there.
	const [first, ...more] = strangers
	assert(first && more.length === 2)
	await sendCode(place.system, first, annsEmail)
	assert.equal(await takeCode(place.system, testKey, first, code), undefined)
	await place.underneath(`update code set asked_at = now() - interval '10 minutes 1 second' where purpose = 'sign-in'`)
	assert.equal(await takeCode(place.system, testKey, who, code), undefined)
	await place.system('system_forget_messages')
	const left = await place.underneath(`select 1 from code where purpose = 'sign-in' and account_id = $1`, [ann])
	assert.deepEqual(left, [], 'and is forgotten')
})

test('no code goes to a contact that is not confirmed, not theirs, or a letter', async () => {
	const of = (account: string): CodeFor => ({ ...who, account: idOf(account) })
	assert.equal(await sendCode(place.system, of('ann'), idOf('ann/contact/text')), false)
	assert.equal(await sendCode(place.system, of('joseph'), annsEmail), false)
	assert.equal(await sendCode(place.system, of('mary'), idOf('mary/contact/letter')), false)
	assert.equal(await sendCode(place.system, { ...who, area: idOf('Northgate') }, annsEmail), false)
})

test('so many codes to one number in a day, whoever asks for them', async () => {
	const value = '+447700900555'
	await place.underneath(`update message set asked_at = asked_at - interval '2 hours'`)
	const before = await place.underneath('select from message')
	for (const key of ['robin', 'pat'] as const) {
		const browser = await comesIn(key)
		await browser.post(routes.contacts.addText.href(), { value, once: newId() })
		const contact = (await contactsOf(key)).find((one) => one.value === value)?.id ?? ''
		for (let n = 0; n < 6; n++) await browser.post(routes.contacts.sendAgain.href(), { contact })
		await browser.post(routes.contacts.remove.href(), { contact })
	}
	assert.equal((await place.underneath('select from message')).length - before.length, 10)
})
