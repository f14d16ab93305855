/** Whoever was invited: comes in with a new account or their own, not now, or never; and what nobody can do with a code. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../../../demo/demonstration.ts'
import { print } from '../../../test/access/rows.ts'
import { openPlace, testKey } from '../../../test/support/place.ts'
import { peaceKey } from '../../common/messages/index.ts'
import { routes } from '../../routes.ts'
import { asksFor, checks, codeOf, linkOf, sister } from './family.test-tools.ts'

const place = await openPlace()
const { underneath } = place
const [robin, priya] = [await place.as('robin'), await place.as('practitioner')]
const secret = { secret: 'four blue herons', again: 'four blue herons' }

/** Robin asks, it is checked, and the message is on its way: its invitation. */
async function sentTo(email: string): Promise<string> {
	await underneath('delete from invitation where person_id = $1', [people.robin])
	const id = await asksFor(robin, 'robin', { ...sister, email })
	await checks(priya, 'robin', id, 'may_be_written_to')
	return id
}
const answers = async (link: string, answer: string) => {
	const browser = place.anonymous()
	assert.equal((await browser.get(link)).status, 200)
	return browser.post('/invited/answer', { code: link.split('code=')[1] ?? '', answer })
}
const isInPeace = async (email: string) => {
	const [row] = await place.system('system_is_left_in_peace', peaceKey(testKey, 'email', email))
	return row?.is_left_in_peace
}

test('the link shows who invites and three equal choices, without script; to look, also ahead and by headers alone, changes nothing', async () => {
	const link = await linkOf(place, await sentTo('bea@post.example'))
	const before = await print(underneath)
	for (let times = 0; times < 3; times++) {
		const { html, status, raw } = await place.anonymous().get(link)
		assert.equal(status, 200)
		assert(html.includes('Ann would like you to stand by them'), 'the name that was chosen')
		assert(!html.includes('Robin'), 'and no other')
		const buttons = [...html.matchAll(/<button[^>]*class="([^"]*)"[^>]*>|<button[^>]*name="answer"[^>]*>/g)]
		assert(buttons.length > 0)
		const three = [...html.matchAll(/<button[^>]*name="answer" value="([\w-]+)"[^>]*>/g)]
		assert.deepEqual(
			three.map(([, value]) => value),
			['come-in', 'not-now', 'never'],
		)
		const looks = three.map(([tag, value]) => tag.replace(String(value), ''))
		assert.deepEqual(
			looks,
			looks.map(() => looks[0]),
			'one looks like the other',
		)
		assert.equal(raw.headers['referrer-policy'], 'no-referrer')
	}
	assert.equal((await place.app.inject({ method: 'HEAD', url: link })).statusCode, 200)
	for (const path of ['/invited/answer', '/invited/join', '/invited/accept']) {
		const got = await place.app.inject({ method: 'GET', url: `${path}?${link.split('?')[1]}&answer=never` })
		assert.equal(got.statusCode, 404, path)
	}
	assert.equal(await print(underneath), before)
	assert.deepEqual(await underneath('select from gate.left_in_peace'), [])
})

test('coming in: a name of one’s choosing, a secret, a sign-in name that tells nothing, and the tie; once', async () => {
	const id = await sentTo('bea@post.example')
	const link = await linkOf(place, id)
	const code = await codeOf(place, id)
	const form = await answers(link, 'come-in')
	assert(form.html.includes('Each look that you then take is written down.'))
	const bea = place.anonymous()
	await bea.get(link)
	const wrong = await bea.post('/invited/join', { code, name: ' ', secret: 'short', again: 'short' })
	assert.equal(wrong.status, 422)
	assert(wrong.html.includes('Enter what you want to be called.') && wrong.html.includes('Use at least 8'))
	const browsers = await Promise.all(
		Array.from({ length: 6 }, async () => {
			const browser = place.anonymous()
			await browser.get(link)
			return browser
		}),
	)
	const pressed = await Promise.all(
		[bea, ...browsers].map((browser) => browser.post('/invited/join', { code, name: 'Bea Frost', ...secret })),
	)
	assert.deepEqual(pressed.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 303], 'one comes in')
	const at = pressed.findIndex(({ status }) => status === 303)
	const inside = [bea, ...browsers][at]
	assert(inside)
	assert.equal(pressed[at]?.location, '/account?ready')
	assert.match((await inside.get('/account?ready')).html, /[a-z]+-[a-z]+-\d{3}/)
	const home = (await inside.get('/')).html
	assert(home.includes('You support Robin Frost.'))
	assert(home.includes('When Robin Frost opens something to you, Robin Frost can see each look that you take.'))
	const ties = await underneath<{ name: string; kind: string }>(
		`select a.name, g.kind from supporting s join account a on a.id = s.supporter_id join standing g on g.account_id = a.id
			where s.person_id = $1 and s.ended_at is null`,
		[people.robin],
	)
	assert.deepEqual(ties, [{ name: 'Bea Frost', kind: 'supporter' }])
	const list = (await robin.get(routes.supporters.list.href({ person: people.robin }))).html
	assert(list.includes('Bea Frost has supported you since') && !list.includes('bea@post.example'))
	const [row] = await underneath<{ address: string | null }>('select address from invitation where id = $1', [id])
	assert.equal(row?.address, null)
	const record = (await robin.get(routes.record.show.href({ person: people.robin }))).html
	assert(record.includes('Bea Frost came in to support you.'))
	assert.equal((await inside.get(routes.plan.show.href({ person: people.robin }))).status, 404, 'and sees nothing yet')
})

test('with an account of this area one comes in as oneself; not as the one who invites, and not from another area', async () => {
	const id = await sentTo('pat@post.example')
	const [link, code] = [await linkOf(place, id), await codeOf(place, id)]
	const own = await robin.get(link)
	assert(own.html.includes('This is your own invitation.') && !own.html.includes('name="answer" value="come-in"'))
	assert.equal((await robin.post('/invited/accept', { code })).status, 200)
	const iris = await place.as('person-elsewhere')
	await iris.get('/')
	assert.equal((await iris.post('/invited/accept', { code })).status, 200)
	assert.equal((await place.anonymous().post('/invited/accept', { code })).status, 401)
	assert.deepEqual(
		await underneath('select from supporting where supporter_id = any ($1)', [
			[people.robin, people['person-elsewhere']],
		]),
		[],
	)
	const pat = await place.as('pat')
	assert((await pat.get(link)).html.includes('Come in as Pat Gallagher'))
	await pat.get('/')
	assert.equal((await pat.post('/invited/accept', { code })).location, '/?done=joined')
	assert((await pat.get('/?done=joined')).html.includes('You are in. Each look you take'))
	assert.equal((await pat.post('/invited/accept', { code })).status, 200, 'a second press makes nothing more')
	const ties = await underneath('select from supporting where person_id = $1 and supporter_id = $2', [
		people.robin,
		people.pat,
	])
	assert.equal(ties.length, 1)
	const standings = await underneath(`select from standing where account_id = $1 and kind = 'supporter'`, [people.pat])
	assert.equal(standings.length, 1)
})

test('never holds: one press, no account, whatever is to go there from anybody in any area; and the same link takes it back', async () => {
	const link = await linkOf(place, await sentTo('Never@post.example'))
	const never = await answers(link, 'never')
	assert(never.html.includes('We will never write to you'))
	assert.equal(await isInPeace('never@post.example'), true, 'however it is written')
	const kept = JSON.stringify(await underneath('select l::text from gate.left_in_peace l'))
	assert(!kept.toLowerCase().includes('post.example'))

	// Invited again, here and elsewhere, and a code asked for: test/unlucky proves that nothing of it goes out.
	const again = await linkOf(place, await sentTo('never@post.example'))
	assert((await place.anonymous().get(again)).html.includes('You said that we must never write to you.'))
	const back = await answers(link.replace(/code=.*/, `code=${again.split('code=')[1]}`), 'take-back')
	assert(back.html.includes('We may write to you again.'))
	assert.equal(await isInPeace('never@post.example'), false)
})

test('when the invitation is long over, never can still be said, and taken back', async () => {
	const id = await sentTo('over@post.example')
	const link = await linkOf(place, id)
	await underneath(
		`update invitation set asked_at = now() - interval '500 days', ends_at = now() - interval '470 days' where id = $1`,
		[id],
	)
	assert((await place.anonymous().get(link)).html.includes('You can still say that we must never write to you.'))
	await answers(link, 'never')
	await place.system('system_forget')
	assert.equal(await isInPeace('over@post.example'), true)
	await answers(link, 'take-back')
	assert.equal(await isInPeace('over@post.example'), false)
	await place.system('system_forget')
	assert.equal((await place.anonymous().get(link)).status, 404, 'a year on, nothing of it is left')
})

test('a code that is none says so in the same words, and guessing stops; others are not locked out', async () => {
	const link = await linkOf(place, await sentTo('limits@post.example'))
	const from = (ip: string) => ({ 'x-forwarded-for': ip })
	const get = (url: string, ip: string) => place.app.inject({ method: 'GET', url, headers: from(ip) })
	const none = await get('/invited?code=7KQD-92MF-3XTA', '198.51.100.7')
	assert.equal(none.statusCode, 404)
	assert(none.body.includes('This code does not work.'))
	for (let times = 0; times < 19; times++) await get('/invited?code=7KQD-92MF-3XTB', '198.51.100.7')
	assert.equal((await get(link, '198.51.100.7')).statusCode, 429)
	assert.equal((await get(link, '203.0.113.9')).statusCode, 200)
	for (const strange of ['', ' ', 'x'.repeat(5000), '%00', '<script>', '7KQD']) {
		const answer = await get(`/invited?code=${encodeURIComponent(strange)}`, '203.0.113.10')
		assert.equal(answer.statusCode, 404, strange)
	}
	assert.equal((await get('/invited?code=a&code=b', '203.0.113.10')).statusCode, 200, 'asks for the code')
	await underneath('delete from gate.tries')
})

test('nothing but a form of ours in this browser answers', async () => {
	const link = await linkOf(place, await sentTo('forms@post.example'))
	const code = link.split('code=')[1] ?? ''
	const stranger = place.anonymous()
	for (const path of ['/invited', '/invited/answer', '/invited/join']) {
		assert.equal((await stranger.post(path, { code, answer: 'never' })).status, 403, path)
	}
	await stranger.get(link)
	const foreign = await stranger.post('/invited/answer', { code, answer: 'never' }, { 'sec-fetch-site': 'cross-site' })
	assert.equal(foreign.status, 403)
	assert.equal(await isInPeace('forms@post.example'), false)
	assert.equal((await stranger.post('/invited/answer', { code, answer: 'something' })).status, 200)
	assert.equal((await stranger.post('/invited/answer', { code, answer: '__proto__' })).status, 200)
})
