import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { freshFolder, type Other, otherProcess } from './folder.test-tools.ts'
import { FolderInUse, takeLock } from './lock.ts'

/** Starts processes that all wait, then lets them go for the lock at once; their answers in the same order. */
async function race(t: TestContext, folder: string, howMany: number): Promise<{ others: Other[]; answers: string[] }> {
	const others = Array.from({ length: howMany }, () => otherProcess(t, 'lock', folder))
	for (const other of others) assert.equal(await other.line(), 'ready')
	for (const other of others) other.child.stdin?.write('go\n')
	return { others, answers: await Promise.all(others.map((other) => other.line())) }
}

function exactlyOneWon(answers: string[]) {
	assert.equal(answers.filter((answer) => answer.startsWith('won')).length, 1, answers.join(' | '))
	assert.equal(answers.filter((answer) => answer.startsWith('refused Process ')).length, answers.length - 1)
}

test('a second process is refused in one sentence that names the first', async (t) => {
	const folder = await freshFolder(t)
	const first = await race(t, folder, 1)
	assert.match(first.answers[0] ?? '', /^won/)
	await assert.rejects(takeLock(folder), (error: Error) => {
		assert(error instanceof FolderInUse)
		assert.equal(error.message, `Process ${first.others[0]?.child.pid} is already using the folder ${folder}.`)
		return true
	})
	first.others[0]?.child.stdin?.write('stop\n')
	assert.equal(await first.others[0]?.ended, 0)
	const release = await takeLock(folder)
	await assert.rejects(takeLock(folder), FolderInUse, 'and the same process a second time')
	await release()
	assert.deepEqual(await readdir(folder), [], 'nothing is left behind')
})

test('of two that start at once, exactly one wins', async (t) => {
	for (let round = 1; round <= 5; round++) exactlyOneWon((await race(t, await freshFolder(t), 2)).answers)
})

test('a lock whose holder was killed is taken over, by exactly one of three that race for it', async (t) => {
	for (let round = 1; round <= 4; round++) {
		const folder = await freshFolder(t)
		const dead = await race(t, folder, 1)
		dead.others[0]?.child.kill('SIGKILL')
		await dead.others[0]?.ended
		exactlyOneWon((await race(t, folder, 3)).answers)
		assert.deepEqual(await readdir(folder), ['lock'], 'the chain of successors is gone')
	}
})

test('many in one process race for a stale lock, again and again: never two', async (t) => {
	const folder = await freshFolder(t)
	for (let round = 1; round <= 100; round++) {
		await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, nonce: `gone-${round}` }))
		const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)))
		const won = taken.filter((one) => one.status === 'fulfilled')
		assert.equal(won.length, 1)
		await won[0]?.value()
		assert.deepEqual(await readdir(folder), [])
	}
})

test('one that died while it took over is succeeded too', async (t) => {
	const folder = await freshFolder(t)
	await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, nonce: 'first' }))
	await writeFile(join(folder, 'lock.after-first'), JSON.stringify({ pid: 2 ** 22 + 2, nonce: 'second' }))
	const release = await takeLock(folder)
	assert.deepEqual(await readdir(folder), ['lock'])
	await release()
})

test('a later process with the same id is not the holder', async (t) => {
	const folder = await freshFolder(t)
	const release = await takeLock(folder)
	const lock = join(folder, 'lock')
	const holder = JSON.parse(await readFile(lock, 'utf8'))
	assert.equal(holder.pid, process.pid)
	await writeFile(lock, JSON.stringify({ ...holder, start: 'another day', nonce: 'earlier' }))
	await (await takeLock(folder))()
	await release()
	await writeFile(lock, JSON.stringify({ pid: process.pid, nonce: 'unknown-start' }))
	await assert.rejects(takeLock(folder), FolderInUse, 'without a start to compare, the id alone refuses')
})

test('a lock that cannot be read is not taken over', async (t) => {
	const folder = await freshFolder(t)
	await writeFile(join(folder, 'lock'), 'not ours')
	await assert.rejects(takeLock(folder), /^FolderInUse: Delete the file .*lock if no Alongside is running/)
})
