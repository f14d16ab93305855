/** A form with a file in it: one press keeps one, nothing typed is lost, and nobody fills the house. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { people } from '../../../demo/demonstration.ts'
import { point, silence } from '../../../test/access/smallest.ts'
import { formWith } from '../../../test/support/form-with.ts'
import { newId } from '../../platform/database/values.ts'
import { ann, of, place, refused, rows, send, voice, withPlace } from './files.test-tools.ts'
import { mostBytes, mostInAll } from './files.ts'

describe('a form with a file', () => {
	test('a second press keeps no second one', async () => {
		const before = await rows()
		const once = newId()
		for (let press = 0; press < 2; press++) assert.equal((await send('voice', silence, { once })).statusCode, 303)
		assert.deepEqual(await rows(), { files: Number(before?.files) + 1, pieces: Number(before?.pieces) + 1 })
	})

	test('two presses at once keep one', async () => {
		const before = await rows()
		const once = newId()
		const answers = await Promise.all([1, 2, 3].map(() => send('voice', silence, { once })))
		assert.deepEqual(
			answers.map(({ statusCode }) => statusCode),
			[303, 303, 303],
		)
		assert.deepEqual(await rows(), { files: Number(before?.files) + 1, pieces: Number(before?.pieces) + 1 })
	})

	test('what is typed is not lost, and too much of it keeps no file', async () => {
		const words = 'x'.repeat(501)
		const { body } = await refused('voice', silence, /Use 500 characters or fewer\./, { words })
		assert(body.includes(words))
		for (const file of [undefined, Buffer.alloc(0), withPlace, voice(mostBytes.voice + 400_000)]) {
			const answer = await refused('voice', file, /voice note/, { words: 'Typed already.' })
			assert(answer.body.includes('Typed already.'))
		}
	})

	test('without its token not a byte is taken; nor at an address that awaits none', async () => {
		const before = await rows()
		assert.equal((await send('voice', silence, { csrf: 'wrong' })).statusCode, 403)
		const { payload, headers } = formWith({}, silence)
		const elsewhere = await place.app.inject({ method: 'POST', url: '/sign-out', payload, headers })
		assert.equal(elsewhere.statusCode, 400)
		// Parts that do not fit together are no form either, before the file and in the middle of it.
		const { csrf } = { csrf: (await ann.get(of('voice'))).html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? '' }
		const whole = formWith({ csrf, once: newId() }, voice(900_000))
		const cookie = [...ann.cookies].map((pair) => pair.join('=')).join('; ')
		for (const end of [20, 150, whole.payload.length - 300_000, whole.payload.length - 20]) {
			const half = { payload: whole.payload.subarray(0, end), headers: { ...whole.headers, cookie } }
			const broken = await place.app.inject({ method: 'POST', url: of('voice'), ...half })
			assert.equal(broken.statusCode, 400, `cut at ${end}`)
		}
		assert.deepEqual(await rows(), before)
	})

	test('nobody keeps more than 500 MB in all, or sends more than 60 in an hour', async () => {
		const [one] = await place.underneath<{ id: string }>(
			'select id from file where account_id = $1 and kind = $2 limit 1',
			[people.person, 'voice'],
		)
		await place.underneath('update file set bytes = $1 where id = $2', [mostInAll, one?.id])
		await refused('voice', silence, /You keep 500 MB here, which is all we can\. Delete something first\./)
		await refused('photo', point, /You keep 500 MB here/)
		await place.underneath('delete from file where id = $1', [one?.id])
		assert.equal((await send('voice', silence)).statusCode, 303)
		await place.underneath('update gate.tries set count = 60 where count > 5')
		await refused('voice', silence, /That was a lot in one hour\. Wait a little and try again\./)
		await place.underneath('delete from gate.tries')
	})
})
