import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { postgresBinaries } from './postgres-binaries.ts'
import { startThrowAwayPostgres } from './throw-away-postgres.ts'

test('finds a server on every machine, for the npm package brings one', () => {
	assert.ok(postgresBinaries().some(({ embedded, version }) => embedded && version >= 15))
})

for (const binaries of postgresBinaries()) {
	const name = `PostgreSQL ${binaries.version} ${binaries.embedded ? 'of the npm package' : 'of this machine'}`

	test(`${name} starts, keeps words in any script, and leaves nothing behind`, async () => {
		const postgres = await startThrowAwayPostgres({ binaries })
		const words = 'Zoë, 你好, مرحبا, 🌱'
		const [row] = await ask(
			postgres.adminUrl,
			`select current_setting('server_version') as version, current_setting('fsync') as fsync,
				current_setting('server_encoding') as encoding, current_setting('data_directory') as data,
				current_setting('unix_socket_directories') as sockets, $1::text as words`,
			[words],
		)
		assert.equal(Number.parseInt(row?.version ?? '', 10), binaries.version)
		assert.deepEqual([row?.fsync, row?.encoding, row?.sockets, row?.words], ['on', 'UTF8', '', words])
		const withoutPassword = new URL(postgres.adminUrl)
		withoutPassword.password = 'wrong'
		await assert.rejects(ask(withoutPassword.href, 'select 1'), /password authentication failed/)
		await postgres.stop()
		assert.equal(existsSync(dirname(row?.data ?? '')), false)
		await assert.rejects(ask(postgres.adminUrl, 'select 1'), /ECONNREFUSED/)
	})
}

test('runs without fsync only when asked', async () => {
	const postgres = await startThrowAwayPostgres({ fsync: false })
	assert.deepEqual(await ask(postgres.adminUrl, 'show fsync'), [{ fsync: 'off' }])
	await postgres.stop()
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	test(`ends with the process that started it, on ${signal}`, async (t) => {
		const starter = spawn(process.execPath, [...process.execArgv, '--input-type=module', '--eval', startAndWait], {
			cwd: join(import.meta.dirname, '..'),
			stdio: ['ignore', 'pipe', 'inherit'],
		})
		t.after(() => starter.kill('SIGKILL'))
		const adminUrl = await firstLine(starter)
		const [row] = await ask(adminUrl, `select current_setting('data_directory') as data`)
		starter.kill(signal)
		const [code] = await once(starter, 'exit')
		assert.equal(code, signal === 'SIGINT' ? 130 : 143)
		assert.equal(existsSync(dirname(row?.data ?? '')), false)
		assert.ok(await refusesWithin(5_000, adminUrl), 'the server still answers')
	})
}

const startAndWait = `
	import { startThrowAwayPostgres } from '${import.meta.resolve('./throw-away-postgres.ts')}'
	console.log((await startThrowAwayPostgres({ fsync: false })).adminUrl)
	setInterval(() => {}, 1000)
`

async function firstLine(child: ChildProcess): Promise<string> {
	assert.ok(child.stdout)
	for await (const line of createInterface(child.stdout)) return line
	assert.fail('the process ended before it named a server')
}

async function ask(url: string, query: string, values: string[] = []): Promise<Record<string, string>[]> {
	const client = new Client({ connectionString: url })
	await client.connect()
	try {
		return (await client.query<Record<string, string>>(query, values)).rows
	} finally {
		await client.end()
	}
}

async function refusesWithin(milliseconds: number, url: string): Promise<boolean> {
	for (let waited = 0; waited < milliseconds; waited += 100) {
		const refused = await ask(url, 'select 1').then(
			() => false,
			(error: NodeJS.ErrnoException) => error.code === 'ECONNREFUSED',
		)
		if (refused) return true
		await pause(100)
	}
	return false
}
