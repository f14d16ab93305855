/** What was asked for before a kill goes out after it, and no line of the log ever says where to, or with which code. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { idOf, loadDemonstration } from '../../demo/demonstration.ts'
import { openEmbedded } from '../../src/platform/database/open.ts'
import { newId } from '../../src/platform/database/values.ts'
import { openLog } from '../../src/platform/log.ts'
import { routes } from '../../src/routes.ts'
import { type MailServer, openMailServer } from '../support/carriers.ts'
import { run } from './support/commands.ts'
import { type Environment, freshFolder, type Program, start } from './support/program.ts'

const address = 'ann.kerr.again@post.example'
const token = randomBytes(32).toString('base64url')

/** Where the list of those who have left lies, each time that the program starts on this folder. */
const listIn = (folder: string) => ({ ALONGSIDE_ERASURES: `${folder}/erasures` })

const ready = await prepare()

/** A folder of its own with the demonstration made real, where Ann is signed in and nothing is on its way. */
function prepared(): string {
	const folder = freshFolder()
	cpSync(ready, folder, { recursive: true })
	return folder
}

async function prepare(): Promise<string> {
	const folder = freshFolder()
	const database = await openEmbedded(folder, openLog('silent'))
	await loadDemonstration(database.system)
	const hash = createHash('sha256').update(token).digest()
	await database.system('system_start_demonstration_session', 'person', newId(), hash, 'A browser')
	await database.connections.close()
	await underneath(
		folder,
		`update area set is_demonstration = false; update session set stepped_up_at = now(); delete from message; delete from code; delete from contact`,
	)
	const listed = await run('src/erase-again.ts', ['--list-anew'], { ALONGSIDE_DATA: folder, ...listIn(folder) })
	assert.equal(listed.ended, 0, listed.said)
	return folder
}

async function underneath<Row = object>(folder: string, sql: string): Promise<Row[]> {
	const database = new PGlite(`${folder}/database`)
	const results = await database.exec(sql)
	await database.close()
	return results.flatMap(({ rows }) => rows) as Row[]
}

/** Ann adds an e-mail address, and is answered. */
async function addAddress({ port }: Program): Promise<void> {
	const origin = `http://localhost:${port}`
	const cookie = `__Host-session=${token}`
	const page = await (await fetch(origin + routes.contacts.addEmail.href(), { headers: { cookie } })).text()
	const csrf = page.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? ''
	const answer = await fetch(origin + routes.contacts.addEmail.href(), {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie, origin },
		body: new URLSearchParams({ csrf, once: newId(), value: address }),
	})
	assert.equal(answer.status, 303)
	assert.equal(answer.headers.get('location'), `${routes.contacts.show.href()}?done=code`)
}

/** Waits for the first e-mail, and answers the code in it. */
async function codeIn(mail: MailServer): Promise<string> {
	for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
		const [taken] = mail.taken
		if (taken) {
			assert.equal(taken.to, address)
			return taken.raw.match(/\b\d{8}\b/)?.[0] ?? ''
		}
	}
	throw new Error('Nothing came in time.')
}

function assertSaysNothing(programs: Program[], code: string): void {
	assert.match(code, /^\d{8}$/)
	for (const { output } of programs) {
		for (const never of [address, 'ann.kerr', 'post.example', code]) assert(!output().includes(never), never)
	}
}

const environment = (folder: string, mail: MailServer): Environment => ({
	ALONGSIDE_DATA: folder,
	...listIn(folder),
	ALONGSIDE_DEMO: 'off',
	LOG_LEVEL: 'debug',
	MAIL_URL: `smtp://127.0.0.1:${mail.port}`,
	MAIL_FROM: 'Hello <hello@elsewhere.example>',
})

test('killed between the commit and the sending: the message goes out after the next start, once', async () => {
	const [folder, mail] = [prepared(), await openMailServer()]
	await mail.goAway()
	const first = await start(environment(folder, mail))
	await addAddress(first)
	await first.end('SIGKILL')
	await mail.comeBack()
	const second = await start(environment(folder, mail))
	const code = await codeIn(mail)
	assert.equal(await second.end('SIGTERM'), 0)
	const third = await start(environment(folder, mail))
	await pause(3000)
	assert.equal(mail.taken.length, 1)
	assert.equal(await third.end('SIGTERM'), 0)
	assertSaysNothing([first, second, third], code)
})

test('killed while it is being sent: it goes out after the next start', async () => {
	const [folder, mail] = [prepared(), await openMailServer()]
	let isAsked = () => {}
	const asked = new Promise<void>((resolve) => {
		isAsked = resolve
	})
	// The server hears whom it is for, and never answers.
	mail.answer = () => {
		isAsked()
		return ''
	}
	const first = await start(environment(folder, mail))
	await addAddress(first)
	await asked
	await first.end('SIGKILL')
	const jobs = await underneath<{ state: string; data: object }>(folder, 'select state::text, data from jobs.job')
	assert.deepEqual(
		jobs.map(({ state, data }) => [state, Object.keys(data).sort()]),
		[['active', ['area', 'thing']]],
	)
	mail.answer = () => '250 ok'
	const second = await start(environment(folder, mail))
	const code = await codeIn(mail)
	const [message] = [
		await second.end('SIGTERM'),
		...(await underneath<{ sent: boolean; address: string }>(
			folder,
			'select sent_at is not null as sent, address from message',
		)),
	].slice(1)
	assert.deepEqual(message, { sent: true, address: null })
	assertSaysNothing([first, second], code)
})

test('told to stop while a mail server does not answer, the program stops in time', async () => {
	const [folder, mail] = [prepared(), await openMailServer()]
	let isAsked = () => {}
	const asked = new Promise<void>((resolve) => {
		isAsked = resolve
	})
	mail.answer = () => {
		isAsked()
		return ''
	}
	const program = await start(environment(folder, mail))
	await addAddress(program)
	await asked
	const began = Date.now()
	assert.equal(await program.end('SIGTERM'), 0)
	assert(Date.now() - began < 15_000, `${Date.now() - began} ms`)
	const [message] = await underneath<{ sent_at: null; address: string; who: string }>(
		folder,
		`select sent_at, address, account_id as who from message`,
	)
	assert.deepEqual(message, { sent_at: null, address, who: idOf('ann') })
})
