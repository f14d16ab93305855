import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { fieldsOf, optionalDay, optionalText, readFields, showable, text } from './forms.ts'

const says = { empty: 'empty', tooLong: 'too long', unreadable: 'unreadable' }
const read = (words: string | undefined, most = 10) =>
	readFields(v.object({ words: text(most, says) }), words === undefined ? {} : { words })

describe('fields', () => {
	it('are those asked for and no others, the last of each, with one sign for a line break', () => {
		const body = Object.assign(Object.create(null), { words: ['a', 'b\r\nc\rd'], area_id: 'x', number: 3 })
		assert.deepEqual(fieldsOf(body, ['words', 'missing', 'number']), { words: 'b\nc\nd', missing: '', number: '' })
	})
	it('are empty where nothing was sent, or where only the prototype has them', () => {
		assert.deepEqual(fieldsOf(undefined, ['words']), { words: '' })
		assert.deepEqual(fieldsOf({}, ['constructor']), { constructor: '' })
	})
})

describe('a text', () => {
	it('is kept exactly but for space at its ends', () => {
		assert.deepEqual(read('  A\n\n b  ').values, { words: 'A\n\n b' })
	})
	it('is empty when there is nothing to see', () => {
		for (const words of [undefined, '', '  \n ', '\u200B\u200D', '\u202E'])
			assert.deepEqual(read(words).errors, { words: 'empty' })
	})
	it('is counted as its reader counts it', () => {
		assert.ok(read('👩‍👩‍👧‍👦'.repeat(10)).values)
		assert.ok(read('e\u0301'.repeat(10)).values)
		assert.deepEqual(read('👩‍👩‍👧‍👦'.repeat(11)).errors, { words: 'too long' })
	})
	it('may not be endless marks on one sign', () => {
		assert.deepEqual(read(`a${'\u0301'.repeat(50_000)}`).errors, { words: 'too long' })
	})
	it('says so when a sign cannot be kept', () => {
		for (const words of ['a\0b', 'a\uD800b']) {
			assert.deepEqual(read(words).errors, { words: 'unreadable' })
			assert.doesNotMatch(showable(words), /[\0\uD800]/u)
		}
	})
	it('may be left out where it is optional', () => {
		const schema = v.object({ why: optionalText(5, says) })
		assert.deepEqual(readFields(schema, {}).values, { why: null })
		assert.deepEqual(readFields(schema, { why: ' bus ' }).values, { why: 'bus' })
		assert.deepEqual(readFields(schema, { why: 'much too long' }).errors, { why: 'too long' })
	})
})

describe('a day', () => {
	const day = (written: string) =>
		readFields(v.object({ day: optionalDay('2026-05-04', { unreadable: 'no day', past: 'past' }) }), { day: written })
	it('is read as browsers send it and as people write it', () => {
		for (const written of ['2027-05-03', '3/5/2027', '03.05.2027', '3 5 2027']) {
			assert.deepEqual(day(written).values, { day: '2027-05-03' })
		}
		assert.deepEqual(day('').values, { day: null })
	})
	it('is refused when there is no such day', () => {
		for (const written of ['31/2/2027', '2027-13-01', 'soon', '1/1/27'])
			assert.deepEqual(day(written).errors, { day: 'no day' })
	})
	it('is refused when it is over', () => {
		assert.deepEqual(day('2026-05-03').errors, { day: 'past' })
		assert.deepEqual(day('2026-05-04').values, { day: '2026-05-04' })
	})
})
