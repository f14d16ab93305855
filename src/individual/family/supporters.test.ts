/** A person goes on without somebody who supported them: at once, silently, and nobody else does it for them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf, people } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const { underneath } = place
const person = people.person
const list = routes.supporters.list.href({ person })
const [tie] = await underneath<{ id: string }>(
	'select id from supporting where person_id = $1 and supporter_id = $2 and ended_at is null',
	[person, people.supporter],
)
const supporting = tie?.id ?? ''
const end = routes.supporters.end.href({ person, supporting })
const stored = () =>
	underneath('select id, ended_at from supporting union all select id, closed_at from opening order by 1')

test('nobody else ends it: not who works with the person, not who supports them, not another person', async () => {
	const before = await stored()
	for (const key of ['practitioner', 'lead', 'supporter', 'other-person', 'partner', 'person-elsewhere'] as const) {
		const browser = await place.as(key)
		assert.equal((await browser.post(end)).status, 404, key)
		const swapped = routes.supporters.end.href({ person: people[key], supporting })
		assert.equal((await browser.post(swapped)).status, 404, key)
	}
	assert.equal((await place.anonymous().post(end)).status, 401)
	assert.deepEqual(await stored(), before)
})

test('the tie ends, what was open to them closes at once, and the page says so; a second press finds it done', async () => {
	const [ann, linda] = [await place.as('person'), await place.as('supporter')]
	const flat = routes.outcome.show.href({ person, outcome: idOf('ann/flat') })
	assert.equal((await linda.get(flat)).status, 200, 'it was open to her')
	const page = (await ann.get(list)).html
	assert.match(page, /Go on without Linda Kerr/)
	assert.match(page, /All that you opened to Linda Kerr closes at once\./)

	const told = await ann.post(end)
	assert.equal(told.location, `${list}?done=ended`)
	const after = (await ann.get(told.location ?? '')).html
	assert.match(after, /You go on without them\. All that you opened to them is closed\./)
	assert.doesNotMatch(after, /Go on without Linda Kerr/)
	assert.equal((await linda.get(flat)).status, 404)
	assert.doesNotMatch((await linda.get('/')).html, /Ann/, 'and her home is as if nothing had ever been open')

	const before = await stored()
	assert.equal((await ann.post(end)).status, 303)
	assert.deepEqual(await stored(), before)
	const open = await underneath(`select from opening where person_id = $1 and account_id = $2 and closed_at is null`, [
		person,
		people.supporter,
	])
	assert.deepEqual(open, [])
	const messages = await underneath(
		`select from message where account_id = $1 and asked_at > now() - interval '1 minute'`,
		[people.supporter],
	)
	assert.deepEqual(messages, [], 'nothing is sent to her')
})
