import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demonstrationRows } from '../demo/demonstration.ts'
import { recordLook } from '../src/common/access-record/index.ts'
import { tellSomethingNew } from '../src/common/messages/index.ts'
import { outcomesNow } from '../src/individual/plan/outcomes.queries.ts'
import { planOf } from '../src/individual/plan/plan.queries.ts'
import { type Acting, acting, type Tx } from '../src/platform/database/acting.ts'
import { openEmbedded, openInMemory, openPostgresql } from '../src/platform/database/open.ts'
import { openLog } from '../src/platform/log.ts'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { idOfNth, signInPractitioners } from './seed.ts'

const log = openLog('silent')
const runs = 200

/** What single parts of a page cost, one at a time on one connection. They have no bars: they tell where time goes. */
export async function costFigures(database: BenchDatabase): Promise<Figure[]> {
	return [...(await onPostgresql(database)), ...(await onTheEmbedded())]
}

async function onPostgresql({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	const { connections, system } = await openPostgresql(serverUrl, log)
	const [person, scope] = [idOfNth('person', 1), idOfNth('scope', 1)]
	const who: Acting = { area: idOfNth('area', 0), account: idOfNth('practitioner', 1), about: person }
	const read = async (tx: Tx) => {
		await planOf(tx, person)
		await outcomesNow(tx, person)
	}
	const look = async (tx: Tx) => {
		await read(tx)
		await recordLook(tx, { people: [person], what: 'plan', thing: scope })
	}
	const [cookie = ''] = await signInPractitioners(admin, 1)
	const token = createHash('sha256')
		.update(cookie.split('=')[1] ?? '')
		.digest()
	await admin.query(
		`insert into contact (area_id, id, account_id, kind, value, locale, confirmed_at, chosen_at)
			values ($1, $2, $2, 'email', 'reader@post.example', 'en', now(), now())`,
		[who.area, person],
	)
	// Without the pause between two reminders, so that each act enqueues one.
	const longAgo = "update message set address = null, sent_at = asked_at - interval '1 day' where address is not null"
	let told = 0
	try {
		const [nothing = 0, reading = 0, recorded = 0, session = 0, enqueued = 0] = await middles(
			[
				() => acting(connections, who, async () => undefined),
				() => acting(connections, who, read),
				() => acting(connections, who, look),
				() => system('system_session_account', token),
				() =>
					acting(connections, who, async (tx) => {
						if (await tellSomethingNew(tx, person)) told++
					}),
			],
			() => admin.query(longAgo),
		)
		if (told < runs) throw new Error('Each act was to enqueue a message.')
		return [
			{ name: 'looking up a session', measured: session, unit: 'ms' },
			{ name: 'a transaction with nothing in it', measured: nothing, unit: 'ms' },
			{ name: 'reading a plan', measured: reading, unit: 'ms' },
			{ name: 'reading a plan and recording the look', measured: recorded, unit: 'ms', note: 'written to disk' },
			{ name: 'a transaction that enqueues a message', measured: enqueued, unit: 'ms', note: 'written to disk' },
			{ name: 'recording against not recording', measured: recorded / reading, unit: 'times' },
		]
	} finally {
		await connections.close()
	}
}

/** The embedded database syncs each commit to disk; in memory there is nothing to sync. */
async function onTheEmbedded(): Promise<Figure[]> {
	const above = await mkdtemp(join(tmpdir(), 'alongside-bench-'))
	const [onDisk, inMemory] = await Promise.all([openEmbedded(join(above, 'data'), log), openInMemory()])
	try {
		const rows = demonstrationRows(new Date())
		const began = performance.now()
		await onDisk.system('system_load_demonstration', JSON.stringify(rows))
		const loading = performance.now() - began
		await inMemory.system('system_load_demonstration', JSON.stringify(rows))
		const scope = rows.scope[0]
		const tie = rows.working_relationship.find((one) => one.person_id === scope?.person_id && one.ended_at === null)
		if (!scope || !tie) throw new Error('The demonstration has a person with a practitioner.')
		const who: Acting = { area: tie.area_id, account: tie.practitioner_id }
		const look = (tx: Tx) => recordLook(tx, { people: [scope.person_id], what: 'plan', thing: scope.id })
		const [synced = 0, unsynced = 0] = await middles([
			() => acting(onDisk.connections, who, look),
			() => acting(inMemory.connections, who, look),
		])
		return [
			{ name: 'embedded: loading the demonstration', measured: loading, unit: 'ms', bar: { atMost: 1000 } },
			{ name: 'embedded: a look, synced to disk', measured: synced, unit: 'ms' },
			{ name: 'embedded: a look, in memory', measured: unsynced, unit: 'ms' },
		]
	} finally {
		await Promise.all([onDisk.connections.close(), inMemory.connections.close()])
		await rm(above, { recursive: true, force: true })
	}
}

/** The middle of many runs of each, in turn. Milliseconds. */
async function middles(
	works: readonly (() => Promise<unknown>)[],
	between: () => Promise<unknown> = async () => undefined,
): Promise<number[]> {
	const times = works.map(() => [] as number[])
	for (let run = 0; run < runs; run++) {
		for (const [at, work] of works.entries()) {
			const began = performance.now()
			await work()
			times[at]?.push(performance.now() - began)
		}
		await between()
	}
	return times.map((each) => median(each.slice(runs / 4)))
}
