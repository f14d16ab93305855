/** From an empty database to a person who signs in: cards, secrets, limits, sessions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, type Browser, openPlace, testKey } from '../../../test/support/place.ts'
import { createArea } from '../areas/index.ts'

const place = await openPlace()
const { system, underneath } = place

/** A new area with its lead's card. */
async function newArea(name: string) {
	const code = await createArea(system, testKey, { name, lead: `Lead of ${name}`, passedOn: 'Danger to life.' })
	// Here staff come in with a secret as people do; what an area wants of them by default is proved in stronger.test.ts.
	await underneath('update area set staff_need_strong = false where name = $1', [name])
	return code
}

const secretOf = { lead: 'marmalade under the stairs', practitioner: 'seven green kettles', person: '40817265' }

/** Comes in with a card and chooses a secret. */
async function comeIn(code: string, secret: string, more: Record<string, string> = {}) {
	const browser = place.anonymous()
	await browser.get('/card')
	const choose = await browser.post('/card', { code })
	assert.equal(choose.status, 200, 'the card is good')
	const ready = await browser.post('/card/choose', { code, secret, again: secret, ...more })
	assert.equal(ready.location, '/account?ready')
	const page = await browser.get('/account?ready')
	const signInName = /<strong>([a-z]+-[a-z]+-\d{3})<\/strong>/.exec(page.html)?.[1]
	assert(signInName)
	return { browser, signInName }
}

async function signIn(name: string, secret: string, from = '192.0.2.1', more: Record<string, string> = {}) {
	const browser = place.anonymous()
	await browser.get('/sign-in')
	const answer = await browser.post('/sign-in', { name, secret, ...more }, { 'x-forwarded-for': from })
	if (answer.status === 303) await browser.get('/')
	return { browser, answer }
}

const codeOn = ({ html }: Answer): string => /class="card__code">([0-9A-Z-]{14})</.exec(html)?.[1] ?? ''

/** A whole area: its lead, a practitioner, and somebody that practitioner works with, each come in by their own card. */
async function wholeArea(name: string) {
	const lead = await comeIn(await newArea(name), secretOf.lead)
	const added = await lead.browser.post('/area/staff/add', { name: `Priya of ${name}`, kind: 'practitioner' })
	assert.match(added.location ?? '', /^\/area\/staff\/[\w-]+\/card\?done=added$/)
	const staffCard = added.location?.split('?')[0] ?? ''
	const practitioner = await comeIn(codeOn(await lead.browser.post(staffCard)), secretOf.practitioner)
	const invited = await practitioner.browser.post('/invite', { name: `Ann of ${name}` })
	assert.match(invited.location ?? '', /^\/people\/[\w-]+\/card\?done$/)
	const personCard = invited.location?.split('?')[0] ?? ''
	const code = codeOn(await practitioner.browser.post(personCard))
	const person = await comeIn(code, secretOf.person)
	return { lead, staffCard, practitioner, person, personCard, code, id: personCard.split('/')[2] ?? '' }
}

const here = await wholeArea('Testham')
const isIn = async (browser: Browser) => (await browser.get('/')).html.includes('Sign out')

test('a lead, a practitioner and a person come in with cards, and the person’s plan is there', async () => {
	assert((await here.person.browser.get('/')).html.includes('Hello, Ann of Testham'))
	assert.equal((await here.person.browser.get(`/people/${here.id}/plan`)).status, 200)
	assert.equal((await here.practitioner.browser.get(`/people/${here.id}/plan`)).status, 200)
	assert.equal((await here.lead.browser.get(`/people/${here.id}/plan`)).status, 404)
	const area = await here.lead.browser.get('/area')
	assert(area.html.includes('Priya of Testham') && area.html.includes('Danger to life.'))
})

test('a card works once, and the second of two who use it at once comes too late', async () => {
	const again = place.anonymous()
	await again.get('/card')
	const refused = await again.post('/card', { code: here.code })
	assert.equal(refused.status, 422)
	assert(refused.html.includes('This code does not work'))

	const code = codeOn(await here.practitioner.browser.post(here.personCard))
	const two = [place.anonymous(), place.anonymous()]
	for (const browser of two) await browser.get('/card')
	const choice = { code, secret: 'purple tomato soup', again: 'purple tomato soup' }
	const answers = await Promise.all(two.map((browser) => browser.post('/card/choose', choice)))
	assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422])
	// Somebody who lost their secret comes in anew, and whoever was in is out.
	assert.equal(await isIn(here.person.browser), false)
	const { answer } = await signIn(here.person.signInName, 'purple tomato soup')
	assert.equal(answer.location, '/')
	assert.equal((await signIn(here.person.signInName, secretOf.person)).answer.status, 422)
})

test('a card that is replaced, too old, or for an account that is closed does not work', async () => {
	const first = codeOn(await here.practitioner.browser.post(here.personCard))
	const second = codeOn(await here.practitioner.browser.post(here.personCard))
	const use = async (code: string) => {
		const browser = place.anonymous()
		await browser.get('/card')
		return (await browser.post('/card', { code })).status
	}
	assert.equal(await use(first), 422)
	assert.equal(await use(second.toLowerCase().replaceAll('-', ' ')), 200, 'as people type it')
	await underneath(
		`update sign_in_card set ends_at = now() - interval '1 second' where used_at is null and ended_at is null`,
	)
	assert.equal(await use(second), 422)
	const third = codeOn(await here.practitioner.browser.post(here.personCard))
	await underneath('update account set closed_at = now() where id = $1', [here.id])
	assert.equal(await use(third), 422)
	await underneath('update account set closed_at = null where id = $1', [here.id])
})

test('signing in never tells whether a name exists, and takes any way of typing it', async () => {
	const { signInName } = here.practitioner
	const wrong = await signIn(signInName, 'not the right one', '192.0.2.7')
	const unknown = await signIn('robin-lamp-000', 'not the right one', '192.0.2.7')
	const bare = ({ answer }: typeof wrong) => answer.html.replaceAll(/value="[^"]*"/g, '')
	assert.equal(wrong.answer.status, 422)
	assert.equal(bare(wrong), bare(unknown))
	const typed = ` ${signInName.toUpperCase().replaceAll('-', ' ')} `
	const right = await signIn(typed, ` ${secretOf.practitioner} `)
	assert.equal(right.answer.location, '/')
	assert(await isIn(right.browser))
	assert(!right.answer.raw.body.includes(secretOf.practitioner))
})

test('where a name that somebody has takes longer than one that nobody has, each answer waits for the same time', async () => {
	for (const path of ['/sign-in', '/sign-in/code', '/sign-in/recover']) {
		for (const name of [here.practitioner.signInName, 'robin-lamp-000']) {
			const browser = place.anonymous()
			await browser.get('/sign-in')
			const began = performance.now()
			await browser.post(path, { name, secret: 'not the right one' }, { 'x-forwarded-for': '192.0.2.8' })
			assert(performance.now() - began > 99, `${path} ${name}`)
		}
	}
})

test('nobody is locked out by somebody else’s guesses, and whoever guesses is', async () => {
	const { signInName } = here.lead
	for (let at = 0; at < 5; at++)
		assert.equal((await signIn(signInName, `guess ${at}`, '198.51.100.9')).answer.status, 422)
	const sixth = await signIn(signInName, secretOf.lead, '198.51.100.9')
	assert.equal(sixth.answer.status, 429, 'even with the right one')
	assert.equal((await signIn(signInName, secretOf.lead, '203.0.113.4')).answer.location, '/')
	// All of one household's or phone's IPv6 addresses count as one.
	for (let at = 0; at < 5; at++) await signIn(here.practitioner.signInName, 'guess', `2001:db8:7:7::${at}`)
	const same = await signIn(here.practitioner.signInName, secretOf.practitioner, '2001:db8:7:7:ffff::1')
	assert.equal(same.answer.status, 429)
	assert.equal(
		(await signIn(here.practitioner.signInName, secretOf.practitioner, '2001:db8:7:8::1')).answer.location,
		'/',
	)
})

test('one network that tries without end stops only itself, and whose name it tried is told once', async () => {
	const { signInName } = here.practitioner
	for (let at = 0; at < 120; at++) await signIn(signInName, `guess ${at}`, '198.51.100.77')
	const elsewhere = await signIn(signInName, secretOf.practitioner, '203.0.113.5')
	assert.equal(elsewhere.answer.location, '/', 'a hundred tries of one network are not those of everybody')
	for (let at = 0; at < 3; at++) await signIn(signInName, 'guess', '198.51.100.78')
	const page = await elsewhere.browser.get('/account')
	assert.equal(page.html.split('Someone tried to come in as you many times.').length, 2)
	for (let at = 0; at < 6; at++) await signIn('robin-lamp-000', 'guess', `198.51.100.${at}`)
	const [told] = await underneath<{ n: number }>(
		`select count(*)::int as n from sign_in_event where kind = 'tried_in_vain'`,
	)
	assert.equal(told?.n, 2, 'and the lead, who was guessed at before; nobody else')
	await underneath('delete from gate.tries')
})

test('a browser in which somebody came in before is not stopped by guesses from its own network, nor by a hundred others', async () => {
	const { signInName, browser } = await signInWithKnown()
	for (let at = 0; at < 6; at++) await signIn(signInName, 'guess', '198.51.100.50')
	await underneath(`update gate.tries set count = 1000`)
	await browser.get('/sign-in')
	const back = await browser.post(
		'/sign-in',
		{ name: signInName, secret: secretOf.lead },
		{ 'x-forwarded-for': '198.51.100.50' },
	)
	assert.equal(back.status, 303, /error-message[^<]*<[^>]*>[^<]*<[^>]*>([^<]*)/.exec(back.html)?.[1])
	await underneath('delete from gate.tries')
})

async function signInWithKnown() {
	const { signInName } = here.lead
	const { browser } = await signIn(signInName, secretOf.lead, '203.0.113.77')
	assert(browser.cookies.has('__Host-known'))
	assert(!browser.cookies.get('__Host-known')?.includes(signInName))
	await browser.post('/sign-out')
	return { signInName, browser }
}

test('counts are kept under keyed hashes: no address and no name can be read from them', async () => {
	await signIn('amber-kite-123', 'guess', '198.51.100.99')
	const rows = await underneath<{ row: string }>('select t::text as row from gate.tries t')
	assert(rows.length > 0)
	assert(!JSON.stringify(rows).includes('198.51'))
})

test('a form to come in is refused from anywhere but a page that this browser was given', async () => {
	const browser = place.anonymous()
	const fields = { name: here.lead.signInName, secret: secretOf.lead }
	assert.equal((await browser.post('/sign-in', fields)).status, 403)
	await browser.get('/sign-in')
	assert.equal((await browser.post('/sign-in', { ...fields, csrf: 'x'.repeat(43) })).status, 403)
	assert.equal((await browser.post('/sign-in', fields, { 'sec-fetch-site': 'cross-site' })).status, 403)
	const other = place.anonymous()
	await other.get('/sign-in')
	other.cookies.set('__Host-browser', 'y'.repeat(43))
	assert.equal((await other.post('/sign-in', fields)).status, 403)
	assert(!browser.cookies.has('__Host-session'))
})

test('a secret must be long enough, not one that everyone tries, not one’s name, and the same twice', async () => {
	const code = codeOn(await here.practitioner.browser.post(here.personCard))
	const browser = place.anonymous()
	await browser.get('/card')
	await browser.post('/card', { code })
	const told: [string, string, string][] = [
		['', '', 'Enter your secret'],
		['kettle', 'kettle', 'at least 8'],
		['x1'.repeat(65), 'x1'.repeat(65), 'at most 128'],
		['password', 'password', 'try that one first'],
		['12345678', '12345678', 'try that one first'],
		['11111111', '11111111', 'try that one first'],
		['03051989', '03051989', 'try that one first'],
		['annoftestham', 'annoftestham', 'like your name'],
		['four blue herons', 'four blue heron', 'not the same'],
	]
	for (const [secret, again, says] of told) {
		const answer = await browser.post('/card/choose', { code, secret, again })
		assert.equal(answer.status, 422, secret)
		assert(answer.html.includes(says), `${secret}: ${says}`)
		assert(!answer.html.includes(`value="${secret}"`) || secret === '', 'a secret is never shown')
	}
	const odd = 'Ünïcode ß 🫖 and spaces'
	const fine = await browser.post('/card/choose', { code, secret: odd, again: odd })
	assert.equal(fine.location, '/account?ready')
	assert.equal(
		(await signIn(here.person.signInName, odd.normalize('NFD'))).answer.location,
		'/',
		'from another keyboard',
	)
})

test('on someone else’s phone a session is short, leaves nothing, and the page gives way', async () => {
	const code = codeOn(await here.practitioner.browser.post(here.personCard))
	const { browser, signInName } = await comeIn(code, secretOf.person, { shared: 'yes' })
	assert(!browser.cookies.has('__Host-known'))
	const home = await browser.get('/')
	assert.match(String(home.raw.headers.refresh), /^420;url=\/\?left=all$/)
	const writing = await browser.get(`/people/${here.id}/plan/propose`)
	assert.match(String(writing.raw.headers.refresh), /^3600;url=\/\?left=all$/, 'nobody who is writing loses it')
	const ends = async () => {
		const rows = await underneath<{ minutes: number; idle: number }>(
			`select extract(epoch from ends_at - began_at)::int / 60 as minutes, idle_for_minutes as idle from session
				where account_id = $1 and shared_device`,
			[here.id],
		)
		return rows[0]
	}
	assert.deepEqual(await ends(), { minutes: 60, idle: 7 })
	await underneath(`update session set seen_at = now() - interval '8 minutes' where account_id = $1`, [here.id])
	const gone = await browser.get('/?left=all')
	assert.equal(gone.raw.headers['clear-site-data'], '"cache", "storage", "cookies"', 'as when they sign out')
	assert(gone.html.includes('You are signed out.') && !browser.cookies.get('__Host-session'))
	assert.equal(await isIn(browser), false, 'unused for eight minutes')
	const again = await signIn(signInName, secretOf.person, '192.0.2.9', { shared: 'yes' })
	const out = await again.browser.post('/sign-out')
	assert.equal(out.raw.headers['clear-site-data'], '"cache", "storage", "cookies"')
	assert.equal(out.location, '/?left')
	assert.equal(await isIn(again.browser), false)
})

test('a session ends unused after an hour and in any event after twelve, by the database’s clock', async () => {
	const { browser } = await signIn(here.person.signInName, secretOf.person)
	const id = [here.id]
	const refresh = async (path: string) => String((await browser.get(path)).raw.headers.refresh)
	assert.equal(await refresh('/'), '3600;url=/?left', 'the page gives way with the session')
	assert.equal(await refresh(`/people/${here.id}/plan/propose`), '43200;url=/?left', 'nobody who is writing loses it')
	await underneath(`update session set seen_at = now() - interval '59 minutes' where account_id = $1`, id)
	assert(await isIn(browser))
	await underneath(`update session set seen_at = now() - interval '61 minutes' where account_id = $1`, id)
	const gone = await browser.get('/?left')
	assert.equal(gone.raw.headers['clear-site-data'], '"cache", "storage"', 'and the browser stays known')
	assert.equal(await isIn(browser), false)
	const other = await signIn(here.person.signInName, secretOf.person)
	assert.equal(
		(await other.browser.get('/?left=all')).raw.headers['clear-site-data'],
		undefined,
		'not while they are in',
	)
	await underneath(`update session set ends_at = now() - interval '1 second' where account_id = $1`, id)
	assert.equal(await isIn(other.browser), false)
})

test('where you are signed in: each can be ended, and all others at once', async () => {
	const three: Browser[] = []
	for (let at = 0; at < 3; at++) three.push((await signIn(here.person.signInName, secretOf.person)).browser)
	const [one, two, last] = three as [Browser, Browser, Browser]
	const page = await one.get('/account/sessions')
	const ends = [...page.html.matchAll(/\/account\/sessions\/[\w-]{36}\/end/g)].map(([path]) => path)
	assert.equal(ends.length, 2, 'not the one that asks')
	assert.equal((await one.post(ends[0] ?? '')).location, '/account/sessions?done=sessionEnded')
	assert.equal([await isIn(one), await isIn(two), await isIn(last)].filter(Boolean).length, 2)
	await underneath(`update session set stepped_up_at = now() - interval '11 minutes' where account_id = $1`, [here.id])
	for (const path of [ends[1] ?? '', '/account/sessions/end-others']) {
		assert.equal(
			(await one.post(path)).location,
			'/account/sure?to=/account/sessions',
			'they show anew that it is them',
		)
	}
	assert.equal([await isIn(one), await isIn(two), await isIn(last)].filter(Boolean).length, 2)
	await underneath(`update session set stepped_up_at = now() where account_id = $1`, [here.id])
	const foreign = await here.practitioner.browser.post(ends[1] ?? '')
	assert.equal(foreign.status, 404, 'nobody else’s can be ended')
	await one.post('/account/sessions/end-others')
	assert.deepEqual([await isIn(one), await isIn(two), await isIn(last)], [true, false, false])
})

test('the secret is changed only by whoever shows anew that it is them, and everyone else is out', async () => {
	const { browser } = await signIn(here.person.signInName, secretOf.person)
	const { browser: elsewhere } = await signIn(here.person.signInName, secretOf.person)
	await underneath(`update session set stepped_up_at = now() - interval '11 minutes' where account_id = $1`, [here.id])
	const before = browser.cookies.get('__Host-session')
	const next = 'nine small boats at sea'
	const asked = await browser.get('/account/secret')
	assert.equal(asked.location, '/account/sure?to=/account/secret&by=more')
	assert.equal(
		(await browser.post('/account/secret', { secret: next, again: next })).location,
		'/account/sure?to=/account/secret&by=more',
	)
	assert.equal((await browser.post('/account/sure', { to: '/account/secret', secret: 'wrong one' })).status, 422)
	const sure = await browser.post('/account/sure', { to: '/account/secret', secret: secretOf.person })
	assert.equal(sure.location, '/account/secret')
	assert.notEqual(browser.cookies.get('__Host-session'), before, 'the token changes')
	const old = place.anonymous()
	old.cookies.set('__Host-session', before ?? '')
	assert.equal(await isIn(old), false, 'the old one is dead')
	await browser.get('/account/secret')
	assert.equal(
		(await browser.post('/account/secret', { secret: next, again: next })).location,
		'/account?done=secretTold',
	)
	assert.deepEqual([await isIn(browser), await isIn(elsewhere)], [true, false])
	assert((await browser.get('/account')).html.includes('Your secret was changed.'))
	assert.equal((await signIn(here.person.signInName, next)).answer.location, '/')
	assert.equal((await browser.post('/account/sure', { to: '//elsewhere.example', secret: next })).location, '/')
})

test('who stops working here is signed out at once, and comes in no more as staff', async () => {
	const there = await wholeArea('Endham')
	const area = await there.lead.browser.get('/area')
	const end = /action="(\/area\/staff\/[\w-]+\/end)"/.exec(area.html)?.[1] ?? ''
	assert.equal((await here.lead.browser.post(end)).status, 404, 'nobody else’s lead')
	assert.equal((await there.practitioner.browser.post(end)).status, 404)
	assert.equal((await there.lead.browser.post(end)).location, '/area?done=ended')
	assert.equal(await isIn(there.practitioner.browser), false)
	const back = await signIn(there.practitioner.signInName, secretOf.practitioner)
	assert.equal((await back.browser.get(`/people/${there.id}/plan`)).status, 404)
	assert.equal((await back.browser.get('/invite')).status, 404)
	assert.equal((await there.lead.browser.get(there.staffCard)).status, 404, 'no card for somebody who has left')
})

test('who makes a card and what came of it stands in the person’s record and before their eyes', async () => {
	const kinds = await underneath<{ what: string }>(
		`select what from access_entry where person_id = $1 and act = 'changed' and what in ('card', 'person') order by number`,
		[here.id],
	)
	assert.equal(kinds[0]?.what, 'person')
	assert(kinds.filter(({ what }) => what === 'card').length >= 2)
	const { browser } = await signIn(here.person.signInName, 'nine small boats at sea')
	const page = await browser.get('/account')
	assert(page.html.includes('A new card was made for you.') && page.html.includes('You came in with a card.'))
})

test('nobody makes a card but who works with the person, or leads the staff: the database refuses it too', async () => {
	assert.equal((await here.lead.browser.get(here.personCard)).status, 404)
	const { browser: person } = await signIn(here.person.signInName, 'nine small boats at sea')
	assert.equal((await person.post(here.personCard)).status, 404)
	assert.equal((await here.practitioner.browser.get(here.staffCard)).status, 404)
	assert.equal((await here.practitioner.browser.post('/area/staff/add', { name: 'X', kind: 'lead' })).status, 404)
	assert.equal((await person.post('/invite', { name: 'X' })).status, 404)
})
