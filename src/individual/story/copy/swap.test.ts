import assert from 'node:assert/strict'
import { test } from 'node:test'
import { swapper } from './swap.ts'

test('a name is swapped in full and in part, with or without capitals, and never within another word', () => {
	const swap = swapper([{ name: 'Linda Kerr', instead: 'my sister' }])
	assert.equal(swap('Linda Kerr came. linda stayed; Belinda went.'), 'my sister came. my sister stayed; Belinda went.')
})

test('an empty half swaps nothing, signs in a name mean themselves, and what is put in is not swapped again', () => {
	assert.equal(swapper([{ name: 'Mo', instead: ' ' }])('Mo sang.'), 'Mo sang.')
	assert.equal(swapper([{ name: 'J. (Jo)', instead: 'my friend' }])('J. (Jo) rang'), 'my friend rang')
	const both = swapper([
		{ name: 'Mo', instead: 'Al' },
		{ name: 'Al', instead: 'Mo' },
	])
	assert.equal(both('Mo and Al'), 'Al and Mo')
})
