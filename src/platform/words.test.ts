import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayIn, isoDay, sayDay } from './days.ts'
import { route } from './http/routes.ts'
import { allWords, defineWords } from './words.ts'

const words = defineWords('words-test', {
	en: {
		person: { hello: 'Hello {name}', count: '{count, plural, one {# step} other {# steps}}' },
		practitioner: { hello: '{name} is here', count: '{count, plural, one {# step} other {# steps}}' },
	},
	'en-x-easy': { person: { hello: 'Hi {name}' } },
})
allWords.pop()

describe('words', () => {
	it('speak to each reader in their own voice', () => {
		assert.equal(words({ locale: 'en', voice: 'person' })('hello', { name: 'Ann' }), 'Hello Ann')
		assert.equal(words({ locale: 'en', voice: 'practitioner' })('hello', { name: 'Ann' }), 'Ann is here')
	})
	it('are shorter where there are shorter ones, and the usual ones elsewhere', () => {
		assert.equal(words({ locale: 'en-x-easy', voice: 'person' })('hello', { name: 'Ann' }), 'Hi Ann')
		assert.equal(words({ locale: 'en-x-easy', voice: 'practitioner' })('hello', { name: 'Ann' }), 'Ann is here')
	})
	it('count, and leave what people are called alone', () => {
		assert.equal(words({ locale: 'en', voice: 'person' })('count', { count: 1 }), '1 step')
		assert.equal(words({ locale: 'en', voice: 'person' })('hello', { name: "<b>{name} 'x'" }), "Hello <b>{name} 'x'")
	})
})

describe('days', () => {
	it('are those of the place, also round midnight and when clocks change', () => {
		assert.equal(isoDay(new Date('2026-06-30T23:30:00Z')), '2026-07-01')
		assert.equal(isoDay(new Date('2026-12-31T23:30:00Z')), '2026-12-31')
		assert.equal(dayIn(new Date('2026-06-30T23:30:00Z'), 'en'), '1 July 2026')
		assert.equal(sayDay('2026-03-29', 'en-x-easy'), '29 March 2026')
	})
})

describe('addresses', () => {
	it('name things by their UUID and by nothing else', () => {
		const one = route('/people/:person/plan')
		assert.equal(
			one.href({ person: '01941f29-7c00-7000-8000-000000000000' }),
			'/people/01941f29-7c00-7000-8000-000000000000/plan',
		)
		for (const person of ['', 'ann', '../..', '01941F29-7C00-7000-8000-000000000000'])
			assert.throws(() => one.href({ person }))
	})
})
