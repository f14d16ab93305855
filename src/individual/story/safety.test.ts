/** The ten safety rules of a story, through the door people use. Files have more of 9 in moment-files.test.ts. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { here, keep, momentOf, partOf, person } from './story.test-tools.ts'

const place = await openPlace()
const { underneath } = place
const ann = await place.as('person')
const priya = await place.as('practitioner')
const linda = await place.as('supporter')
await ann.get('/')

const words = async (table: string) =>
	JSON.stringify(await underneath(`select * from ${table} where person_id = $1 order by id`, [person]))

test('rule 1: who works with the person changes none of their words, and adds only beside them, signed', async () => {
	const before = [await words('story_moment'), await words('story_piece'), await words('story_telling')]
	for (const href of [
		...(['words', 'title', 'when', 'place', 'hard', 'delete'] as const).map((one) =>
			routes.moment[one].href(momentOf('gran')),
		),
		...(['name', 'tell', 'moments', 'delete'] as const).map((one) => routes.piece[one].href(partOf('gran'))),
	]) {
		const answer = await priya.post(href, {
			step: 'share',
			once: newId(),
			words: 'Better words',
			kind: 'not_sure',
			hard: 'yes',
		})
		assert.equal(answer.status, 404, href)
	}
	assert.deepEqual([await words('story_moment'), await words('story_piece'), await words('story_telling')], before)
	const part = routes.piece.show.href(partOf('gran'))
	const { answer } = await keep(priya, routes.piece.beside.href(partOf('gran')), {
		words: 'I noticed the open window.',
	})
	assert.equal(answer.location, `${part}?done=given`)
	const { html } = await ann.get(part)
	assert.match(html, /Priya Raman[\s\S]*I noticed the open window\./)
	assert.deepEqual([await words('story_moment'), await words('story_piece'), await words('story_telling')], before)
})

test('rule 2: nothing is shared until the person shares it, part by part, to one person, with an end; never the whole', async () => {
	for (const other of [priya, linda]) {
		assert.equal((await other.get(here)).status, 404)
		assert.equal((await other.get(routes.moment.show.href(momentOf('gran')))).status, 404)
		assert.equal((await other.get(routes.piece.show.href(partOf('fog')))).status, 404)
	}
	assert.equal((await linda.get(routes.piece.show.href(partOf('gran')))).status, 404, 'that is open to Priya alone')
	assert.equal((await linda.get(routes.piece.show.href(partOf('feeds')))).status, 200)
	const { html } = await ann.get(routes.openings.open.href({ person }))
	assert.doesNotMatch(html, /value="story"/, 'the whole cannot be chosen')
	assert.match(html, new RegExp(`value="story/${partOf('gran').piece}"`))
	assert.doesNotMatch(html, new RegExp(`value="story/${partOf('fog').piece}"`), 'nor what is nobody else’s')
	const opens = {
		...{ step: 'yes', once: newId(), what: `story/${partOf('gran').piece}`, to: idOf('linda'), purpose: 'So you know' },
		...{ until: 'one', day: '', names: 'none' },
	}
	await ann.post(routes.openings.open.href({ person }), { ...opens, until: '' })
	assert.equal(
		(await linda.get(routes.piece.show.href(partOf('gran')))).status,
		404,
		'without an end nothing is opened',
	)
	const opened = await ann.post(routes.openings.open.href({ person }), opens)
	assert.match(opened.location ?? '', /done=opened/)
	assert.equal((await linda.get(routes.piece.show.href(partOf('gran')))).status, 200)
	const [row] = await underneath<{ id: string; until: Date }>(
		'select id, until from opening where account_id = $1 and thing_id = $2 and closed_at is null',
		[idOf('linda'), partOf('gran').piece],
	)
	assert(row && new Date(row.until) > new Date())
	await ann.post(routes.openings.close.href({ person, opening: row.id }), {})
	assert.equal((await linda.get(routes.piece.show.href(partOf('gran')))).status, 404, 'and it is closed at once')
})

test('rule 3: what would be passed on stands before anything is typed, on every page with a box to type in', async () => {
	const pages = [
		...[routes.story.write, routes.story.hoped, routes.story.calm, routes.story.born].map((one) =>
			one.href({ person }),
		),
		...(['words', 'title', 'place', 'mood', 'saysOfMe'] as const).map((one) =>
			routes.moment[one].href(momentOf('gran')),
		),
		...Object.values(routes.newPiece).map((one) => one.href({ person })),
		routes.piece.tell.href(partOf('gran')),
		routes.piece.who.href(partOf('fog')),
	]
	for (const href of pages) {
		const { html } = await ann.get(href)
		assert.match(html, /They pass on that a child is being harmed\./, href)
	}
	for (const href of pages.filter((one) => !one.endsWith('/born'))) {
		const { html } = await ann.get(href)
		assert(html.indexOf('a child is being harmed') < html.indexOf('<textarea'), `${href}: before the box`)
	}
	assert.match((await priya.get(routes.story.writeDown.href({ person }))).html, /a child is being harmed/)
})

test('rule 4: what is hard folds away, opens by a choice, and beside it stands the person’s own list', async () => {
	const told = /the long way because I did not want to be found/
	assert.doesNotMatch((await ann.get(here)).html, told, 'not in the list')
	const { html } = await ann.get(routes.moment.show.href(momentOf('night')))
	assert.match(html, /<details[^>]*>(?:(?!<\/details>)[\s\S])*the long way because/, 'folded')
	assert.doesNotMatch(html, /<details[^>]* open/)
	assert.match(html, new RegExp(`href="${routes.story.breathe.href({ person })}"`))
	const breathe = await ann.get(routes.story.breathe.href({ person }))
	assert.match(breathe.html, /Linda, at any hour/)
	assert.match(breathe.html, /Cold water on my wrists/)
})

test('rule 5: a story is never scored: no column of it holds a number but of time, and no words are looked through', async () => {
	const numbers = await underneath<{ name: string }>(
		`select column_name as name from information_schema.columns where table_name like 'story%'
			and data_type not in ('uuid', 'text', 'boolean', 'timestamp with time zone') order by 1`,
	)
	assert.deepEqual(
		numbers.map(({ name }) => name),
		['age', 'born_year', 'day', 'month', 'paper_day', 'year'],
	)
	const done = () => underneath('select id from message order by id')
	const before = await done()
	await keep(ann, routes.story.write.href({ person }), { words: 'I wanted to hurt someone, and then I did not.' })
	assert.deepEqual(await done(), before, 'nothing is done about what somebody writes, and nobody is told')
})

test('rule 6: other people’s names become initials in what is opened, unless each is ticked, and can be swapped in one step', async () => {
	await ann.post(routes.piece.says.href(partOf('gran')), { step: 'share', once: newId(), words: 'x' })
	await keep(ann, routes.piece.tell.href(partOf('gran')), { words: 'Linda Kerr and I stirred.' })
	const { html } = await priya.get(routes.piece.show.href(partOf('gran')))
	assert.match(html, /L\. (?:K\.|Kerr) and I stirred\./)
	assert.doesNotMatch(html, /Linda/)
	const copy = await ann.post(routes.story.copy.href({ person }), {
		...{ name1: 'Linda', instead1: 'my sister', as: 'data' },
	})
	assert.doesNotMatch(copy.html, /Linda/)
	assert.match(copy.html, /I rang my sister before I did anything else/)
})

test('rule 6: who is in a moment asks to be taken out of it; the person reads it, decides, and says which', async () => {
	const choir = momentOf('choir').moment
	const part = routes.piece.show.href(partOf('feeds'))
	const ask = routes.piece.askOut.href({ ...partOf('feeds'), moment: choir })
	assert.match((await linda.get(part)).html, new RegExp(`href="${ask}"`))
	assert.match((await linda.get(ask)).html, /Do you want to be taken out of this\?/)
	for (const other of [priya, ann, await place.as('kayleigh')]) assert.equal((await other.post(ask)).status, 404)
	for (const _ of ['once', 'and again']) assert.equal((await linda.post(ask)).location, `${part}?done=asked`)
	assert.match((await linda.get(part)).html, /You asked Ann Kerr to take you out of this\./)
	assert.match((await ann.get('/')).html, /Someone asks to be taken out of a moment in your story\./)
	assert.match((await ann.get(part)).html, /Linda[^<]*asks you to take them out of this:[\s\S]*A chair at the choir/)
	const asked = await underneath<{ id: string }>('select id from story_taking_out where moment_id = $1', [choir])
	assert.equal(asked.length, 1)
	const answer = routes.piece.answerOut.href({ ...partOf('feeds'), asked: asked[0]?.id ?? '' })
	assert.equal((await linda.post(answer, { answer: 'changed' })).status, 404, 'nobody answers for the person')
	assert.equal((await ann.post(answer, { answer: 'changed' })).location, `${part}?done=kept`)
	assert.match((await linda.get(part)).html, /Ann Kerr has changed it\./)
	assert.doesNotMatch((await ann.get(part)).html, /Someone asks to be taken out/)
})

test('rule 7: the person takes a copy with them, as a page and as data; and sees as whom they are here', async () => {
	const page = await ann.post(routes.story.copy.href({ person }), { as: 'page' })
	for (const told of [
		'The kitchen at my gran’s',
		'The fog',
		'You made room before anyone asked.',
		'Bring it on Sunday.',
	]) {
		assert(page.html.includes(told), told)
	}
	assert.match(page.html, /Ann Kerr/)
	const file = await ann.post(routes.story.copy.href({ person }), { as: 'file' })
	assert.match(String(file.raw.headers['content-disposition']), /attachment; filename="my-story\.html"/)
	const data = JSON.parse((await ann.post(routes.story.copy.href({ person }), { as: 'data' })).html)
	assert(data.moments.length >= 10 && data.parts.length >= 6)
})

test('rule 7: as plain words too; on somebody else’s device nothing is got that would stay on it', async () => {
	const copy = routes.story.copy.href({ person })
	const text = await ann.post(copy, { as: 'text' })
	assert.match(String(text.raw.headers['content-disposition']), /my-story\.txt/)
	assert.match(String(text.raw.headers['content-type']), /^text\/plain/)
	assert.match(text.html, /The kitchen at my gran’s\n/)
	assert.doesNotMatch(text.html, /<|&(?:amp|lt|quot);/)
	const borrowed = await place.as('person')
	await borrowed.get('/')
	await underneath('update session set shared_device = true where account_id = $1', [person])
	const { html } = await borrowed.get(copy)
	assert.match(html, /You are signed in as<\/span> <bdi>Ann Kerr/)
	assert.match(html, /This is someone else’s device\./)
	for (const as of ['packet', 'file', 'text', 'data']) {
		assert.doesNotMatch(html, new RegExp(`value="${as}"`))
		const refused = await borrowed.post(copy, { as })
		assert.equal(refused.status, 422, as)
		assert.equal(refused.raw.headers['content-disposition'], undefined, as)
	}
	const page = await borrowed.post(copy, { as: 'page' })
	assert.equal(page.raw.headers['cache-control'], 'no-store')
	assert.match(page.html, /The kitchen at my gran’s/)
	await underneath('update session set shared_device = false where account_id = $1', [person])
})

test('rule 8: who writes no story lacks nothing, and nowhere is noted that they did not', async () => {
	const robin = await place.as('robin')
	const mine = { person: idOf('robin') }
	assert.equal((await robin.get('/')).status, 200)
	const begun = await robin.get(routes.story.show.href(mine))
	assert.match(begun.html, /You do not have to write any of it/)
	assert.match(begun.html, /What is one ordinary thing that went all right this week\?/)
	for (const table of ['story', 'story_moment', 'story_piece']) {
		assert.deepEqual(await underneath(`select from ${table} where person_id = $1`, [mine.person]), [], table)
	}
	assert.deepEqual(await underneath(`select from scope where person_id = $1 and part = 'story'`, [mine.person]), [])
	const { html } = await priya.get(routes.person.href(mine))
	assert.doesNotMatch(html, /no story|not (?:begun|written)/i)
})

test('rule 9: what the person deletes is gone: the words, where they lay, and what was open of them', async () => {
	assert.equal((await underneath('select from file where about_id = $1', [momentOf('night').moment])).length, 1)
	await ann.post(routes.moment.delete.href(momentOf('night')))
	for (const table of ['file', 'file_piece']) {
		const gone = await underneath(`select from ${table} t where t::text like $1`, [`%${idOf('ann/voice/-49')}%`])
		assert.deepEqual(gone, [], `the sound with it: ${table}`)
	}
	const { once } = await keep(ann, routes.story.write.href({ person }), { words: 'A word to be gone: quincunx' })
	await ann.post(routes.piece.moments.href(partOf('gran')), { moments: once })
	assert.match((await priya.get(routes.piece.show.href(partOf('gran')))).html, /quincunx/)
	const gone = await ann.post(routes.moment.delete.href({ person, moment: once }), {})
	assert.equal(gone.location, `${here}?done=deleted`)
	assert.doesNotMatch((await priya.get(routes.piece.show.href(partOf('gran')))).html, /quincunx/)
	const tables = await underneath<{ name: string }>(
		`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
	)
	for (const { name } of tables) {
		assert.deepEqual(await underneath(`select from ${name} t where t::text like '%quincunx%'`), [], name)
	}
	await ann.post(routes.piece.delete.href(partOf('gran')), {})
	assert.equal((await priya.get(routes.piece.show.href(partOf('gran')))).status, 404)
	assert.deepEqual(
		await underneath('select from opening where thing_id = $1 and closed_at is null', [partOf('gran').piece]),
		[],
	)
})

test('rule 10: a witness answers openly, by their name and to the person alone, who keeps, answers or hides it', async () => {
	const part = routes.piece.show.href(partOf('feeds'))
	const { answer } = await keep(linda, routes.piece.witness.href(partOf('feeds')), {
		touched: 'I had to put the kettle on.',
	})
	assert.equal(answer.location, `${part}?done=given`)
	const [row] = await underneath<{ id: string; author_id: string }>(
		`select id, author_id from story_beside where touched like '%kettle%'`,
	)
	assert(row)
	assert.equal(row.author_id, idOf('linda'))
	assert.match((await ann.get(part)).html, /Linda[\s\S]*I had to put the kettle on\./)
	const at = { ...partOf('feeds'), beside: row.id }
	await ann.post(routes.piece.keep.href(at), { word: 'hide' })
	assert.match((await ann.get(part)).html, /<details[^>]*>(?:(?!<\/details>)[\s\S])*I had to put the kettle on\./)
	const stop = await ann.post(routes.piece.ask.href(partOf('feeds')), { account: idOf('linda'), ask: 'no' })
	assert.equal(stop.location, `${part}?done=kept`)
	assert.equal(
		(await linda.get(routes.piece.witness.href(partOf('feeds')))).status,
		404,
		'who is asked no more, answers no more',
	)
})
