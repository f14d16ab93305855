import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf, isNamedIn, veilOver } from './names.ts'
import { veilFor } from './openings.ts'

const named = (name: string) => ({ id: name, name })
const hiding = (...names: string[]) => veilOver(names.map(named), [named('Ann Kerr'), named('Linda Kerr')])

test('a name in the words becomes initials, in full or in part, whatever its letters', () => {
	const { words } = hiding('Priya Raman')
	assert.equal(words('I go with Priya Raman.'), 'I go with P. R.')
	assert.equal(words('I go with Priya.'), 'I go with P.')
	assert.equal(words('Ring priya, then PRIYA RAMAN!'), 'Ring P., then P. R.!')
	assert.equal(words("Priya’s day, Priya's day, (Priya)"), "P.’s day, P.'s day, (P.)")
	assert.equal(words('Mrs Raman and\nPriya'), 'Mrs R. and\nP.')
})

test('only whole words: what has a name within it stays', () => {
	const { words } = hiding('Jo Ray')
	assert.equal(words('Joseph prays in a ray of joy'), 'Joseph prays in a R. of joy')
	assert.equal(hiding('Ewa Nowak').words('Ewart, ewald'), 'Ewart, ewald')
})

test('names of two parts, with marks, apostrophes, other scripts', () => {
	assert.equal(hiding('Mary O’Donnell').words('Mary O’Donnell and Donnell'), 'M. O’D. and D.')
	assert.equal(hiding('Sophie-Louise Fotheringham-Akintola').words('Sophie-Louise, or Sophie'), 'S.-L., or S.')
	assert.equal(hiding('Олена Коваленко').words('Олена и ОЛЕНА'), 'О. и О.')
	assert.equal(hiding('Grzegorz Wiśniewski').words('wiśniewski'.normalize('NFD')), 'W.')
	assert.equal(hiding('يوسف رحمن').words('قال يوسف نعم'), 'قال ي. نعم')
	assert.equal(hiding('王芳').words('我和王芳去'), '我和…去')
})

test('hostile names hide themselves and nothing else, and make no markup or pattern', () => {
	for (const name of ['.*', '$&', '(a|b)*', '\\b', '[', '^', '$1', '<b>', '🦊🦊', '%00', '"']) {
		const { words, called } = hiding(name)
		assert.equal(words('Nothing of it is here'), 'Nothing of it is here', name)
		assert(called(name) !== undefined)
	}
	assert.equal(hiding('.*').words('a .* b'), 'a … b')
	assert.equal(hiding('🦊🦊').words('with 🦊🦊!'), 'with …!')
	assert.equal(hiding('<script>').words('<script>x'), '<S.>x')
	assert.equal(hiding('X').words('X marks it, xylophone'), 'X. marks it, xylophone')
	assert.equal(hiding('A.').words('a day'), 'A. day', 'a name of one letter hides as that letter')
	for (const name of ['', '   ']) assert.equal(hiding(name).words('as it is'), 'as it is')
	const long = 'na '.repeat(5000)
	assert.equal(hiding(long).words('x na y'), 'x N. y')
})

test('a part that is also part of a name which may stand, stands', () => {
	assert.equal(hiding('Tom Kerr').words('Tom Kerr, Ann Kerr, Linda'), 'T. Kerr, Ann Kerr, Linda')
	assert.equal(hiding('Ann Smith').words('Ann Smith'), 'Ann S.')
})

test('words without a name in them are the very words', () => {
	const words = 'e\u0301 as it was written\r\n'
	assert.equal(hiding('Priya Raman').words(words), words)
})

test('a name is found in full, in part, and not within a word', () => {
	const priya = named('Priya Raman')
	assert(isNamedIn(['nothing', 'with priya'], priya))
	assert(!isNamedIn(['Ramanujan'], priya))
	assert(isNamedIn(['我和王芳去'], named('王芳')))
	assert(!isNamedIn(['anything'], named('')))
})

test('initials', () => {
	assert.equal(initialsOf('Priya Raman'), 'P. R.')
	assert.equal(initialsOf('  '), '…')
	assert.equal(initialsOf('Ł'), 'Ł.')
})

test('a name stands only where every opening that covers the thing shows it', () => {
	const round = [named('Priya Raman')]
	const shown = (scope: string, ...namesShown: string[]) => ({ scope, namesShown })
	const called = (...covering: ReturnType<typeof shown>[]) => veilFor(round, covering, []).called('Priya Raman')
	assert.equal(called(shown('plan', 'Priya Raman')), 'Priya Raman')
	assert.equal(called(shown('plan')), 'P. R.')
	assert.equal(called(shown('plan', 'Priya Raman'), shown('one')), 'P. R.')
	assert.equal(called(), 'P. R.', 'and nowhere, where nothing covers it')
})
