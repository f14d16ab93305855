import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { writtenOnce } from './written-once.ts'

const place = await openPlace()
const nameOf = writtenOnce((tx, { id }: { id: string }) =>
	tx
		.selectFrom('account')
		.select(['id', 'name'])
		.where('area_id', '=', tx.area)
		.where('id', 'in', [id, tx.account])
		.orderBy('name')
		.compile(),
)

test('a statement that is written once is asked with the values of whoever asks', async () => {
	const [seen, seenByAnother] = [await asked('person'), await asked('practitioner')]
	assert.deepEqual(seen, [people.person])
	assert.deepEqual(new Set(seenByAnother), new Set([people.person, people.practitioner]))
})

test('it is written at its first use, and only then', async () => {
	let times = 0
	const counted = writtenOnce((tx, { name }: { name: string }) => {
		times += 1
		return tx.selectFrom('account').select('id').where('name', '=', name).compile()
	})
	const texts = await place.acting('person', async (tx) =>
		['Ann', 'Priya'].map((name) => ({ sql: counted(tx, { name }).sql, values: counted(tx, { name }).parameters })),
	)
	assert.equal(times, 1)
	assert.equal(texts[0]?.sql, texts[1]?.sql)
	assert.deepEqual(
		texts.map(({ values }) => values),
		[['Ann'], ['Priya']],
	)
})

test('it cannot be written in one way or another by its values', async () => {
	const deciding = writtenOnce((tx, { name }: { name: string }) =>
		tx.selectFrom('account').select('id').where('name', '=', `${name}!`).compile(),
	)
	await assert.rejects(
		place.acting('person', async (tx) => tx.ask(deciding(tx, { name: 'Ann' }))),
		/cannot depend on name/,
	)
})

const asked = (who: 'person' | 'practitioner') =>
	place.acting(who, async (tx) => (await tx.ask(nameOf(tx, { id: people.person }))).map(({ id }) => id))
