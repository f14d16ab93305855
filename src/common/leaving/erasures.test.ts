/** The list of those who have left: written before anything is gone, refused when it is not the list, replayed. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { type Erasure, erasureList } from './erasures.ts'
import { ErasuresNotReady, eraseAgain, listAnew } from './index.ts'

const place = await openPlace()
const folders: string[] = []
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function emptyList() {
	const folder = await mkdtemp(join(tmpdir(), 'alongside-list-'))
	folders.push(folder)
	const file = join(folder, 'who-left')
	return { folder, file, list: erasureList({ folder, file }) }
}

async function allOf(list: ReturnType<typeof erasureList>): Promise<Erasure[]> {
	const all: Erasure[] = []
	for await (const one of list.all()) all.push(one)
	return all
}

const someone = (account = newId()): Erasure => ({ area: idOf('Rivermouth'), account, at: new Date().toISOString() })

test('a list that nobody has begun is empty', async () => {
	assert.deepEqual(await allOf((await emptyList()).list), [])
})

test('whoever is added at the same time by two programs all stand on it, each once', async () => {
	const { folder, file, list } = await emptyList()
	const another = erasureList({ folder, file })
	const added = Array.from({ length: 12 }, () => someone())
	await Promise.all(added.map((one, at) => (at % 2 ? list : another).add(one)))
	const ids = (all: Erasure[]) => all.map(({ account }) => account).sort()
	assert.deepEqual(ids(await allOf(list)), ids(added))
})

test('a line that a crash cut short was nobody’s leaving; the next one stands', async () => {
	const { file, list } = await emptyList()
	const [first, second] = [someone(), someone()]
	await list.add(first)
	await writeFile(file, `${await readFile(file, 'utf8')}{"area":"0194`)
	assert.deepEqual(await allOf(list), [first])
	await list.add(second)
	assert.deepEqual(await allOf(list), [first, second])
})

test('a list that was changed, or cannot be read, is not relied upon, and one sentence says so', async () => {
	const { file, list } = await emptyList()
	for (let added = 0; added < 3; added++) await list.add(someone())
	const lines = (await readFile(file, 'utf8')).split('\n')
	const spoilt = [
		lines.toSpliced(1, 1),
		lines.with(0, (lines[0] ?? '').replace(/"at":"20\d\d/, '"at":"1999')),
		lines.with(1, 'nothing to be read'),
	]
	for (const one of spoilt) {
		await writeFile(file, one.join('\n'))
		await assert.rejects(eraseAgain(place.system, list), (error: Error) => {
			assert(error instanceof ErasuresNotReady)
			assert.match(error.message, /^Line \d of the list of those who have left, .* is not as it was written: [^.]+\.$/)
			return true
		})
	}
	await rm(file)
	await mkdir(file)
	await assert.rejects(eraseAgain(place.system, list), /cannot be read \(EISDIR\): without it/)
})

test('whoever is on it is erased, and only they; once is as often as twice', async () => {
	const { list } = await emptyList()
	await list.add(someone(idOf('dai')))
	await list.add(someone())
	const names = () => place.underneath<{ n: number }>(`select count(*)::int as n from account where name <> ''`)
	const [before] = await names()
	assert.equal(await eraseAgain(place.system, list), 1)
	const [now] = await names()
	assert.equal(now?.n, (before?.n ?? 0) - 1)
	assert.equal(await eraseAgain(place.system, list), 0)
	assert.deepEqual(await names(), [now])
})

test('staff who stand on it are erased too: their work had ended by then', async () => {
	const { list } = await emptyList()
	await list.add(someone(idOf('callum')))
	assert.equal(await eraseAgain(place.system, list), 1)
})

test('in a real area, a list without somebody who has left is not the list; it can be written anew', async () => {
	await place.underneath('update area set is_demonstration = false')
	const { list } = await emptyList()
	await assert.rejects(
		eraseAgain(place.system, list),
		/4 of those who have left are not on the list that ALONGSIDE_ERASURES names/,
	)
	assert.equal(await listAnew(place.system, list), 4)
	assert.equal(await listAnew(place.system, list), 0)
	assert.equal(await eraseAgain(place.system, list), 0)
})
