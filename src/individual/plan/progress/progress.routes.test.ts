/** How far an outcome has come: each for themselves, neither before the other, never joined; nobody it is open to sees it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { idOf } from '../../../../demo/ids.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const { underneath } = place
const [ann, priya, linda] = [await place.as('person'), await place.as('practitioner'), await place.as('supporter')]
const of = (outcome: string) => ({ person: idOf('ann'), outcome: idOf(outcome) })
const [flat, cooking, nephews] = [of('ann/flat'), of('ann/cooking'), of('ann/nephews')]
const say = async (browser: typeof ann, where: typeof flat, rating: string, words = '', once = newId()) =>
	browser.post(routes.progress.rate.href(where), { step: 'share', once, rating, words })
const page = async (browser: typeof ann, where: typeof flat) =>
	(await browser.get(routes.progress.show.href(where))).html

test('both see what both said on days before, side by side in words, a picture and a table', async () => {
	const html = await page(ann, flat)
	assert.match(html, /You say 4, Priya Raman says 7: a good thing to talk about\./)
	assert.match(html, /Your numbers lie between 1 and 4\..*The numbers of Priya Raman lie between 3 and 7\./s)
	assert.match(html, /My own key\. Linda comes for tea\./)
	assert.match(html, /A landlord who said yes in writing\./)
	assert.match(html, /chart__keys/)
	assert.equal(html.match(/<tr class="table__row"/g)?.length, 5, 'a head and four days')
	assert.doesNotMatch(html, /5[.,]5|average|improv|better|worse|up from|down from/i)
	assert.match(await page(priya, flat), /You say 7, Ann Kerr says 4: a good thing to talk about\./)
	const outcome = (await ann.get(routes.outcome.show.href(flat))).html
	assert.equal(outcome.match(/You say 4, Priya Raman says 7/g)?.length, 1)
})

test('what the other said today shows once one has said one’s own, and is not in the database before', async () => {
	assert.equal((await say(priya, cooking, '8', 'You went twice.')).status, 303)
	assert.doesNotMatch(await page(ann, cooking), /You went twice|says 8/)
	const seen = () =>
		place.acting('person', async (tx) => {
			const { rows } =
				await sql`select from progress_rating where outcome_id = ${cooking.outcome} and rating = 8`.execute(tx)
			return rows.length
		})
	assert.equal(await seen(), 0)
	assert.match(await page(ann, cooking), /What others said today shows once you have said yours/)
	assert.equal((await say(ann, cooking, '2')).location, `${routes.progress.show.href(cooking)}?done=said`)
	assert.match(await page(ann, cooking), /You say 2, Priya Raman says 8: a good thing to talk about\./)
	assert.equal(await seen(), 1)
	assert.match(await page(priya, cooking), /You say 8, Ann Kerr says 2/)
})

test('who chooses not to say a number sees it too; that they chose so is told to nobody', async () => {
	await say(ann, nephews, '6', 'They laughed.')
	assert.doesNotMatch(await page(priya, nephews), /They laughed/)
	const passed = await priya.post(routes.progress.pass.href(nephews))
	assert.equal(passed.location, `${routes.progress.show.href(nephews)}?done=passed`)
	await priya.post(routes.progress.pass.href(nephews))
	assert.match(await page(priya, nephews), /They laughed/)
	assert.doesNotMatch(await page(ann, nephews), /Priya Raman says|no number today\./)
	const passes = await place.acting('person', (tx) =>
		tx.selectFrom('progress_rating').select('id').where('rating', 'is', null).execute(),
	)
	assert.deepEqual(passes, [])
	await say(priya, nephews, '6')
	assert.match(await page(ann, nephews), /You and Priya Raman both say 6\./, 'and can still change their mind')
})

test('one number a day, pressed twice it is one; taken back, there is room for another', async () => {
	const once = newId()
	assert.equal((await say(priya, flat, '6', 'Nearer.', once)).status, 303)
	assert.equal((await say(priya, flat, '6', 'Nearer.', once)).status, 303)
	assert.equal((await say(priya, flat, '9')).status, 409)
	await say(ann, flat, '5')
	assert.match(await page(ann, flat), /You say 5, Priya Raman says 6/)
	const takeBack = routes.progress.takeBack.href({ ...flat, rating: once })
	assert.equal((await ann.post(takeBack)).status, 404, 'only one’s own')
	assert.equal((await priya.post(takeBack)).status, 303)
	assert.match(await page(ann, flat), /You say 5, Priya Raman says 7/, 'what they said before stands')
	assert.doesNotMatch(await page(ann, flat), /Nearer/)
	assert.equal((await say(priya, flat, '8')).status, 303)
})

test('in a form with something to put right nothing typed is lost', async () => {
	const rating = await say(ann, of('ann/nephews'), '', 'I cannot choose')
	assert.equal(rating.status, 422)
	assert.match(rating.html, /I cannot choose/)
	const anchors = routes.progress.anchors.href(nephews)
	const none = await ann.post(anchors, { step: 'check', at0: ' ', at5: '', at10: '' })
	assert.equal(none.status, 422)
	assert.match(none.html, /Write what one of the three looks like/)
	const said = await ann.post(anchors, { step: 'share', once: newId(), at0: '', at5: 'They ask to come.', at10: '' })
	assert.equal(said.location, `${routes.progress.show.href(nephews)}?done=anchors`)
	assert.match((await priya.get(routes.progress.rate.href(nephews))).html, /They ask to come\./)
})

test('each act stands in the record of the person, a pass in none', async () => {
	const entries = await underneath<{ by: string }>(
		`select by_id as by from access_entry where what = 'progress' and act = 'changed' and thing_id = $1`,
		[nephews.outcome],
	)
	assert.deepEqual(entries.map(({ by }) => by).sort(), [idOf('ann'), idOf('ann'), idOf('priya')].sort())
})

test('to whom the outcome is open there are no numbers: not on its page, not by address, not in the database', async () => {
	const open = await linda.get(routes.outcome.show.href(flat))
	assert.equal(open.status, 200)
	assert.doesNotMatch(open.html, /How far it has come|a good thing to talk about|My own key/)
	assert.equal((await linda.get(routes.progress.show.href(flat))).status, 404)
	await place.acting('supporter', async (tx) => {
		for (const table of ['progress_rating', 'progress_anchor']) {
			assert.deepEqual((await sql.raw(`select * from ${table}`).execute(tx)).rows, [], table)
		}
	})
})

test('what a practitioner said who has gone on stays, under their name', async () => {
	const tom = await place.as('tom')
	const html = await page(tom, { person: idOf('tom'), outcome: idOf('tom/work') })
	assert.match(html, /Hannah/)
	assert.match(html, /You say 6, Ewa Nowak says 5/)
	assert.doesNotMatch(html, /This was meant for somebody else|says 9/)
})

test('leaving takes one’s numbers and words for them; what the other said of the same outcome stays, and its page too', async () => {
	const [area, tom, hannah, outcome] = [idOf('Rivermouth'), idOf('tom'), idOf('hannah'), newId()]
	const scope = idOf('tom/plan')
	await underneath(
		`insert into outcome (area_id, id, scope_id, person_id, proposed_by_id) values ($1, $2, $3, $4, $5)`,
		[...[area, outcome, scope, tom, hannah]],
	)
	await underneath(
		`insert into wording (area_id, id, outcome_id, scope_id, number, words, author_id) values ($1, $2, $2, $3, 1, 'Go by bus.', $4)`,
		[area, outcome, scope, hannah],
	)
	for (const [author, words] of [
		[tom, 'My own words for it'],
		[hannah, 'Words of one who leaves'],
	]) {
		await underneath(
			`insert into progress_rating (area_id, id, outcome_id, scope_id, author_id, rating, words, rated_on)
				values ($1, $2, $3, $4, $5, 2, $6, today_here() - 3)`,
			[area, newId(), outcome, scope, author, words],
		)
	}
	await underneath('select erase_account($1, $2, now())', [area, hannah])
	const browser = await place.as('tom')
	const html = await page(browser, { person: tom, outcome })
	assert.match(html, /My own words for it/)
	assert.doesNotMatch(html, /Words of one who leaves|Go by bus/)
	assert.match(html, /Words stood here\. They went with the one who wrote them\./)
	assert.equal((await browser.get(routes.plan.show.href({ person: tom }))).status, 200)
	const left = await underneath('select from progress_rating where author_id = $1', [hannah])
	assert.equal(left.length, 0)
	const told = await underneath(`select from access_entry where person_id = $1 and what = 'leaving' and by_id = $2`, [
		tom,
		hannah,
	])
	assert.equal(told.length, 1)
})
