import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { randomHistory } from '../histories.test-tools.ts'
import { mark } from '../map.test-tools.ts'
import { eachOnesHand, keyOf, mapAsOf, unsaid } from '../map.ts'
import { viewOf } from '../view.ts'
import { writeEasyNwk } from './easynwk-out.ts'
import { writeGraphml } from './graphml-out.ts'
import { ownSchema } from './own.schema.ts'
import { readOwn, writeOwn } from './own.ts'

test('a file of ours comes back exactly, whatever its history: every hand, every time, what was taken back too', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const history = randomHistory(seed, 60)
		const { marks, notUnderstood } = readOwn(writeOwn(history, true))
		assert.deepEqual(marks, history)
		assert.deepEqual(notUnderstood, [])
		assert.deepEqual(eachOnesHand(marks), eachOnesHand(history))
	}
})

/** What a JSON schema finds wrong, as the server's own validator reads it. */
async function mistakesIn(file: unknown): Promise<unknown[]> {
	const app = fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false, strict: false } } })
	let found: unknown[] = []
	app.get('/', async (request) => {
		const validate = request.compileValidationSchema(ownSchema)
		if (!validate(file)) found = validate.errors ?? ['wrong']
		return ''
	})
	await app.inject('/')
	await app.close()
	return found
}

test('a file of ours fits its published schema, which knows every field', async () => {
	const tie = { kind: 'tie', from: 'centre', to: 'mum' } as const
	const some = [
		mark('ann', tie, 'wanted', unsaid),
		mark('ann', tie, 'gets', ['lifts']),
		mark('ann', tie, 'hardBecause', 'we shout'),
		mark('ann', { kind: 'node', id: 'mum' }, 'place', { x: 0.25, y: 1 }),
		mark('ann', { kind: 'node', id: 'mum' }, 'who', 'my mum'),
	]
	const file = JSON.parse(writeOwn([...randomHistory(3, 200), ...some], true))
	assert.deepEqual(await mistakesIn(file), [])
	file.marks[0].value = { none: 'of ours' }
	assert.notDeepEqual(await mistakesIn(file), [], 'and the schema does tell')
})

test('notes go along only where they were ticked', () => {
	const marks = [
		mark('ann', { kind: 'node', id: 'mum' }, 'note', 'a secret'),
		mark('ann', { kind: 'node', id: 'mum' }, 'label', 'Mum'),
	]
	const view = viewOf(mapAsOf(marks, new Date('2027-01-01')), ['ann'])
	for (const withNotes of [true, false]) {
		const files = [
			writeOwn(marks, withNotes),
			writeEasyNwk([{ view, title: '', day: '' }], withNotes),
			writeGraphml([{ view, caseId: '', finishedAt: '' }], withNotes),
		]
		for (const file of files) assert.equal(file.includes('a secret'), withNotes)
	}
})

test('a field or a value that this version does not know is kept apart and listed, and the rest is read', () => {
	const mum = { kind: 'node', id: 'mum' } as const
	const file = JSON.parse(writeOwn([mark('ann', mum, 'label', 'Mum'), mark('ann', mum, 'closeness', 2)], false))
	file.marks[1].value = 9
	file.marks.push({ ...file.marks[0], field: 'shoeSize', value: 5 }, { ...file.marks[0], field: 'constructor' })
	const { marks, notUnderstood } = readOwn(JSON.stringify(file))
	assert.deepEqual(
		marks.map(({ field }) => field),
		['label'],
	)
	assert.deepEqual(notUnderstood, [
		{ where: keyOf(mum), what: '{"closeness":9}' },
		{ where: keyOf(mum), what: '{"shoeSize":5}' },
		{ where: keyOf(mum), what: '{"constructor":"Mum"}' },
	])
})
