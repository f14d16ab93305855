/** What is past its time goes by itself, each by its own time and nothing before it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'

const { as, system, underneath } = await openPlace()

const ann = await as('person')
await ann.get('/')
await ann.post(`/people/${idOf('ann')}/plan/propose`, { step: 'later', words: 'Begun.' })
const priya = await as('practitioner')
await priya.get('/')
await priya.post(`/people/${idOf('ann')}/card`)
await underneath(`insert into gate.tries values (sha256('tried'), 1, now() + interval '1 minute')`)

/** Each: the table, the moment that counts, and how long it is kept after it. */
const kept = [
	['draft', 'saved_at', '30 days'],
	['session', 'ends_at', '0'],
	['gate.tries', 'ends_at', '0'],
	['sign_in_event', 'at', '1 year'],
	['sign_in_card', 'made_at', '1 year'],
	['recovery', 'asked_at', '90 days'],
	['recovery_helper', 'ended_at', '1 year'],
] as const

for (const [table, moment, time] of kept) {
	test(`${table} goes ${time === '0' ? 'when it ends' : `after ${time}`}, and not a minute before`, async () => {
		const rows = async () => (await underneath<{ ctid: string }>(`select ctid::text from ${table}`)).length
		const before = await rows()
		assert(before > 0, `there is a ${table}`)
		const age = (more: string) =>
			underneath(`update ${table} set ${moment} = now() - interval '${time}' ${more}
				where ctid = (select ctid from ${table} order by ${moment} limit 1)`)
		await age(`+ interval '1 minute'`)
		await system('system_forget')
		assert.equal(await rows(), before, 'a minute before')
		await age(`- interval '1 second'`)
		await system('system_forget')
		assert.equal(await rows(), before - 1)
	})
}
