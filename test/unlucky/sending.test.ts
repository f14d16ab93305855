/** Messages on their way: by a mail server and a Notify that really listen, taken, refused, put off, and when nobody is there. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { idOf } from '../../demo/demonstration.ts'
import { sendCode, takeCode } from '../../src/common/messages/codes.ts'
import { peaceKey } from '../../src/common/messages/invitations.ts'
import { mailMessenger } from '../../src/common/messages/mail.ts'
import { tellSomethingNew, tryAgain } from '../../src/common/messages/messages.queries.ts'
import type { Messengers } from '../../src/common/messages/messenger.ts'
import { notifyMessengers } from '../../src/common/messages/notify.ts'
import { startSending } from '../../src/common/messages/sending.ts'
import { newId } from '../../src/platform/database/values.ts'
import { startJobs } from '../../src/platform/jobs/index.ts'
import { openLog } from '../../src/platform/log.ts'
import { openMailServer, openNotify } from '../support/carriers.ts'
import { openPlace, testKey } from '../support/place.ts'

let close = async () => {}
const place = await openPlace({
	atEnd: (end) => {
		close = end
	},
})
const mail = await openMailServer()
const notify = await openNotify()
const area = idOf('Northgate')
const iris = idOf('iris')

const from = 'Hello <hello@post.example>'
const uuids = `${newId()}-${newId()}`
const messengers: Messengers = {
	...(await notifyMessengers({ key: `test-${uuids}`, textTemplate: newId(), letterTemplate: newId() }, notify.url)),
	email: await mailMessenger({ url: `smtp://127.0.0.1:${mail.port}`, from }),
}
const jobs = await startJobs({
	connections: place.connections,
	databaseUrl: place.databaseUrl,
	log: openLog('silent'),
	everySeconds: 0.5,
})
const publicUrl = 'http://localhost:3000'
const parts = { system: place.system, jobs, key: testKey, publicUrl, log: openLog('silent') }
// Northgate is invented; here it sends as a real area does. What the demonstration left there is out of the way.
await place.underneath('update area set is_demonstration = false where area_id = $1', [area])
await place.underneath('delete from message where area_id = $1', [area])
await place.underneath('delete from code where area_id = $1', [area])
await place.underneath('delete from contact where area_id = $1', [area])
// Only texts and e-mail at first: what is to go by letter has to wait.
const { letter, ...atFirst } = messengers
const sending = await startSending({ ...parts, messengers: atFirst })
after(async () => {
	sending.stop()
	await jobs.stop()
	await close()
})

/** The one contact that Iris chose. */
async function contact(kind: string, value: string): Promise<string> {
	const id = newId()
	await place.underneath('delete from contact where area_id = $1', [area])
	await place.underneath(
		`insert into contact (area_id, id, account_id, kind, value, locale, confirmed_at, chosen_at)
			values ($1, $2, $3, $4, $5, 'en', now(), now())`,
		[area, id, iris, kind, value],
	)
	await place.underneath(`update message set sent_at = sent_at - interval '1 day' where sent_at is not null`)
	return id
}

type Row = { id: string; address: string | null; sent: boolean; failed: boolean; why: string | null; tries: number }
const newest = async (): Promise<Row | undefined> =>
	(
		await place.underneath<Row>(
			`select id, address, sent_at is not null as sent, failed_at is not null as failed, why, tries from message
				where area_id = $1 order by asked_at desc, id desc limit 1`,
			[area],
		)
	)[0]

/** Waits until the newest message is so; a wait for the next try is cut short. */
async function until(is: (row: Row) => boolean): Promise<Row> {
	for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
		const row = await newest()
		if (row && is(row)) return row
		await place.underneath(`update jobs.job set start_after = now() where state = 'retry'`)
	}
	throw new Error(`It did not come about: ${JSON.stringify(await newest())}`)
}

const remind = () => place.acting('person-elsewhere', (tx) => tellSomethingNew(tx, iris))

test('an e-mail goes out after the commit, gives nothing away, and where it went is gone', async () => {
	await contact('email', 'iris@post.example')
	assert.equal(await remind(), true)
	const row = await until(({ sent }) => sent)
	assert.deepEqual([row.address, row.failed, row.why, row.tries], [null, false, null, 1])
	const [taken] = mail.taken.splice(0)
	assert.equal(taken?.to, 'iris@post.example')
	assert.match(taken?.raw ?? '', /^From: Hello <hello@post.example>$/m)
	assert.match(taken?.raw ?? '', /^Subject: There is something new for you$/m)
	assert.match(taken?.raw ?? '', new RegExp(`^Message-ID: <${row.id}@post.example>$`, 'm'))
	assert.doesNotMatch(taken?.raw ?? '', /iris |northgate|alongside/i)
})

test('a second reminder on the same day goes nowhere', async () => {
	assert.equal(await remind(), false)
	assert.equal(mail.taken.length, 0)
})

test('an act that is undone sends nothing', async () => {
	await contact('email', 'undone@post.example')
	await assert.rejects(
		place.acting('person-elsewhere', async (tx) => {
			assert.equal(await tellSomethingNew(tx, iris), true)
			throw new Error('undone')
		}),
	)
	await pause(1200)
	assert.equal(mail.taken.length, 0)
})

test('where somebody said never, nothing goes: neither what is new nor a code, whoever asks for it', async () => {
	await contact('email', 'Never@post.example')
	await place.underneath('insert into gate.left_in_peace (key) values ($1)', [
		peaceKey(testKey, 'email', 'never@POST.example'),
	])
	assert.equal(await remind(), true)
	const row = await until(({ failed }) => failed)
	assert.deepEqual([row.address, row.why], [null, 'refused'])
	const owns = await contact('email', 'never@post.example')
	const who = { area, account: iris, purpose: 'step-up', browser: Buffer.alloc(32, 2) } as const
	assert.equal(await sendCode(place.system, who, owns), true)
	await until(({ failed, id }) => failed && id !== row.id)
	assert.equal(mail.taken.length, 0)
	await place.underneath('delete from gate.left_in_peace')
})

test('an address that is refused for good is tried once, and said to have failed', async () => {
	await contact('email', 'nobody@post.example')
	mail.answer = () => '550 no such user nobody@post.example'
	await remind()
	const row = await until(({ failed }) => failed)
	assert.deepEqual([row.address, row.why, row.tries], [null, 'refused', 1])
})

test('an address that is refused for now is tried again until it is taken', async () => {
	await contact('email', 'full@post.example')
	let times = 0
	mail.answer = () => (++times < 3 ? '451 mailbox full of full@post.example' : '250 ok')
	await remind()
	const row = await until(({ sent }) => sent)
	assert.deepEqual([row.tries, mail.taken.splice(0).length], [3, 1])
	const kept = await place.underneath<{ output: unknown }>('select output from jobs.job')
	assert.doesNotMatch(JSON.stringify(kept), /full@/, 'the queue keeps no address, however it failed')
})

test('a mail server that is away for a while gets it when it is back', async () => {
	await contact('email', 'later@post.example')
	await mail.goAway()
	await remind()
	const row = await until(({ tries }) => tries > 1)
	assert.deepEqual([row.address, row.why, row.failed], ['later@post.example', 'unreachable', false])
	await mail.comeBack()
	await until(({ sent }) => sent)
	assert.equal(mail.taken.splice(0).length, 1)
})

test('whom nobody could reach in the last try is said to have failed, and a lead lets it go out again', async () => {
	await contact('email', 'last@post.example')
	mail.answer = () => '451 not now'
	await place.underneath(`update jobs.queue set retry_limit = 1 where name = 'message'`)
	await remind()
	const { why, address } = await until(({ failed }) => failed)
	await place.underneath(`update jobs.queue set retry_limit = 18 where name = 'message'`)
	assert.deepEqual([why, address], ['unreachable', null])
	mail.answer = () => '250 ok'
	await place.underneath(`insert into standing (area_id, id, account_id, kind) values ($1, $2, $3, 'lead')`, [
		area,
		newId(),
		idOf('owen'),
	])
	await place.acting('practitioner-elsewhere', tryAgain)
	await until(({ sent }) => sent)
	assert.deepEqual(
		mail.taken.splice(0).map(({ to }) => to),
		['last@post.example'],
	)
})

test('nothing goes out unlocked, but on this machine; nor to a server that cannot show who it is', async () => {
	const elsewhere = await openMailServer('127.0.0.2')
	const going = { id: newId(), to: 'iris@post.example', subject: 'Hello', text: 'Hello' }
	const unlocked = await mailMessenger({ url: `smtp://127.0.0.2:${elsewhere.port}`, from })
	await assert.rejects(unlocked(going), { code: 'ETLS' })
	const locked = await mailMessenger({ url: `smtps://127.0.0.1:${mail.port}`, from })
	await assert.rejects(locked(going))
	assert.deepEqual([elsewhere.taken, mail.taken], [[], []])
})

test('a text goes out through Notify: taken, refused for good, put off', async () => {
	await contact('text', '+447700900123')
	await remind()
	const { id } = await until(({ sent }) => sent)
	const [asked] = notify.asked.splice(0)
	assert.equal(asked?.path, '/v2/notifications/sms')
	assert.equal(asked?.body.phone_number, '+447700900123')
	assert.equal(asked?.body.reference, id)
	assert.deepEqual(asked?.body.personalisation, { text: 'There is something new for you. Sign in when it suits you.' })

	await contact('text', '+447700900124')
	notify.answer = () => 400
	await remind()
	assert.equal((await until(({ failed }) => failed)).why, 'refused')

	await contact('text', '+447700900125')
	let times = 0
	notify.answer = () => [429, 500, 403][times++] ?? 201
	await remind()
	assert.equal((await until(({ sent }) => sent)).tries, 4)
	notify.asked.length = 0
})

test('what goes by a channel that is not set up waits, and goes out when it is', async () => {
	await contact('letter', 'I Morgan\n3 Quay Street\nNorthgate\nNG1 1AA')
	await remind()
	await pause(1500)
	const waiting = await newest()
	assert.deepEqual([waiting?.sent, waiting?.failed, waiting?.tries], [false, false, 0])
	await jobs.stop()
	sending.stop()
	const next = await startJobs({
		connections: place.connections,
		databaseUrl: place.databaseUrl,
		log: openLog('silent'),
		everySeconds: 0.5,
	})
	const again = await startSending({ ...parts, jobs: next, messengers })
	await until(({ sent }) => sent)
	assert.equal(notify.asked[0]?.path, '/v2/notifications/letter')
	assert.deepEqual(notify.asked[0]?.body.personalisation, {
		address_line_1: 'I Morgan',
		address_line_2: '3 Quay Street',
		address_line_3: 'Northgate',
		address_line_4: 'NG1 1AA',
		subject: 'There is something new for you',
		text: 'There is something new for you. Sign in when it suits you.',
	})

	// A code is sent in its time, or not at all; and it stands in no table.
	const owns = await contact('email', 'code@post.example')
	const who = { area, account: iris, purpose: 'sign-in', browser: Buffer.alloc(32, 1) } as const
	assert.equal(await sendCode(place.system, who, owns), true)
	await until(({ sent }) => sent)
	const code = mail.taken.splice(0)[0]?.raw.match(/\b\d{8}\b/)?.[0] ?? ''
	const tables = await place.underneath<{ all: string }>(
		`select (select json_agg(c) from code c)::text || (select json_agg(m) from message m)::text || (select json_agg(j) from jobs.job j)::text as all`,
	)
	assert(!tables[0]?.all.includes(code))
	assert.equal(await takeCode(place.system, testKey, who, code), owns)

	mail.answer = () => '451 not now'
	assert.equal(await sendCode(place.system, who, owns), true)
	await until(({ tries }) => tries > 0)
	await place.underneath(`update code set asked_at = now() - interval '9 minutes 30 seconds'`)
	assert.equal((await until(({ failed }) => failed)).why, 'too-late')
	again.stop()
	await next.stop()
})
