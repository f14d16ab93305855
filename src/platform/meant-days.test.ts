import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMeant } from './meant-days.ts'

/** A Wednesday. */
const today = '2026-11-25'

const means: Record<string, string> = {
	'by Friday': '2026-11-27',
	friday: '2026-11-27',
	'Fri.': '2026-11-27',
	'on Wednesday': '2026-12-02',
	'next Friday': '2026-12-04',
	'before Friday': '2026-11-26',
	today: '2026-11-25',
	Tomorrow: '2026-11-26',
	'this week': '2026-11-29',
	'by next week': '2026-12-06',
	'the weekend': '2026-11-29',
	'this month': '2026-11-30',
	'by the end of next month': '2026-12-31',
	'in a week': '2026-12-02',
	'in two weeks': '2026-12-09',
	'in 10 days': '2026-12-05',
	'3/5': '2027-05-03',
	'3/5/2031': '2031-05-03',
	'3.5.31': '2031-05-03',
	'2031-05-03': '2031-05-03',
	'3 May': '2027-05-03',
	'by the 3rd of May': '2027-05-03',
	'May 3rd, 2031': '2031-05-03',
	'25 November': '2026-11-25',
	'24 Nov': '2027-11-24',
	'29 February': '2028-02-29',
}

for (const [said, day] of Object.entries(means)) {
	test(`"${said}", said on a Wednesday, is ${day}`, () => assert.deepEqual(dayMeant(said, today), { day }))
}

test('on the last day of a week or a month, this one is still that', () => {
	assert.deepEqual(dayMeant('this week', '2026-11-29'), { day: '2026-11-29' })
	assert.deepEqual(dayMeant('next week', '2026-11-29'), { day: '2026-12-06' })
	assert.deepEqual(dayMeant('next month', '2026-12-31'), { day: '2027-01-31' })
})

test('other words are no day, and are let be', () => {
	for (const said of [
		'before the meeting',
		'when the boys are back',
		'no hurry',
		'soon',
		'week',
		'in ages',
		'May',
		'',
		'ﷺ',
	]) {
		assert.equal(dayMeant(said, today), 'none', said)
	}
})

test('a day that does not exist is told apart from other words', () => {
	for (const said of ['31/2/2027', '31 June', '45/45', '2027-13-01', 'by 30 February', '29/2/2027']) {
		assert.equal(dayMeant(said, today), 'no such day', said)
	}
})
