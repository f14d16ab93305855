/** Reminders: only who wishes, only of what stands, where they chose, and nothing is given away. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { idOf } from '../../demo/demonstration.ts'
import { startReminding } from '../../src/common/appointments/reminding.ts'
import { givesAway, wordsOf } from '../../src/common/messages/index.ts'
import { newId } from '../../src/platform/database/values.ts'
import { startJobs } from '../../src/platform/jobs/index.ts'
import { openLog } from '../../src/platform/log.ts'
import { openPlace } from '../support/place.ts'

let close = async () => {}
const place = await openPlace({
	atEnd: (end) => {
		close = end
	},
})
const area = idOf('Rivermouth')
const joseph = idOf('joseph')
const time = newId()
const appointment = newId()
const log = openLog('silent')
const jobs = await startJobs({ ...place, connections: place.connections, log, everySeconds: 0.5 })
after(async () => {
	await jobs.stop()
	await close()
})
await startReminding({ system: place.system, jobs })
await place.underneath('delete from message where account_id = $1', [joseph])

/** Joseph and Callum look for a time; it starts so many hours from now. */
await place.underneath(
	`insert into appointment (area_id, id, person_id, with_id, asked_by_id, place, what_for) values ($1, $2, $3, $4, $3, 'Here', 'This')`,
	[area, appointment, joseph, idOf('callum')],
)
await place.underneath(
	`insert into appointment_time (area_id, id, appointment_id, person_id, with_id, starts_at, suggested_by_id)
		values ($1, $2, $3, $4, $5, now() + interval '90 hours', $4)`,
	[area, time, appointment, joseph, idOf('callum')],
)
const startsIn = (hours: number) =>
	place.underneath(`update appointment_time set starts_at = now() + $1 * interval '1 hour' where id = $2`, [
		hours,
		time,
	])
const queued = () =>
	place.underneath<{ hours: number }>(
		`select round(extract(epoch from start_after - now()) / 3600)::int as hours from jobs.job
			where name = 'reminder' and data ->> 'thing' = $1 order by 1`,
		[time],
	)
const remind = async () => (await place.system('system_remind', area, time, newId()))[0]?.reminded
const messages = () =>
	place.underneath(`select kind from message where account_id = $1 and kind = 'reminder'`, [joseph])
const here = `/people/${joseph}/appointments`

test('who has not asked for it is not reminded', async () => {
	const callum = await place.as('other-practitioner')
	assert.equal((await callum.post(`${here}/${appointment}/times/${time}/yes`)).status, 303)
	assert.deepEqual(await queued(), [])
	assert.equal((await callum.get(`${here}/reminders`)).status, 404, 'nor asked by anybody else')
	await startsIn(23)
	assert.equal(await remind(), false)
	await startsIn(90)
})

test('the day before, or two hours before: put into the queue with what stands, and with what is chosen', async () => {
	const person = await place.as('other-person')
	assert.equal((await person.post(`${here}/reminders`, { wanted: '' })).status, 422)
	assert.equal((await person.post(`${here}/reminders`, { wanted: 'day_before' })).status, 303)
	assert.deepEqual(await queued(), [{ hours: 66 }])
	assert.match((await person.get(`${here}/reminders`)).html, /value="day_before" checked/)
	await person.post(`${here}/reminders`, { wanted: 'two_hours' })
	assert.deepEqual(await queued(), [{ hours: 66 }, { hours: 88 }])
})

test('it goes out when it is due, by the queue, once, and says nothing', async () => {
	await startsIn(20)
	assert.equal(await remind(), false, 'what was chosen before is not sent')
	await startsIn(1.5)
	await place.underneath(`update jobs.job set start_after = now() where name = 'reminder'`)
	for (const end = Date.now() + 30_000; (await messages()).length === 0 && Date.now() < end; ) await pause(100)
	assert.equal((await messages()).length, 1)
	assert.equal(await remind(), false, 'one for what is near')
	const { subject, text } = wordsOf('reminder', 'en')
	assert.equal(givesAway(`${subject} ${text}`), undefined)
	assert.doesNotMatch(`${subject} ${text}`, /meet|callum|here/i)
})

test('what is moved, over, or no longer wished is not reminded of', async () => {
	await place.underneath(`delete from message where kind = 'reminder'`)
	await startsIn(-1)
	assert.equal(await remind(), false, 'over')
	await startsIn(1.5)
	const person = await place.as('other-person')
	assert.equal((await person.post(`${here}/${appointment}/times/${time}/no`)).status, 303)
	assert.equal(await remind(), false, 'moved')
	await place.underneath('delete from appointment_word where time_id = $1 and not suits', [time])
	await person.post(`${here}/reminders`, { wanted: 'none' })
	assert.equal(await remind(), false, 'no longer wished')
	await person.post(`${here}/reminders`, { wanted: 'two_hours' })
	await place.underneath('update working_relationship set ended_at = now() where person_id = $1', [joseph])
	assert.equal(await remind(), false, 'when the work together has ended')
	await place.underneath('update working_relationship set ended_at = null where person_id = $1', [joseph])
	assert.equal(await remind(), true)
})
