/** A file lies where the thing lies that it stands with: it is read, moved and deleted with it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { idOf, people } from '../../../demo/demonstration.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import { deleteFilesWith, filesWith } from './files.queries.ts'
import { bytesOf, place } from './files.test-tools.ts'

const moveFiles = (tx: Tx, aboutIds: readonly string[], scope: string) =>
	sql`select move_files(${aboutIds}::uuid[], ${scope}::uuid)`.execute(tx)

describe('in a scope', () => {
	const file = newId()
	const flat = idOf('ann/flat')

	test('a file comes and goes with the thing that it stands with, and each look of another is in the record', async () => {
		await place.underneath('update file set about_id = $1 where account_id = $2 and kind = $3', [
			flat,
			people.person,
			'photo',
		])
		const area = idOf('Rivermouth')
		const theirs = () => place.acting('practitioner', (tx) => filesWith(tx, [flat]))
		assert.deepEqual(await theirs(), [], 'in no scope it is nobody else’s')
		await place.acting('person', (tx) => moveFiles(tx, [flat], idOf('ann/plan')))
		const [seen] = await theirs()
		assert(seen)
		const browser = await place.as('practitioner')
		const looks = async () =>
			(
				await place.underneath<{ n: number }>(
					`select count(*)::int as n from access_entry where what = 'file' and thing_id = $1 and act = 'looked' and by_id = $2`,
					[seen.id, people.practitioner],
				)
			)[0]?.n
		assert.equal((await bytesOf(seen.id, '/preview', browser)).statusCode, 200)
		assert.equal(await looks(), 1)
		assert.equal((await bytesOf(seen.id, '', browser, { range: 'bytes=5-9' })).statusCode, 206)
		assert.equal(await looks(), 2, 'a part is a look too')
		assert.equal((await browser.post(`/people/${people.person}/files/${seen.id}/delete`)).status, 404)
		await place.acting('practitioner', (tx) => deleteFilesWith(tx, [flat]))
		assert((await theirs()).length > 0, 'nobody else deletes it')
		await place.underneath(
			`insert into file (area_id, id, account_id, about, kind, type, once) values ($1, $2, $3, 'note', 'voice', 'audio/wav', $2)`,
			[...[area, file, people.person]],
		)
		assert.equal((await bytesOf(file)).statusCode, 404, 'what has not wholly come is not there')
		await place.acting('person', (tx) => deleteFilesWith(tx, [flat]))
		assert.deepEqual(await theirs(), [])
	})

	test('nobody puts a file into a scope of somebody else’s', async () => {
		const row = {
			area_id: idOf('Rivermouth'),
			id: newId(),
			once: newId(),
			about: 'note',
			kind: 'voice',
			type: 'audio/wav',
		} as const
		const insert = place.acting('practitioner', (tx) =>
			tx
				.insertInto('file')
				.values({ ...row, account_id: people.practitioner, scope_id: idOf('ann/plan') })
				.execute(),
		)
		await assert.rejects(insert, { code: '23503' })
		const moved = place.acting('other-person', async (tx) => {
			await tx
				.insertInto('file')
				.values({ ...row, account_id: people['other-person'], about_id: flat })
				.execute()
			await moveFiles(tx, [flat], idOf('ann/plan'))
		})
		await assert.rejects(moved, { code: '23503' })
	})

	test('what was cut off goes with the rest that is past its time', async () => {
		await place.underneath(`update file set begun_at = now() - interval '2 hours' where id = $1`, [file])
		await place.system('system_forget')
		assert.deepEqual(await place.underneath('select from file where id = $1', [file]), [])
	})
})

test('leaving takes every file and every piece of it, and nobody else’s', async () => {
	const left = () =>
		place.underneath<{ account_id: string }>(
			'select distinct f.account_id from file f join file_piece p on p.area_id = f.area_id and p.file_id = f.id',
		)
	assert((await left()).some(({ account_id }) => account_id === idOf('mary')))
	const others = (await left()).length - 1
	const entry = { area: idOf('Rivermouth'), account: idOf('mary'), at: new Date().toISOString() }
	await place.system('system_erase', JSON.stringify([entry]))
	assert.equal((await left()).length, others)
	assert.deepEqual(await place.underneath('select from file where account_id = $1', [idOf('mary')]), [])
	assert.deepEqual(
		await place.underneath('select from file_piece p where not exists (select from file f where f.id = p.file_id)'),
		[],
	)
})
