/** Where somebody is now, through the door people use: alone, together, shown, closed, opened, and into the plan. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const { underneath } = place
const [ann, priya, linda, joseph] = [
	await place.as('person'),
	await place.as('practitioner'),
	await place.as('supporter'),
	await place.as('other-person'),
]
const person = idOf('ann')
const life = idOf('ann/now/home')
const spring = { person, sitting: idOf('ann/sitting/spring'), life }
const here = routes.now.show.href({ person })
const share = (fields: Record<string, string>) => ({ step: 'share', once: newId(), ...fields })
const missing = async () => (await priya.get(`/people/${newId()}/now`)).html

test('one begins alone, goes on, and says enough; nobody else reads it until it is shown, nor after it is closed', async () => {
	const once = newId()
	for (const _ of ['once', 'pressed twice']) {
		const begun = await ann.post(routes.now.begin.href({ person }), { how: 'alone', once })
		assert.equal(begun.location, `${routes.now.sitting.href({ person, sitting: once })}?done=begun`)
	}
	const of = { person, sitting: once, life }
	const part = routes.now.part.href(of)
	const kept = await ann.post(routes.now.way.href(of), share({ words: 'The <b>lift</b>', place: 'world' }))
	assert.equal(kept.location, `${part}?done=kept`)
	assert.match((await ann.get(part)).html, /In the way.*The &lt;b>lift&lt;\/b>.*This is.*In the world around me/s)
	await ann.post(routes.now.enough.href(of), { word: 'enough' })
	assert.match((await ann.get(routes.now.sitting.href(of))).html, /Where I live.*You have said enough/s)
	await ann.post(routes.now.enough.href(of), { word: 'more' })
	assert.match((await ann.get(routes.now.sitting.href(of))).html, /Only you can read what you write here/)

	const closed = async () => {
		for (const href of [routes.now.sitting.href(of), part, routes.now.well.href(of)]) {
			const answer = await priya.get(href)
			assert.equal(answer.status, 404)
			assert.equal(answer.html, await missing())
		}
		assert.doesNotMatch((await priya.get(here)).html, /lift/)
		assert.equal((await priya.post(routes.now.well.href(of), share({ words: 'Mine' }))).status, 404)
	}
	await closed()
	await ann.post(routes.now.showTo.href(of), { word: 'show' })
	assert.match((await priya.get(part)).html, /lift/)
	assert.match((await ann.get(routes.now.well.href(of))).html, /Those who work with you now read this too: Priya Raman/)
	await ann.post(routes.now.showTo.href(of), { word: 'close' })
	await closed()
	assert.equal((await joseph.get(here)).status, 404)
})

test('both voices stand, the person’s first, and neither changes the other’s; only the person sets a number', async () => {
	await priya.post(routes.now.way.href(spring), share({ words: 'Our own wait list', place: 'world' }))
	const { html } = await ann.get(routes.now.part.href(spring))
	assert.match(html, /voice--person.*Landlords see the hostel.*voice--practitioner.*Priya Raman.*Our own wait list/s)
	assert.match((await priya.get(routes.now.well.href(spring))).html, /You keep your room in order/)
	assert.match((await ann.get(routes.now.well.href(spring))).html, /The night porter is kind/)
	for (const href of [routes.now.rating.href(spring), routes.now.enough.href(spring)]) {
		assert.equal((await priya.post(href, share({ rating: '9', word: 'enough' }))).status, 404)
	}
	await assert.rejects(
		underneath(`insert into said (area_id, id, sitting_id, life_part_id, scope_id, person_id, author_id, question, rating)
			select area_id, gen_random_uuid(), sitting_id, life_part_id, scope_id, person_id, '${idOf('priya')}', 'rating', 9
			from said where question = 'rating' and sitting_id = '${spring.sitting}' limit 1`),
		/only_the_person_rates/,
	)
})

test('to say nothing is an answer, without a nought; words and nothing at once are asked about, and nothing typed is lost', async () => {
	const rating = routes.now.rating.href(spring)
	await ann.post(rating, share({ nothing: 'yes' }))
	const [row] = await underneath(
		`select rating from said where question = 'rating' and sitting_id = $1 and life_part_id = $2`,
		[spring.sitting, life],
	)
	assert.deepEqual(row, { rating: null })
	await ann.post(rating, share({ rating: '0' }))
	assert.match((await ann.get(routes.now.life.href({ person, life }))).html, /Your number: 0\./)
	for (const [fields, told] of [
		[{ words: 'Both of it', nothing: 'yes' }, /choose one of the two/],
		[{ words: ' ' }, /choose to say nothing about this/],
		[{ words: 'x'.repeat(501) }, /Use 500 characters or fewer/],
	] as const) {
		const answer = await ann.post(routes.now.help.href(spring), share(fields))
		assert.equal(answer.status, 422)
		assert.match(answer.html, told)
		assert.match(answer.html, new RegExp(fields.words.trim()))
	}
})

test('two times are compared in words, whichever is named first', async () => {
	const summer = idOf('ann/sitting/summer')
	await ann.post(routes.now.rating.href(spring), share({ rating: '3' }))
	for (const [from, to] of [
		[spring.sitting, summer],
		[summer, spring.sitting],
	]) {
		const { html } = await ann.get(`${routes.now.between.href({ person })}?from=${from}&to=${to}`)
		assert.match(html, /Added:.*quiet hour for the kitchen.*Gone:.*night porter.*From 3 to 6\./s)
	}
	const { html } = await ann.get(routes.now.overTime.href({ person }))
	assert.match(html, /role="img" aria-label="Where I live: your number from 0 to 10 over time/)
	assert.doesNotMatch(html, /average|total of/i)
})

test('a line of what goes well is kept as a strength, offered where something is proposed, and put away', async () => {
	const summer = { ...spring, sitting: idOf('ann/sitting/summer') }
	const kept = await ann.post(routes.now.keep.href(summer), { line: '1' })
	assert.equal(kept.location, `${routes.now.part.href(summer)}?done=strength`)
	assert.match((await ann.get(routes.plan.propose.href({ person }))).html, /I found the quiet hour/)
	assert.match(
		(await priya.get(routes.plan.propose.href({ person }))).html,
		/Ann Kerr.*strengths.*I found the quiet hour/s,
	)
	const [row] = await underneath<{ id: string }>(`select id from strength where words like 'I found the quiet%'`)
	await ann.post(routes.now.putAway.href({ person, strength: row?.id ?? '' }))
	assert.doesNotMatch((await ann.get(routes.plan.propose.href({ person }))).html, /I found the quiet hour/)
	// As long as words can be, in signs of many bytes.
	await ann.post(routes.now.well.href(summer), share({ words: '👩‍👩‍👧‍👦'.repeat(500) }))
	for (const _ of ['once', 'pressed twice']) {
		assert.equal((await ann.post(routes.now.keep.href(summer), { line: '0' })).status, 303)
	}
	assert.equal((await underneath(`select from strength where words like '👩%'`)).length, 1)
	for (const line of ['99', '-1', 'x', '']) {
		assert.equal((await ann.post(routes.now.keep.href(summer), { line })).status, 404)
	}
	assert.equal((await joseph.post(routes.now.putAway.href({ person, strength: row?.id ?? '' }))).status, 404)
})

test('what would help goes into the plan in its own forms, and the outcome says where it came from', async () => {
	const [row] = await underneath<{ id: string }>(
		`select id from said where question = 'help' and sitting_id = $1 and author_id = $2`,
		[spring.sitting, person],
	)
	const said = row?.id ?? ''
	const at = { person, said }
	assert.match(
		(await ann.get(routes.fromNow.show.href(at))).html,
		/From “Where I am now”, Where I live, .*A door of my own/s,
	)
	assert.match((await ann.get(routes.fromNow.propose.href(at))).html, /A door of my own that shuts\.<\/textarea>/)
	const once = newId()
	const made = await ann.post(routes.fromNow.propose.href(at), { step: 'share', once, words: 'A door of my own.' })
	const outcome = routes.outcome.show.href({ person, outcome: once })
	assert.equal(made.location, `${outcome}?done=proposed`)
	assert.match((await ann.get(outcome)).html, /From “Where I am now”, Where I live, /)
	assert.match((await priya.get(outcome)).html, /From “Where Ann Kerr is now”, Where I live, /)
	const ask = routes.fromNow.ask.href({ ...at, outcome: idOf('ann/flat') })
	const fields = { askedOf: idOf('priya'), kind: 'time', words: 'Ring them with me.' }
	assert.equal((await ann.post(ask, share(fields))).status, 303)
	// Where the sitting is closed, nobody else reads where it came from.
	await ann.post(routes.now.showTo.href(spring), { word: 'close' })
	assert.doesNotMatch((await priya.get(outcome)).html, /is now”, Where I live/)
	assert.equal((await priya.get(routes.fromNow.show.href(at))).status, 404)
	await ann.post(routes.now.showTo.href(spring), { word: 'show' })
})

test('one part is opened to somebody, who reads that alone, with names made initials', async () => {
	const caring = idOf('ann/now/caring')
	const { html } = await linda.get(routes.now.life.href({ person, life: caring }))
	assert.match(html, /Caring for others.*My nephews ask for me\./s)
	assert.equal((await linda.get(here)).status, 404)
	assert.equal((await linda.get(routes.now.life.href({ person, life }))).status, 404)
	assert.equal((await linda.get(routes.now.sitting.href(spring))).status, 404)
	assert.match((await linda.get('/')).html, /One part of where Ann Kerr is now/)
	assert.match((await ann.get(routes.now.part.href({ ...spring, life: caring }))).html, /They read it too: Linda/)
})

test('a practitioner begins together with the person only; nobody begins for anybody else', async () => {
	const begin = routes.now.begin.href({ person })
	assert.equal((await priya.post(begin, { how: 'alone', once: newId() })).status, 404)
	assert.equal((await priya.post(begin, { how: 'together', once: newId() })).status, 303)
	for (const other of [joseph, linda]) {
		assert.equal((await other.post(begin, { how: 'together', once: newId() })).status, 404)
	}
	assert.equal((await ann.post(begin, { how: 'somehow' })).status, 404)
})

test('measures are the person’s alone: answered in the words of their source, told from what to what, deleted', async () => {
	const list = routes.measures.list.href({ person })
	const { html } = await ann.get(list)
	assert.match(html, /satisfied are you with your life nowadays\?.*From 3 to 6\./s)
	assert.match(html, /You would rather not say\./)
	assert.match(html, /Open Government Licence v3\.0/)
	const once = newId()
	const lonely = routes.measures.lonely.href({ person })
	assert.equal((await ann.post(lonely, share({ answer: '6' }))).status, 422)
	const kept = await ann.post(lonely, { step: 'share', once, answer: 'rather', words: 'Not today' })
	assert.equal(kept.location, `${list}?done=kept`)
	assert.deepEqual(await underneath('select answer, words from measure_answer where id = $1', [once]), [
		{ answer: null, words: 'Not today' },
	])
	const again = await ann.post(lonely, share({ answer: '2', words: 'Too soon after' }))
	assert.equal(again.status, 409)
	assert.equal((await priya.get(list)).status, 404)
	await ann.post(routes.measures.delete.href({ person }), { answer: once })
	assert.equal((await underneath('select from measure_answer where id = $1', [once])).length, 0)
})

test('whoever looks at it stands in the person’s record', async () => {
	await priya.get(routes.now.life.href({ person, life }))
	assert.match((await ann.get(routes.record.show.href({ person }))).html, /Priya Raman looked at where you are now\./)
})

test('the person deletes one time at once: all that was said in it goes; what came into the plan stays', async () => {
	const sitting = idOf('ann/sitting/spring')
	const remove = routes.now.delete.href({ person: idOf('ann'), sitting })
	const of = (table: string) => place.underneath(`select from ${table} where sitting_id = $1`, [sitting])
	const outcomes = () =>
		place.underneath(`select o.id from outcome o where o.person_id = $1 order by o.id`, [idOf('ann')])
	const before = await outcomes()
	for (const key of ['practitioner', 'supporter', 'other-person', 'lead'] as const) {
		const other = await place.as(key)
		assert.equal((await other.get(remove)).status, 404, key)
		assert.equal((await other.post(remove)).status, 404, key)
	}
	assert((await of('said')).length > 0)
	assert.match((await ann.get(remove)).html, /You cannot undo it\./)
	assert.match((await ann.post(remove)).location ?? '', /\?done=deleted$/)
	for (const table of ['said', 'strength', 'said_for_plan']) assert.equal((await of(table)).length, 0, table)
	assert.deepEqual(await outcomes(), before)
	assert.equal((await ann.get(remove)).status, 404)
	assert.equal((await ann.get(routes.now.show.href({ person: idOf('ann') }))).status, 200)
})
