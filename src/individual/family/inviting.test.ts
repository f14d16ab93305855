/** A person invites: by a card that they hand over, or by asking the service to write; what they may, and who else may not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, people } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { asksFor, checks, codeOf, sister } from './family.test-tools.ts'

const place = await openPlace()
const { underneath } = place
await underneath('delete from invitation')
const robin = await place.as('robin')
const person = people.robin
const list = routes.supporters.list.href({ person })
const invite = routes.supporters.invite.href({ person })
const bySister = (more: Record<string, string> = {}) => ({ ...sister, step: 'share', once: newId(), ...more })
const messages = () => underneath<{ n: number }>(`select count(*)::int as n from message where kind = 'invitation'`)

test('before anything is asked for, the page says what they see, what is written down, and that the check is blind', async () => {
	const { html } = await robin.get(invite)
	for (const said of [
		'They see nothing of yours until you open it to them.',
		'We write down each look they take. You can read it, and they know that.',
		'If you ask us to write, staff check first that we may write to them.',
		'We never tell you what came of the check. We tell nobody.',
	]) {
		assert(html.includes(said), said)
	}
	assert.doesNotMatch(html, /type="radio"[^>]* checked/, 'nothing is chosen beforehand')
	assert.match(html, /name="signed"[^>]*value="Robin Frost"/)
})

test('what is missing or cannot be an address is said in a sentence, and nothing typed is lost', async () => {
	const empty = await robin.post(invite, { step: 'check' })
	assert.equal(empty.status, 422)
	for (const said of [
		'Write what you call them.',
		'Write who they are to you.',
		'Choose how you want to invite them.',
	]) {
		assert(empty.html.includes(said), said)
	}
	for (const [way, wrong, said] of [
		['text', '12', 'This cannot be a mobile number.'],
		['email', 'not one', 'This cannot be an e-mail address.'],
		['letter', 'one line', 'Write 3 to 7 lines.'],
	] as const) {
		const answer = await robin.post(invite, { step: 'check', ...sister, way, [way]: wrong })
		assert.equal(answer.status, 422)
		assert(answer.html.includes(said), said)
		assert(answer.html.includes(wrong) && answer.html.includes('my sister'))
	}
	const strange = await robin.post(invite, bySister({ way: 'pigeon' }))
	assert.equal(strange.status, 422)
	assert.deepEqual(await underneath('select from invitation'), [])
	assert.deepEqual((await underneath('select from draft where account_id = $1', [person])).length, 1, 'it is kept')
})

test('the answers are checked first; shared once, however often it is pressed, and nothing goes out', async () => {
	const fields = bySister()
	const check = await robin.post(invite, { ...fields, step: 'check' })
	const page = await robin.get(check.location ?? '')
	assert(page.html.includes('Someone has a question for you. Read it, or tell us never to write again: (a link)'))
	for (let press = 0; press < 2; press++) {
		assert.equal((await robin.post(invite, fields)).location, `${list}?done=asked`)
	}
	assert.equal((await underneath('select from invitation')).length, 1)
	assert.deepEqual(await messages(), [{ n: 0 }], 'before anybody has checked')
	const { html } = await robin.get(list)
	for (const said of ['Bea', 'my sister', 'bea@post.example', 'We check first, and cannot say more.']) {
		assert(html.includes(said), said)
	}
})

test('a card is shown once and nothing is sent; another card makes the first one worthless', async () => {
	const answer = await robin.post(invite, bySister({ way: 'card' }))
	assert.match(answer.location ?? '', /\/card$/)
	const path = answer.location ?? ''
	const before = await robin.get(path)
	assert(before.html.includes('A card for Bea'))
	const codes: string[] = []
	for (let times = 0; times < 2; times++) {
		const { html, status } = await robin.post(path)
		assert.equal(status, 200)
		assert.match(html, /<svg class="card__squares"/)
		codes.push(html.match(/class="card__code">([0-9A-Z-]{14})</)?.[1] ?? '')
	}
	assert.doesNotMatch((await robin.get(path)).html, /card__code/)
	const other = place.anonymous()
	await other.get('/invited')
	const [first = '', second = ''] = codes
	assert.equal((await other.post('/invited', { code: first })).status, 422)
	const opened = await other.post('/invited', { code: second.toLowerCase().replaceAll('-', ' ') })
	assert.equal(opened.status, 200)
	assert.doesNotMatch(opened.html, /Never contact me/, 'nobody wrote to anybody')
	assert.deepEqual(await messages(), [{ n: 0 }])
	const kept = JSON.stringify(await underneath('select * from invitation'))
	for (const code of codes) assert(!kept.includes(code) && !kept.includes(code.replaceAll('-', '')))
	const [card] = await underneath<{ days: number }>(
		`select extract(day from ends_at - asked_at)::int as days from invitation where way = 'card'`,
	)
	assert.equal(card?.days, 14)
})

test('taken back, nobody comes in by it, its address is gone, and a message that waits goes nowhere', async () => {
	const id = await asksFor(robin, 'robin', { ...sister, email: 'back@post.example' })
	const code = await codeOf(place, id)
	await checks(await place.as('practitioner'), 'robin', id, 'may_be_written_to')
	const takeBack = routes.supporters.takeBack.href({ person, invitation: id })
	assert.equal((await robin.post(takeBack)).location, `${list}?done=takenBack`)
	assert.equal((await robin.post(takeBack)).status, 404, 'it is taken back once')
	assert(!(await robin.get(list)).html.includes('back@post.example'))
	const [row] = await underneath<{ address: string | null }>('select address from invitation where id = $1', [id])
	assert.equal(row?.address, null)
	const [message] = await underneath<{ area_id: string; id: string }>(
		'select area_id, id from message where invitation_id = $1',
		[id],
	)
	const [waiting] = await place.system('system_message', message?.area_id ?? '', message?.id ?? '')
	assert.equal(waiting?.too_late, true)
	const other = place.anonymous()
	const page = await other.get(`/invited?code=${code}`)
	assert(page.html.includes('Nobody can come in by this any more.') && page.html.includes('Never contact me'))
	assert.doesNotMatch(page.html, /Come in<\/button>/)
	const join = { code, name: 'Bea', secret: 'four blue herons', again: 'four blue herons' }
	assert.equal((await other.post('/invited/join', join)).status, 200)
	assert.equal((await underneath(`select from account where name = 'Bea'`)).length, 0)
})

test('it ends by itself after thirty days, by the database’s clock', async () => {
	const id = await asksFor(robin, 'robin', { ...sister, email: 'late@post.example' })
	const priya = await place.as('practitioner')
	const [row] = await underneath<{ days: number }>(
		'select extract(day from ends_at - asked_at)::int as days from invitation where id = $1',
		[id],
	)
	assert.equal(row?.days, 30)
	await underneath(`update invitation set ends_at = now() - interval '1 second' where id = $1`, [id])
	assert(!(await robin.get(list)).html.includes('late@post.example'))
	assert.equal((await priya.get(routes.supporters.check.href({ person, invitation: id }))).status, 404)
	await place.system('system_forget')
	const [after] = await underneath<{ address: string | null }>('select address from invitation where id = $1', [id])
	assert.equal(after?.address, null, 'and its address goes')
})

test('five may wait and ten be made in thirty days, so that nobody is pestered; also when they are all pressed at once', async () => {
	await underneath('delete from invitation')
	const pressed = await Promise.all(
		Array.from({ length: 8 }, (_, at) => robin.post(invite, bySister({ email: `many${at}@post.example` }))),
	)
	assert.deepEqual(pressed.map(({ status }) => status).sort(), [303, 303, 303, 303, 303, 422, 422, 422])
	const refused = pressed.find(({ status }) => status === 422)
	assert(refused?.html.includes('You have invited as many as you can for now.'))
	await underneath('update invitation set taken_back_at = now(), address = null')
	for (let at = 0; at < 5; at++) assert.equal((await robin.post(invite, bySister())).status, 303)
	await underneath('update invitation set taken_back_at = now(), address = null')
	assert.equal((await robin.post(invite, bySister())).status, 422, 'ten were made')
	await underneath(`update invitation set asked_at = now() - interval '31 days', ends_at = now() - interval '1 day'`)
	assert.equal((await robin.post(invite, bySister())).status, 303)
})

test('nobody invites, sees or takes back in somebody else’s place: not a practitioner, not a lead, not another person', async () => {
	await underneath('delete from invitation')
	const id = await asksFor(robin, 'robin', sister)
	const before = await underneath('select * from invitation')
	for (const key of ['practitioner', 'lead', 'supporter', 'other-person', 'partner', 'person-elsewhere'] as const) {
		const browser = await place.as(key)
		assert.equal((await browser.get(list)).status, 404, key)
		assert.equal((await browser.get(invite)).status, 404, key)
		assert.equal((await browser.post(invite, bySister())).status, 404, key)
		for (const route of [routes.supporters.takeBack, routes.supporters.card]) {
			assert.equal((await browser.post(route.href({ person, invitation: id }))).status, 404, key)
		}
		const own = people[key]
		const swapped = routes.supporters.takeBack.href({ person: own, invitation: id })
		assert.equal((await browser.post(swapped)).status, 404, key)
	}
	const supporterOnly = routes.supporters.invite.href({ person: people.supporter })
	assert.equal(
		(await (await place.as('supporter')).get(supporterOnly)).status,
		404,
		'who is no person here invites nobody',
	)
	assert.deepEqual(await underneath('select * from invitation'), before)
})

test('those who work with the person check; a lead only where nobody does; and nobody else', async () => {
	await underneath('delete from invitation')
	const withPriya = await asksFor(robin, 'robin', sister)
	const alone = await asksFor(await place.as('sophie'), 'sophie', sister)
	const pageOf = (who: keyof typeof people, invitation: string) =>
		routes.supporters.check.href({ person: people[who], invitation })
	for (const key of [
		'practitioner',
		'other-practitioner',
		'lead',
		'robin',
		'sophie',
		'supporter',
		'partner',
		'practitioner-elsewhere',
	] as const) {
		const browser = await place.as(key)
		const status = async (path: string) => (await browser.get(path)).status
		assert.equal(await status(pageOf('robin', withPriya)), key === 'practitioner' ? 200 : 404, key)
		assert.equal(await status(pageOf('sophie', alone)), key === 'lead' ? 200 : 404, key)
		assert.equal(await status(pageOf('person', withPriya)), 404, `${key}, under another person`)
		if (key === 'practitioner' || key === 'lead') continue
		for (const path of [pageOf('robin', withPriya), pageOf('sophie', alone)]) {
			assert.equal((await browser.post(path, { found: 'may_be_written_to' })).status, 404, key)
		}
	}
	assert.deepEqual(await underneath('select from invitation_check'), [])
	const [priya, ruth] = [await place.as('practitioner'), await place.as('lead')]
	for (const [browser, name] of [
		[priya, 'Robin Frost'],
		[ruth, 'Sophie-Louise Fotheringham-Akintola'],
	] as const) {
		assert((await browser.get('/')).html.includes('1 invitation waits for your check.'))
		const waiting = (await browser.get('/invitations')).html
		assert(waiting.includes(name) && !waiting.includes('Bea') && !waiting.includes('bea@post.example'), name)
	}
	// The only one who works with Robin leaves the service: then it is the lead's.
	await underneath(`update standing set ended_at = now() where account_id = $1`, [people.practitioner])
	assert.equal((await ruth.get(pageOf('robin', withPriya))).status, 200)
	await underneath(`update standing set ended_at = null where account_id = $1`, [people.practitioner])
	assert.equal((await ruth.get(pageOf('robin', withPriya))).status, 404)
})

test('whoever checks chooses once, with nothing chosen beforehand; only “may be written to” sends, and only one message', async () => {
	await underneath('delete from invitation')
	const id = await asksFor(robin, 'robin', sister)
	const priya = await place.as('practitioner')
	const path = routes.supporters.check.href({ person, invitation: id })
	const page = await priya.get(path)
	for (const said of ['Bea', 'my sister', 'bea@post.example', 'never learns what you choose'])
		assert(page.html.includes(said), said)
	assert.doesNotMatch(page.html, /type="radio"[^>]* checked/)
	const nothing = await priya.post(path, {})
	assert.equal(nothing.status, 422)
	assert(nothing.html.includes('Choose what you found.'))
	const pressed = await Promise.all(
		['may_be_written_to', 'left_in_peace', 'may_be_written_to', 'left_in_peace'].map((found) =>
			priya.post(path, { found }),
		),
	)
	const [kept, ...more] = await underneath<{ verdict: string; by: string }>(
		'select verdict, checked_by_id as by from invitation_check',
	)
	assert.deepEqual([more, kept?.by], [[], idOf('priya')])
	assert(pressed.every(({ status }) => status === 303 || status === 404))
	assert.deepEqual(await messages(), [{ n: kept?.verdict === 'may_be_written_to' ? 1 : 0 }])
	assert.equal((await priya.get(path)).status, 404)
	assert(!(await priya.get('/')).html.includes('waits for your check'))
})

test('with the one who leaves, their invitations go, and what was found; but never a wish to be left in peace, nor its way back', async () => {
	await underneath('delete from invitation')
	const [gone, never] = [
		await asksFor(robin, 'robin', { ...sister, email: 'leaving@post.example' }),
		await asksFor(robin, 'robin', { ...sister, email: 'never@post.example' }),
	]
	const priya = await place.as('practitioner')
	for (const id of [gone, never]) await checks(priya, 'robin', id, 'may_be_written_to')
	const link = `/invited?code=${await codeOf(place, never)}`
	const code = link.split('=')[1] ?? ''
	const other = place.anonymous()
	await other.get(link)
	await other.post('/invited/answer', { code, answer: 'never' })
	const [{ area } = { area: '' }] = await underneath<{ area: string }>(
		'select area_id as area from account where id = $1',
		[person],
	)
	await place.system('system_erase', JSON.stringify([{ area, account: person, at: new Date().toISOString() }]))
	const kept = await underneath<{ id: string; words: string; address: string | null }>(
		'select id, called || tie || signed as words, address from invitation',
	)
	assert.deepEqual(kept, [{ id: never, words: '………', address: null }])
	assert.deepEqual(await underneath('select from invitation_check'), [])
	assert.deepEqual(await messages(), [{ n: 0 }])
	assert((await other.get(link)).html.includes('You said that we must never write to you.'))
	const back = await other.post('/invited/answer', { code, answer: 'take-back' })
	assert(back.html.includes('We may write to you again.'))
})

test('with a supporter who leaves, their name goes from the invitation that they came in by', async () => {
	const [{ area, name, person: supported } = { area: '', name: '', person: '' }] = await underneath<
		Record<'area' | 'name' | 'person', string>
	>(
		`select a.area_id as area, a.name, s.person_id as person from account a join supporting s on s.supporter_id = a.id
			where a.id = $1 limit 1`,
		[people.supporter],
	)
	const id = newId()
	await underneath(
		`insert into invitation (area_id, id, person_id, called, tie, signed, way, nonce, code_hash, ends_at, accepted_at)
			values ($1, $2, $3, $4, 'my friend ' || split_part($4, ' ', 1), 'Me', 'card', sha256('one'), sha256('other'), now(), now())`,
		[area, id, supported, name],
	)
	await place.system(
		'system_erase',
		JSON.stringify([{ area, account: people.supporter, at: new Date().toISOString() }]),
	)
	assert.deepEqual(await underneath('select called, tie from invitation where id = $1', [id]), [
		{ called: '…', tie: 'my friend …' },
	])
})
