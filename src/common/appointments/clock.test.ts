import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentAt } from '../../platform/days.ts'
import { timeOfDay } from './clock.ts'

const meant: Record<string, string | undefined> = {
	'2pm': '14:00',
	'2 pm': '14:00',
	'2.30 p.m.': '14:30',
	'12pm': '12:00',
	'12am': '00:00',
	'14:30': '14:30',
	'1430': '14:30',
	'9': '09:00',
	'2': '14:00',
	'2:15': '14:15',
	'02:15': '02:15',
	'11': '11:00',
	'2 o’clock': '14:00',
	'half past two': '14:30',
	'quarter to nine': '08:45',
	'quarter to one': '12:45',
	'ten past 11': '11:10',
	'eight in the morning': '08:00',
	'seven in the evening': '19:00',
	noon: '12:00',
	'': undefined,
	soon: undefined,
	'25:00': undefined,
	'14:60': undefined,
	'13pm': undefined,
	'half past': undefined,
	'2pm or 3pm': undefined,
}

for (const [written, time] of Object.entries(meant)) {
	test(`“${written}” is ${time ?? 'no time'}`, () => assert.equal(timeOfDay(written), time))
}

test('a time is meant as clocks here show it, in winter and in summer', () => {
	assert.equal(momentAt('2027-01-12', '14:30')?.toISOString(), '2027-01-12T14:30:00.000Z')
	assert.equal(momentAt('2027-07-12', '14:30')?.toISOString(), '2027-07-12T13:30:00.000Z')
})

test('the hour that is left out in spring is no time; of the two in autumn it is the first', () => {
	assert.equal(momentAt('2027-03-28', '01:30'), undefined)
	assert.equal(momentAt('2027-10-31', '01:30')?.toISOString(), '2027-10-31T00:30:00.000Z')
})
