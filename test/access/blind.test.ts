/** The check is blind: whatever came of it and of the message, the person gets the very same bytes, until somebody comes in. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { idOf } from '../../demo/demonstration.ts'
import { messengersOf, startSending } from '../../src/common/messages/index.ts'
import { asksFor, checks, linkOf, publicUrl, sister } from '../../src/individual/family/family.test-tools.ts'
import { startJobs } from '../../src/platform/jobs/index.ts'
import { openLog } from '../../src/platform/log.ts'
import { routes } from '../../src/routes.ts'
import { openMailServer } from '../support/carriers.ts'
import { openPlace, testKey } from '../support/place.ts'
import { readable } from './sql.table.ts'

let close = async () => {}
const place = await openPlace({
	atEnd: (end) => {
		close = end
	},
})
const { underneath } = place
const person = idOf('ann')
const [ann, priya] = [await place.as('person'), await place.as('practitioner')]
// Rivermouth is invented; here it sends as a real area does. What waits there from the demonstration is out of the way.
await underneath('update area set is_demonstration = false')
await underneath('delete from message')
await underneath('delete from code')

const mail = await openMailServer()
const log = openLog('silent')
const { connections, databaseUrl, system } = place
const jobs = await startJobs({ connections, databaseUrl, log, everySeconds: 0.5 })
const messengers = await messengersOf({
	mail: { url: `smtp://127.0.0.1:${mail.port}`, from: 'Hello <hello@post.example>' },
	notify: undefined,
	publicUrl,
})
const sending = await startSending({ system, jobs, messengers, key: testKey, publicUrl, log })
after(async () => {
	sending.stop()
	await jobs.stop()
	await close()
})

await ann.get('/')
const invitation = await asksFor(ann, 'person', sister)
const checkHref = routes.supporters.check.href({ person, invitation })
// Whoever is to check has opened the page; that this is in the person's record says nothing of what they found.
assert.equal((await priya.get(checkHref)).status, 200)

/** What moves by itself, or because Ann reads her own record: no part of what is compared. */
const moving = ['access_entry', 'access_head', 'session', 'sign_in_event']

/** Everything that Ann can get: pages, her whole export, and every row of every table that the database gives her. */
async function whatAnnGets(): Promise<Record<string, string>> {
	const got: Record<string, string> = {}
	for (const path of [
		'/',
		routes.supporters.list.href({ person }),
		routes.openings.list.href({ person }),
		routes.record.show.href({ person }),
		routes.person.href({ person }),
		routes.contacts.show.href(),
	]) {
		got[path] = (await ann.get(path)).html
	}
	await underneath('update session set stepped_up_at = now()')
	const page = (await ann.get(routes.take.page.href())).html
	got.page = page.replaceAll(/<li>(?:(?!<li>).)*You looked at this record\.<\/bdi><\/li>/g, '')
	const { takenAt: _, record, ...file } = JSON.parse((await ann.get(routes.take.file.href())).html)
	// Each time she takes it, her own reading of her record stands in it once more.
	const others = (record as { what: string; number: number }[]).filter(({ what }) => what !== 'record')
	got.file = JSON.stringify({ ...file, record: others.map(({ number: _, ...entry }) => entry) })
	await place.acting('person', async (tx) => {
		for (const [table, { columns = '*' }] of Object.entries(readable)) {
			if (moving.includes(table)) continue
			const { rows } = await sql
				.raw<{ row: unknown }>(`select to_jsonb(t) as row from (select ${columns} from ${table}) t`)
				.execute(tx)
			got[`table ${table}`] = JSON.stringify(rows.map(({ row }) => JSON.stringify(row)).sort())
		}
	})
	return got
}

type Row = { sent: boolean; failed: boolean; tries: number }
async function until(is: (row: Row) => boolean): Promise<void> {
	let row: Row | undefined
	for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
		;[row] = await underneath<Row>(
			'select sent_at is not null as sent, failed_at is not null as failed, tries from message where invitation_id = $1',
			[invitation],
		)
		if (row && is(row)) return
	}
	assert.fail(`it did not come about: ${JSON.stringify(row)}`)
}

/** As if it had never been checked. */
async function forget(): Promise<void> {
	await underneath('delete from invitation_check')
	await underneath('delete from message where invitation_id is not null')
	await underneath('delete from gate.left_in_peace')
	mail.taken.splice(0)
	mail.answer = () => '250 taken'
}
const finds = async (found: string) =>
	assert.equal((await priya.post(checkHref, { found })).location, '/invitations?done')
const goesOut = async () => {
	await finds('may_be_written_to')
	await until(({ sent }) => sent)
}
const presses = async (answer: string) => {
	const other = place.anonymous()
	const link = await linkOf(place, invitation)
	assert.equal((await other.get(link)).status, 200)
	const code = link.split('code=')[1] ?? ''
	assert.equal((await other.post(routes.invited.answer.href(), { code, answer })).status, 200)
}

/** What can come of it, each from the beginning. */
const states: Record<string, () => Promise<void>> = {
	'must be left in peace': () => finds('left_in_peace'),
	'may be written to, and waits': async () => {
		mail.answer = () => '451 not now'
		await finds('may_be_written_to')
		await until(({ tries }) => tries > 0)
	},
	sent: goesOut,
	'cannot be delivered': async () => {
		mail.answer = () => '550 no such user'
		await finds('may_be_written_to')
		await until(({ failed }) => failed)
	},
	'opened and left': async () => {
		await goesOut()
		assert.equal((await place.anonymous().get(await linkOf(place, invitation))).status, 200)
	},
	'not now': async () => {
		await goesOut()
		await presses('not-now')
	},
	'never contact me': async () => {
		await goesOut()
		await presses('never')
	},
	'never, said before': async () => {
		await presses('never')
		await finds('may_be_written_to')
		await until(({ failed }) => failed)
		assert.equal(mail.taken.length, 0, 'and nothing went there')
	},
}

// That she took everything is told where she chose, once in half a day: that is over before anything is compared.
await whatAnnGets()
for (let left = 1; left > 0; await pause(50)) {
	left = (await underneath('select from message where address is not null')).length
}
const before = await whatAnnGets()

for (const [state, reach] of Object.entries(states)) {
	test(`${state}: to the byte what it was before anybody had checked`, async () => {
		await forget()
		await reach()
		const now = await whatAnnGets()
		for (const [where, bytes] of Object.entries(before)) assert(now[where] === bytes, `${where} is another`)
	})
}

test('the pages say that we check and cannot say more, and no word of what came of it', async () => {
	const list = before[routes.supporters.list.href({ person })] ?? ''
	assert.match(list, /We check first, and cannot say more/)
	assert(before.file?.includes('bea@post.example'), 'what she typed is hers to take along')
	assert.doesNotMatch(JSON.stringify(before), /may_be_written_to|left_in_peace/)
})

test('and it does change when somebody comes in', async () => {
	await forget()
	await goesOut()
	const pat = await place.as('pat').catch(() => undefined)
	assert.equal(pat, undefined, 'nobody is invented here any more')
	await underneath('update area set is_demonstration = true')
	const linda = await place.as('pat')
	await underneath('update area set is_demonstration = false')
	await linda.get('/')
	const code = (await linkOf(place, invitation)).split('code=')[1] ?? ''
	assert.equal((await linda.post(routes.invited.accept.href(), { code })).location, '/?done=joined')
	const now = await whatAnnGets()
	assert.notEqual(now[routes.supporters.list.href({ person })], before[routes.supporters.list.href({ person })])
	assert.notEqual(now.file, before.file)
})

test('a look of whoever checks is in the record; what they found is in no entry', async () => {
	await forget()
	const second = await asksFor(ann, 'person', { ...sister, called: 'Cai', email: 'cai@post.example' })
	const entries = () =>
		underneath<{ act: string; what: string }>(
			'select act, what from access_entry where person_id = $1 and thing_id = $2 and by_id <> $1 order by number',
			[person, second],
		)
	assert.deepEqual(await entries(), [])
	await checks(priya, 'person', second, 'left_in_peace')
	assert.deepEqual(await entries(), [{ act: 'looked', what: 'invitation' }])
	assert.equal((await priya.get(routes.supporters.check.href({ person, invitation: second }))).status, 404)
	assert.equal((await entries()).length, 1, 'and once it is decided there is nothing more to look at')
})
