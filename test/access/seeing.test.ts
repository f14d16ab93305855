/** Seeing as another sees: only what is opened to them, only to look, and nothing of it stays. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { idOf } from '../../demo/demonstration.ts'
import { seeingAs, type Tx } from '../../src/platform/database/acting.ts'
import { openPlace } from '../support/place.ts'

const place = await openPlace()
const [area, annId, lindaId] = [idOf('Rivermouth'), idOf('ann'), idOf('linda')]
const asAnn = { area, account: annId, about: annId }
const nothing = async () => undefined
const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted
const openings = () => place.underneath('select from opening where person_id = $1 and closed_at is null', [annId])
const closeAll = () =>
	place.underneath('update opening set closed_at = now() where person_id = $1 and closed_at is null', [annId])

/** Ann opens her plan to Linda. */
async function change(tx: Tx): Promise<void> {
	await tx
		.insertInto('opening')
		.values({
			...{ area_id: area, id: v7(), person_id: annId, account_id: lindaId, scope_id: idOf('ann/plan'), thing_id: null },
			...{ purpose: 'To know', until: sql<Date>`now() + interval '1 month'`, ends_with_work: false, names_shown: [] },
		})
		.execute()
}

test('nobody sees as another to whom they have opened nothing', async () => {
	await closeAll()
	for (const as of [lindaId, idOf('joseph'), idOf('priya'), annId]) {
		await assert.rejects(seeingAs(place.connections, asAnn, { as, change: nothing, see: nothing }), code('42501'))
	}
	const asLinda = { area, account: lindaId, about: lindaId }
	await assert.rejects(
		seeingAs(place.connections, asLinda, { as: annId, change: nothing, see: nothing }),
		code('42501'),
	)
})

test('seeing as another sees what is theirs about me alone, writes nothing and leaves nothing', async () => {
	await closeAll()
	const seen = await seeingAs(place.connections, asAnn, {
		as: lindaId,
		change,
		async see(tx) {
			const people = await tx.selectFrom('outcome').select('person_id').distinct().execute()
			const openings = await tx.selectFrom('opening').select('account_id').distinct().execute()
			return { account: tx.account, people, openings }
		},
	})
	assert.deepEqual(seen, {
		account: lindaId,
		people: [{ person_id: annId }],
		openings: [{ account_id: lindaId }],
	})
	const write = (tx: Tx) =>
		tx
			.insertInto('draft')
			.values({ area_id: area, account_id: lindaId, form: 'x', about_id: annId, fields: {}, once: v7() })
			.execute()
	await assert.rejects(seeingAs(place.connections, asAnn, { as: lindaId, change, see: write }), code('25006'))
	assert.deepEqual(
		await place.underneath('select from opening where person_id = $1 and closed_at is null', [annId]),
		[],
	)
	// And the next act, on the same connection, writes as before.
	await place.acting('person', change)
	assert.equal((await openings()).length, 1)
})
