/** What the database itself holds about openings, whatever the pages do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { idOf } from '../../../demo/ids.ts'
import { openPlace } from '../../../test/support/place.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { openAll, openingsOf, outcomeOf, planOf } from './openings.test-tools.ts'

const place = await openPlace()
const [ann, linda, priya] = await Promise.all([place.as('person'), place.as('supporter'), place.as('practitioner')])
const flat = outcomeOf('ann', 'flat')
const [area, annId, lindaId] = [idOf('Rivermouth'), idOf('ann'), idOf('linda')]
const closeAll = () =>
	place.underneath('update opening set closed_at = now() where person_id = $1 and closed_at is null', [annId])
const statusFor = async (browser: typeof linda, path: string) => (await browser.get(path)).status

/** Ann's plan open to Linda, with these columns of the opening set past every policy. */
async function openPlan(set = 'ends_with_work = false'): Promise<string> {
	await closeAll()
	await openAll(ann, 'ann', { what: 'plan' })
	const [opening] = await place.underneath<{ id: string }>(
		`update opening set ${set} where person_id = $1 and closed_at is null returning id`,
		[annId],
	)
	return opening?.id ?? ''
}

const row = { area_id: area, scope_id: idOf('ann/plan'), thing_id: null, purpose: 'To know', ends_with_work: false }
const insert = (tx: Tx, more: { person_id: string; account_id: string; scope_id?: string }, until: string) =>
	tx
		.insertInto('opening')
		.values({ ...row, id: v7(), names_shown: [], ...more, until: sql<Date>`now() + ${until}::text::interval` })
		.execute()

test('it ends by the database’s clock, one second past its time, with nobody to end it', async () => {
	await openPlan(`opened_at = now() - interval '1 day', until = now() + interval '1 minute'`)
	assert.equal(await statusFor(linda, planOf('ann')), 200)
	await openPlan(`opened_at = now() - interval '1 day', until = now() - interval '1 second'`)
	for (const path of [planOf('ann'), flat, `${flat}/history`]) assert.equal(await statusFor(linda, path), 404, path)
	assert(!(await linda.get('/')).html.includes('So that you know'))
	assert.match((await ann.get(openingsOf('ann'))).html, /Open it again\?/)
})

test('no opening is longer than six months, and none ends before it begins', async () => {
	await closeAll()
	const to = { person_id: annId, account_id: lindaId }
	for (const until of ['6 months 1 second', '10 years', '-1 second', '0']) {
		await assert.rejects(
			place.acting('person', (tx) => insert(tx, to, until)),
			/six_months_at_most/,
			until,
		)
	}
	await place.acting('person', (tx) => insert(tx, to, '6 months'))
	await closeAll()
})

test('nobody opens what is another’s, to whom they do not know, or for another', async () => {
	const refused = { code: '42501' }
	const joseph = idOf('joseph')
	for (const [key, to] of [
		['person', { person_id: annId, account_id: joseph }],
		['person', { person_id: annId, account_id: idOf('iris') }],
		['person', { person_id: annId, account_id: idOf('owen') }],
		['practitioner', { person_id: annId, account_id: lindaId }],
		['supporter', { person_id: annId, account_id: lindaId }],
		['other-person', { person_id: annId, account_id: idOf('bilal') }],
	] as const) {
		await assert.rejects(
			place.acting(key, (tx) => insert(tx, to, '1 month')),
			refused,
			`${key} to ${to.account_id}`,
		)
	}
	const another = { person_id: joseph, account_id: idOf('bilal'), scope_id: idOf('ann/plan') }
	await assert.rejects(
		place.acting('other-person', (tx) => insert(tx, another, '1 month')),
		refused,
	)
})

test('at a change of practitioner what ends with the work ends, and passes to nobody', async () => {
	for (const [endsWithWork, then] of [
		[true, 404],
		[false, 200],
	] as const) {
		await openPlan(`ends_with_work = ${endsWithWork}`)
		await place.underneath(
			'update working_relationship set ended_at = now() where person_id = $1 and ended_at is null',
			[annId],
		)
		assert.equal(await statusFor(linda, planOf('ann')), then)
		assert.equal(await statusFor(priya, planOf('ann')), 404)
		await place.underneath('update working_relationship set ended_at = null where person_id = $1', [annId])
	}
})

test('what is open to who once worked with the person ends when they do so again and stop', async () => {
	const tom = await place.as('tom')
	const hannah = await place.as('hannah')
	await openAll(tom, 'tom', { what: 'plan', to: idOf('hannah') })
	const page = await hannah.get(planOf('tom'))
	assert.equal(page.status, 200)
	assert(!/Ewa|Nowak/.test(page.html), 'who works with Tom now is not named')
	assert(!page.html.includes('<form method="post" action="/people/'), 'she only reads, also where she once wrote')
	assert.equal(await statusFor(hannah, `${planOf('tom')}/propose`), 404)
	await place.underneath(
		'insert into working_relationship (area_id, id, person_id, practitioner_id, ended_at) values ($1, $2, $3, $4, now())',
		[area, v7(), idOf('tom'), idOf('hannah')],
	)
	assert.equal(await statusFor(hannah, planOf('tom')), 404)
})

test('when the tie of a supporter ends, so does what was open to them, and does not come back with it', async () => {
	await openPlan()
	await place.underneath('update supporting set ended_at = now() where supporter_id = $1', [lindaId])
	assert.equal(await statusFor(linda, planOf('ann')), 404)
	const tie = [area, v7(), annId, lindaId]
	await place.underneath('insert into supporting (area_id, id, person_id, supporter_id) values ($1, $2, $3, $4)', tie)
	assert.equal(await statusFor(linda, planOf('ann')), 404)
	assert.match((await linda.get('/')).html, /You support Ann Kerr/)
})

test('while one reads, the other closes: each answer is the whole page or nothing, and after it nothing', async () => {
	for (let round = 0; round < 3; round++) {
		const opening = await openPlan()
		const whole = (await linda.get(flat)).html
		const reads = Array.from({ length: 6 }, () => linda.get(flat))
		const posts = Array.from({ length: 2 }, () => linda.post(`${flat}/agree`, { wording: v7(), hash: '' }))
		const [closed, ...answers] = await Promise.all([ann.post(`${openingsOf('ann')}/${opening}/close`), ...reads])
		assert.equal(closed.status, 303)
		for (const { status, html } of answers) assert(status === 404 || (status === 200 && html === whole))
		for (const { status } of await Promise.all(posts)) assert.equal(status, 404)
		assert.equal(await statusFor(linda, flat), 404)
	}
})

test('two press yes and close at once: of an account and a thing there is one opening or none', async () => {
	for (let round = 0; round < 3; round++) {
		await closeAll()
		const once = v7()
		const yes = { step: 'yes', once, what: 'plan', to: lindaId, purpose: 'Both', until: 'one', day: '', names: 'none' }
		const open = `${openingsOf('ann')}/open`
		const other = await place.as('person')
		const answers = await Promise.all([
			ann.post(open, yes),
			other.post(open, yes),
			other.post(open, { ...yes, once: v7() }),
			ann.post(`${openingsOf('ann')}/${once}/close`),
		])
		for (const { status } of answers) assert([303, 404].includes(status), `answered ${status}`)
		const left = await place.underneath('select from opening where person_id = $1 and closed_at is null', [annId])
		assert(left.length <= 1)
	}
})

test('an outcome is set apart while the practitioner writes in it: both are done', async () => {
	const outcome = outcomeOf('ann', 'nephews')
	for (let round = 0; round < 3; round++) {
		const yes = {
			step: 'yes',
			what: `plan/${idOf('ann/nephews')}`,
			to: lindaId,
			purpose: 'Tea',
			until: 'one',
			names: 'none',
		}
		const [opened, ...written] = await Promise.all([
			ann.post(`${openingsOf('ann')}/open`, { ...yes, once: v7(), day: '' }),
			...[1, 2].map(() =>
				priya.post(`${outcome}/see-differently`, { step: 'share', once: v7(), reason: 'I see it so' }),
			),
		])
		assert.equal(opened.location, `${openingsOf('ann')}?done=opened`)
		for (const { status } of written) assert.equal(status, 303)
	}
	assert.equal(await statusFor(linda, outcome), 200)
	const [split] = await place.underneath<{ n: number }>(
		`select count(distinct scope_id)::int as n from (select scope_id, outcome_id from difference union all
			select scope_id, outcome_id from wording union all select scope_id, id from outcome) r where outcome_id = $1`,
		[idOf('ann/nephews')],
	)
	assert.equal(split?.n, 1, 'every row went along')
	assert.equal(await statusFor(priya, outcome), 200)
	assert.equal(await statusFor(ann, outcome), 200)
})
