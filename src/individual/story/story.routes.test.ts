/** My story, through the door people use: told, dated as far as somebody knows, put together, told aloud. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { here, keep, momentOf, partOf, person } from './story.test-tools.ts'

const place = await openPlace()
const { underneath } = place
const ann = await place.as('person')
const [kayleigh, ewa] = [await place.as('kayleigh'), await place.as('ewa')]
await ann.get('/')

const entries = async () =>
	(await underneath<{ n: number }>('select count(*)::integer as n from access_entry'))[0]?.n ?? 0
const [whole = { moments: 0 }] = await underneath<{ moments: number }>(
	'select count(*)::integer as moments from story_moment where person_id = $1',
	[person],
)

test('a moment is kept once however often it is pressed, and nothing of it stands in any record', async () => {
	const [before, once] = [await entries(), newId()]
	for (const _ of ['once', 'pressed twice']) {
		const { answer } = await keep(ann, routes.story.write.href({ person }), { words: 'Rain. <b>Then</b> sun.' }, once)
		assert.equal(answer.location, `${routes.moment.show.href({ person, moment: once })}?done=kept`)
	}
	const [now] = await underneath<{ moments: number }>(
		'select count(*)::integer as moments from story_moment where person_id = $1',
		[person],
	)
	assert.equal(now?.moments, whole.moments + 1)
	assert.match((await ann.get(here)).html, /Where were we\?[\s\S]*Rain\. &lt;b>Then&lt;\/b> sun\./)
	assert.equal(await entries(), before)
	const empty = await ann.post(routes.story.write.href({ person }), { step: 'share', once: newId(), words: '  ' })
	assert.equal(empty.status, 422)
	assert.match(empty.html, /Write what you want to tell/)
})

const says = async (fields: Record<string, string>) => {
	const { answer } = await keep(ann, routes.moment.when.href(momentOf('bus')), fields)
	if (answer.status === 422) return answer.html
	const { html } = await ann.get(routes.moment.show.href(momentOf('bus')))
	return /<dt[^>]*>When<\/dt><dd[^>]*><bdi>([^<]*)/.exec(html)?.[1] ?? ''
}

test('when it was is said back exactly as far as it was said', async () => {
	const date = { kind: 'date', day: '', month: '', year: '' }
	assert.equal(await says({ ...date, day: '8', month: '2', year: '2004' }), '8 February 2004')
	assert.equal(await says({ ...date, month: '2', year: '2004' }), 'February 2004')
	assert.equal(await says({ ...date, year: '2004' }), '2004')
	assert.equal(await says({ ...date, year: '2004', around: 'yes' }), 'Around 2004')
	assert.equal(await says({ kind: 'age', age: '14' }), 'When you were 14')
	assert.equal(await says({ kind: 'age', age: '14', around: 'yes' }), 'When you were around 14')
	assert.equal(await says({ kind: 'before', before: momentOf('choir').moment }), 'Before “A chair at the choir”')
	assert.equal(await says({ kind: 'after', after: momentOf('night').moment }), 'After “A hard moment”')
	assert.equal(await says({ kind: 'not_sure' }), 'You are not sure when')
	assert.equal(await says({ kind: 'not_saying', year: '2004' }), 'You would rather not say when')
	const [row] = await underneath(`select year, around, beside_id from story_moment where id = $1`, [
		momentOf('bus').moment,
	])
	assert.deepEqual(
		row,
		{ year: null, around: false, beside_id: null },
		'what was said before is not kept behind their back',
	)
})

test('a time that cannot be is asked for again, with everything that was typed', async () => {
	assert.match(await says({ kind: 'date', day: '31', month: '2', year: '2004' }), /Write a day that exists/)
	assert.match(await says({ kind: 'date', day: '3', month: '', year: '2004' }), /Write the month as a number/)
	assert.match(
		await says({ kind: 'date', day: '', month: '', year: 'long ago' }),
		/Write a year, like 1994[\s\S]*long ago/,
	)
	assert.match(await says({ kind: 'age', age: '-4' }), /Write your age as a number/)
	assert.match(await says({ kind: 'before', before: momentOf('bus').moment }), /Choose the other moment/)
	assert.match(await says({ kind: 'before', before: idOf('kayleigh/moments/stables') }), /Choose the other moment/)
	assert.match(await says({}), /Choose how you want to say when it was/)
})

test('the line draws what was said and no more: a bar, broken ends, a spot; what nobody said stands apart in words', async () => {
	const { html } = await ann.get(here)
	const line = /<svg class="life-line"[\s\S]*?<\/svg>/.exec(html)?.[0] ?? ''
	assert.match(line, /role="img" aria-label="Your moments on a line/)
	for (const mark of [
		'<circle class="life-line__mark"',
		'<rect class="life-line__mark"',
		'life-line__soft',
		'life-line__mark--hoped',
	]) {
		assert(line.includes(mark) || mark.endsWith('hoped'), mark)
	}
	assert.match(html, /At a time that nobody has to know[\s\S]*There is one I keep to myself/)
})

test('a chapter told again keeps the earlier telling, and two stand side by side', async () => {
	const { answer } = await keep(ann, routes.piece.tell.href(partOf('gran')), { words: 'Now I say: she chose me.' })
	assert.equal(answer.location, `${routes.piece.show.href(partOf('gran'))}?done=kept`)
	const { html } = await ann.get(routes.piece.tellings.href(partOf('gran')))
	assert.match(html, /My gran took me in[\s\S]*Now I say: she chose me\./)
	const rows = await underneath('select from story_telling where piece_id = $1', [partOf('gran').piece])
	assert.equal(rows.length, 3)
})

test('a thread runs through two moments or more, the hoped-for ones too', async () => {
	const moments = routes.piece.moments.href(partOf('feeds'))
	const one = await ann.post(moments, { moments: momentOf('gran').moment })
	assert.equal(one.status, 422)
	assert.match(one.html, /Tick two moments or more, or none/)
	const foreign = await ann.post(moments, { moments: idOf('kayleigh/moments/stables') })
	assert.equal(foreign.location, `${routes.piece.show.href(partOf('feeds'))}?done=kept`)
	assert.deepEqual(await underneath('select from story_placed where piece_id = $1', [partOf('feeds').piece]), [])
})

test('a name for the trouble is never for harm: the page says so, and where that has its place', async () => {
	for (const href of [routes.pieces.trouble.href({ person }), routes.newPiece.trouble.href({ person })]) {
		const { html } = await ann.get(href)
		assert.match(html, /It is never for harm to others\./)
		assert(html.includes(routes.story.harm.href({ person })))
	}
	const { html } = await ann.get(routes.story.harm.href({ person }))
	assert.match(html, /We do not ask you to write this down here\./)
	assert.doesNotMatch(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '', /<textarea|<input type="text"/)
})

test('a question that does not belong to a part of its kind is not there', async () => {
	assert.equal((await ann.get(routes.piece.cost.href(partOf('gran')))).status, 404)
	assert.equal((await ann.get(routes.piece.tell.href(partOf('fog')))).status, 404)
	assert.equal((await ann.get(routes.piece.who.href(partOf('fog')))).status, 200)
})

test('told aloud: it waits, out of the story, until the person says alone that the words are theirs', async () => {
	const mine = { person: idOf('kayleigh') }
	const show = routes.story.show.href(mine)
	const { once, answer } = await keep(ewa, routes.story.writeDown.href(mine), { words: 'I got the bus by myself.' })
	assert.equal(answer.location, `${routes.story.writeDown.href(mine)}?done=kept`)
	assert.match(
		(await ewa.get(routes.story.writeDown.href(mine))).html,
		/I got the bus by myself\.[\s\S]*Not yet confirmed/,
	)
	assert.equal((await ewa.get(show)).status, 404)
	assert.match((await kayleigh.get(show)).html, /Ewa[^<]*wrote these words down[\s\S]*Not yet confirmed\./)
	assert.equal((await kayleigh.get(routes.moment.show.href({ ...mine, moment: once }))).status, 404, 'it is in no list')
	const own = routes.moment.own.href({ ...mine, moment: once })
	assert.equal((await ewa.post(own, {})).status, 404)
	await underneath(`update session set assurance = 'card' where account_id = $1`, [mine.person])
	assert.equal((await kayleigh.post(own, {})).status, 404, 'not with a card that somebody gave them')
	await underneath(`update session set assurance = 'secret' where account_id = $1`, [mine.person])
	assert.match((await kayleigh.post(own, {})).location ?? '', /done=own/)
	assert.doesNotMatch((await ewa.get(routes.story.writeDown.href(mine))).html, /I got the bus by myself/)
	const entry = await underneath(
		`select from access_entry where person_id = $1 and what = 'story_heard' and thing_id = $2`,
		[mine.person, once],
	)
	assert.equal(entry.length, 1, 'and it stands in their record who wrote it down')
})

test('2,000 moments: the years are told, and one group opens at a time, in little data', async () => {
	await underneath(
		`insert into story_moment (area_id, id, person_id, words, time_kind, year)
			select $1, gen_random_uuid(), $2, 'Moment ' || n || ', of which there are many in a long life.', 'year', 1970 + n % 50
			from generate_series(1, 2000) n`,
		[idOf('Rivermouth'), person],
	)
	const { html } = await ann.get(here)
	assert(html.length < 60_000, `${html.length} characters`)
	assert.match(html, /There are many moments\. Choose some years/)
	const opened = await ann.get(`${here}?years=1994`)
	assert.match(opened.html, /Moment 24, of which/)
	assert.doesNotMatch(opened.html, /Moment 25, of which/)
})

test('the database itself opens no whole story, and takes nobody’s words for another’s', async () => {
	const area = idOf('Rivermouth')
	const refused = (statement: ReturnType<typeof sql>, as: 'person' | 'practitioner' | 'supporter' = 'person') =>
		assert.rejects(
			place.acting(as, (tx) => statement.execute(tx)),
			(error: { code?: string }) => error.code === '42501',
		)
	await refused(sql`insert into opening (area_id, id, person_id, scope_id, account_id, purpose, until, ends_with_work, names_shown)
		values (${area}, ${newId()}, ${person}, ${idOf('ann/story')}, ${idOf('linda')}, 'x', now() + interval '1 day', false, '{}')`)
	await refused(
		sql`insert into story_moment (area_id, id, person_id, words) values (${area}, ${newId()}, ${person}, 'x')`,
		'practitioner',
	)
	await refused(
		sql`insert into story_beside (area_id, id, piece_id, person_id, scope_id, author_id, words)
			values (${area}, ${newId()}, ${partOf('feeds').piece}, ${person}, ${idOf('ann/story/feeds/apart')}, ${idOf('linda')}, 'x')`,
		'supporter',
	)
})

test('words from a sheet carry its day; together on the scribe’s device a press of the person’s own confirms them, and nobody else’s', async () => {
	const [mine, theirs] = [{ person: idOf('kayleigh') }, 'I drew the horse twice.']
	const writeDown = routes.story.writeDown.href(mine)
	const typed = { step: 'share', words: theirs, paperDay: '2999-01-01' }
	assert.match((await ewa.post(writeDown, { ...typed, once: newId() })).html, /This day is still to come/)
	const { once: moment } = await keep(ewa, writeDown, { words: theirs, paperDay: '2026-03-02' })
	assert.match((await kayleigh.get(routes.story.show.href(mine))).html, /You wrote this on paper on 2 March 2026\. Ewa/)
	const together = routes.story.together.href({ ...mine, moment })
	for (const other of [kayleigh, ann]) assert.equal((await other.get(together)).status, 404)
	const handed = await ewa.get(together)
	assert.match(handed.html, /are these your words\?[\s\S]*I drew the horse twice\./)
	assert.doesNotMatch(handed.html, /class="navigation"/)
	const hash = /name="hash" value="([0-9a-f]{64})"/.exec(handed.html)?.[1] ?? ''
	assert.equal((await ewa.post(together, { hash: '0'.repeat(64) })).status, 404, 'for no other words')
	const [session] = await underneath<{ id: string }>('select id from session where account_id = $1 limit 1', [
		idOf('ewa'),
	])
	const forged = await place
		.acting('ewa', (tx) => sql`select own_story_words_together(${session?.id}::uuid, ${moment}::uuid)`.execute(tx))
		.then(
			() => 'taken',
			() => 'refused',
		)
	assert.equal(forged, 'refused', 'without a proof of the person’s the scribe can confirm nothing')
	const done = await ewa.post(together, { hash })
	assert.equal(done.location, `${writeDown}?done=together`)
	assert.match((await ewa.get(done.location ?? '')).html, /said on your device that these are their words/)
	assert.equal((await ewa.get(together)).status, 404, 'and then it is the person’s alone')
	const [row] = await underneath('select confirmed_with_id, paper_day::text from story_moment where id = $1', [moment])
	assert.deepEqual(row, { confirmed_with_id: idOf('ewa'), paper_day: '2026-03-02' })
	assert.match((await kayleigh.get(routes.story.show.href(mine))).html, /I drew the horse twice\./)
	assert.match((await kayleigh.get(routes.account.show.href())).html, /was used on Ewa Nowak/)
})

test('what somebody kept as a strength begins a thread or somebody they are becoming, and nobody else’s does', async () => {
	const strength = idOf('ann/strength/My nephews ask for me.')
	for (const kind of ['thread', 'becoming'] as const) {
		const { html } = await ann.get(routes.pieces[kind].href({ person }))
		const href = `${routes.newPiece[kind].href({ person })}?strength=${strength}`
		assert(html.includes(href), kind)
		assert.doesNotMatch(html, /I have a bed\./, 'what was put away is not offered')
		assert.match((await ann.get(href)).html, /My nephews ask for me\./)
	}
	assert.doesNotMatch((await ann.get(routes.pieces.chapter.href({ person }))).html, /My nephews ask for me\./)
	const theirs = `${routes.newPiece.thread.href({ person: idOf('kayleigh') })}?strength=${strength}`
	assert.doesNotMatch((await kayleigh.get(theirs)).html, /My nephews ask/)
})
