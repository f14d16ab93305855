/** A throw-away PostgreSQL that can die at once and be started again on the same data, as after a crash. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { migratePostgresql, setUpDatabase } from '../../../src/platform/database/setup.ts'
import { startThrowAwayPostgres } from '../../../tools/throw-away-postgres.ts'

export type Mortal = {
	/** As the superuser of the whole server. */
	adminUrl: string
	/** A new database, set up and migrated. `server` is for DATABASE_URL, `admin` looks past every policy. */
	newDatabase(name: string): Promise<{ server: string; admin: string }>
	/** Ends every process of the server with SIGKILL. */
	kill(): Promise<void>
	/** Starts it again on the same data and port, and waits until it answers. */
	restart(): Promise<void>
}

/** Starts one with every write synced, as one has it for real records; gone when the test file has run. */
export async function mortalPostgres(): Promise<Mortal> {
	const postgres = await startThrowAwayPostgres()
	const [folder] = await ask<{ folder: string }>(
		postgres.adminUrl,
		`select current_setting('data_directory') as folder`,
	)
	if (!folder) throw new Error('PostgreSQL does not say where its data is.')
	const pid = () => Number(readFileSync(`${folder.folder}/postmaster.pid`, 'utf8').split('\n', 1)[0])
	const { uid, gid } = statSync(`/proc/${pid()}`)
	const [command = '', ...parts] = readFileSync(`/proc/${pid()}/cmdline`, 'utf8').split('\0').slice(0, -1)
	// It was started in the folder above its data, and names that as `data`.
	const cwd = dirname(folder.folder)
	const account = process.getuid?.() === 0 ? { uid, gid } : {}
	let again: ChildProcess | undefined
	after(async () => {
		if (again && again.exitCode === null && again.signalCode === null) {
			const ended = once(again, 'exit')
			again.kill('SIGINT')
			await ended
		}
		await postgres.stop()
	})
	return {
		adminUrl: postgres.adminUrl,
		async newDatabase(name) {
			const url = (user: string) => {
				const address = new URL(postgres.adminUrl)
				address.pathname = `/${name}`
				if (user) Object.assign(address, { username: user, password: 'for-tests' })
				return address.href
			}
			await setUpDatabase({ admin: postgres.adminUrl, owner: url('mortal_owner'), server: url('mortal_server') })
			await migratePostgresql(url('mortal_owner'))
			return { server: url('mortal_server'), admin: url('') }
		},
		async kill() {
			const server = pid()
			const all = [server, ...childrenOf(server)]
			for (const one of all) process.kill(one, 'SIGKILL')
			while (all.some(isRunning)) await pause(10)
		},
		async restart() {
			again = spawn(command, parts, {
				cwd,
				stdio: 'ignore',
				env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
				...account,
			})
			for (let waited = 0; waited < 600; waited++) {
				try {
					await ask(postgres.adminUrl, 'select 1')
					return
				} catch {
					await pause(50)
				}
			}
			throw new Error('PostgreSQL did not start again.')
		},
	}
}

/** Asks once, over a connection of its own. */
export async function ask<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url })
	client.on('error', () => undefined)
	await client.connect()
	try {
		return (await client.query(sql, values)).rows as Row[]
	} finally {
		await client.end()
	}
}

const statOf = (pid: number): string[] => {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
	return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function childrenOf(parent: number): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			try {
				return Number(statOf(pid)[1]) === parent
			} catch {
				return false
			}
		})
}

function isRunning(pid: number): boolean {
	try {
		return statOf(pid)[0] !== 'Z'
	} catch {
		return false
	}
}
