/** What two write to each other: who can, what stays, what goes, and what gives nothing away. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { folded } from './conversation.ts'

const place = await openPlace()
const [ann, priya, linda] = [await place.as('person'), await place.as('practitioner'), await place.as('supporter')]
const person = idOf('ann')
const withPriya = { person, with: idOf('priya') }
const withLinda = { person, with: idOf('linda') }
const { show, takeBack, close, open } = routes.conversation
const words = 'The kettle is mended.'
const send = (said: string) => ({ words: said, step: 'share', once: newId() })

test('what is sent is read by the other, once; and by nobody else', async () => {
	const form = send(words)
	for (const _ of [1, 2])
		assert.equal((await ann.post(show.href(withPriya), form)).location, `${show.href(withPriya)}?done=sent`)
	assert.equal((await priya.get(show.href(withPriya))).html.split(words).length, 2)
	for (const key of ['other-practitioner', 'supporter', 'lead', 'hannah'] as const) {
		assert.equal((await (await place.as(key)).get(show.href(withPriya))).status, 404, key)
	}
	assert.equal((await ann.get(show.href({ person, with: idOf('callum') }))).status, 404, 'nor with a stranger')
	assert.equal((await ann.post(show.href(withPriya), send(' '))).status, 422)
})

test('nobody is told that something was read; the hours and what is passed on stand before the form', async () => {
	const html = (await ann.get(show.href(withPriya))).html
	const looks = () =>
		place.underneath(`select from access_entry where person_id = $1 and what = 'conversation' and act = 'looked'`, [
			person,
		])
	const before = (await looks()).length
	await priya.get(show.href(withPriya))
	assert.equal((await looks()).length, before, 'nor by the record')
	assert.doesNotMatch(html, /\b(read by|seen at|last seen|online|typing)\b/i)
	const [hours, passedOn, form] = ['On weekdays, 9 to 5.', 'BeforeYouWrite', 'name="words"'].map((one) =>
		one === 'BeforeYouWrite' ? html.indexOf('details__summary') : html.indexOf(one),
	)
	assert(hours !== undefined && hours > 0 && form !== undefined && hours < form)
	assert(passedOn !== undefined && passedOn > 0 && passedOn < form)
})

test('within a day its sender takes it back, and the words are gone everywhere; later it stays; nobody changes it', async () => {
	const [sent] = await place.underneath<{ id: string }>('select id from conversation_message where words = $1', [words])
	assert(sent)
	const here = takeBack.href({ ...withPriya, message: sent.id })
	assert.equal((await priya.post(here)).status, 404, 'it is hers')
	await place.underneath(`update conversation_message set sent_at = now() - interval '25 hours' where id = $1`, [
		sent.id,
	])
	assert.equal((await ann.post(here)).location, `${show.href(withPriya)}?done=late`)
	assert((await priya.get(show.href(withPriya))).html.includes(words))
	await place.underneath(`update conversation_message set sent_at = now() - interval '2 hours' where id = $1`, [
		sent.id,
	])
	const edits = (set: object) =>
		place.acting('person', (tx) =>
			tx.updateTable('conversation_message').set(set).where('id', '=', sent.id).executeTakeFirst(),
		)
	await assert.rejects(edits({ words: 'The kettle is broken.' }), { code: '42501' })
	assert.equal((await ann.post(here)).location, `${show.href(withPriya)}?done=takenBack`)
	const html = (await priya.get(show.href(withPriya))).html
	assert(!html.includes(words) && html.includes('Taken back.'))
	assert.deepEqual(await place.underneath('select words from conversation_message where id = $1', [sent.id]), [
		{ words: null },
	])
})

test('the person closes it: both read on, nobody writes; a form that was open gives back its words', async () => {
	assert.equal((await linda.get(show.href(withLinda))).status, 200)
	assert.equal((await linda.post(close.href(withLinda))).status, 404, 'only the person closes')
	await ann.post(close.href(withLinda))
	const late = await linda.post(show.href(withLinda), send('Are you there?'))
	assert.equal(late.status, 409)
	assert(late.html.includes('Are you there?'))
	const html = (await linda.get(show.href(withLinda))).html
	assert.match(html, /Ann Kerr has closed this\./)
	assert(html.includes('Then Monday.') && !html.includes('name="words"'))
	await assert.rejects(
		place.acting('supporter', (tx) =>
			tx
				.insertInto('conversation_message')
				.values({
					area_id: tx.area,
					id: newId(),
					person_id: person,
					with_id: tx.account,
					author_id: tx.account,
					words: 'x',
				})
				.execute(),
		),
		{ code: '42501' },
	)
	await ann.post(open.href(withLinda))
	assert.equal((await linda.post(show.href(withLinda), send('Hello'))).status, 303)
})

test('when what it rests on ends, the person reads on and the other finds nothing', async () => {
	await place.underneath('update opening set closed_at = now() where person_id = $1 and closed_at is null', [person])
	assert.equal((await linda.get(show.href(withLinda))).status, 404)
	assert.equal((await linda.post(show.href(withLinda), send('Hello'))).status, 404)
	const html = (await ann.get(show.href(withLinda))).html
	assert.match(html, /Nothing new can be written here now\. What was written stays\./)
	assert(html.includes('Then Monday.'))
})

test('who chose where they are told is told that there is something new: once in half a day, and no word of it', async () => {
	await place.underneath(`delete from message where account_id = $1`, [person])
	for (const said of ['One', 'Two']) await priya.post(show.href(withPriya), send(said))
	const rows = await place.underneath('select kind from message where account_id = $1', [person])
	assert.deepEqual(rows, [{ kind: 'something-new' }])
	assert.match((await ann.get('/')).html, /Priya Raman wrote to you on/)
})

test('older ones are folded, and further back lie pages', async () => {
	const message = (id: number) => ({
		...{ id: `${id}`, authorId: 'a', words: 'x', sentAt: new Date(), takenBackAt: null, canTakeBack: false },
	})
	assert.deepEqual(
		[12, 3].map((count) => folded(Array.from({ length: count }, (_, id) => message(id))).before.length),
		[2, 0],
	)
	await place.underneath(
		`insert into conversation_message (area_id, id, person_id, with_id, author_id, words, sent_at)
			select $1, gen_random_uuid(), $2, $3, $3, 'Old words ' || n, now() - make_interval(days => 200 + n) from generate_series(1, 60) n`,
		[idOf('Rivermouth'), person, idOf('priya')],
	)
	const html = (await ann.get(show.href(withPriya))).html
	const [, further = ''] = html.match(/href="([^"]+\?before=[^"]+)"/) ?? []
	assert(further)
	assert(!html.includes('Old words 60'))
	const back = (await ann.get(further)).html
	assert(back.includes('Old words 50') && !back.includes('name="words"'))
	assert.equal((await ann.get(`${show.href(withPriya)}?before=soon`)).status, 200)
})

test('one’s own message is taken back within the day, however many came after it', async () => {
	const form = send('Before all the others.')
	await ann.post(show.href(withPriya), form)
	await place.underneath(
		`insert into conversation_message (area_id, id, person_id, with_id, author_id, words, sent_at)
			select $1, gen_random_uuid(), $2, $3, $3, 'After it ' || n, now() + make_interval(secs => n) from generate_series(1, 60) n`,
		[idOf('Rivermouth'), person, idOf('priya')],
	)
	const back = takeBack.href({ ...withPriya, message: form.once })
	assert.equal((await ann.post(back)).location, `${show.href(withPriya)}?done=takenBack`)
})
