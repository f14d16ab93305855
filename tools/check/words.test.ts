import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyWayToSay, problemsOf } from './words.ts'

const said = (message: string, easy: Record<string, string> = {}, voice = 'person') =>
	problemsOf({ name: 'plan', messages: { en: { [voice]: { one: message } }, 'en-x-easy': { [voice]: easy } } })

test('a message is said once for every way through its plurals and choices', () => {
	const message = '{n, plural, =0 {none} one {# day} other {# days}} {who, select, me {you} other {{name}}}'
	assert.deepEqual(everyWayToSay(message, 'en'), [
		'none you',
		'none Ann',
		'1 day you',
		'1 day Ann',
		'7 days you',
		'7 days Ann',
	])
	assert.deepEqual(everyWayToSay('{day, date, long}', 'en'), ['5 March 2027'])
	assert.deepEqual(everyWayToSay('{most, number}', 'en'), ['7'])
})

test('good words are not reported', () => {
	assert.deepEqual(said('Say what you hope for, {name}.', { one: 'Say what you hope for.' }), [])
	const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
	assert.deepEqual(said(long, {}, 'practitioner'), [])
})

const bad: [problem: RegExp, problems: string[]][] = [
	[/^plan, en, person, one: cannot be said: /, said('{n, plural, one {day}')],
	[/cannot be said: /, said('{n, plural, one {day}}')],
	[/says nothing/, said('{who, select, me {} other {you}}')],
	[/has a brace left over: "\{name\}"/, said("'{name}'")],
	[/says "Sorry"/, said('Sorry, {name}.')],
	[/says "cases"/, said('{n, plural, one {person} other {cases}}')],
	[/says "need score"/, said('Your need score', {}, 'practitioner')],
	[/says "non-engagement"/, said('Reasons for non-engagement')],
	[
		/a sentence of 16 words/,
		said('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'),
	],
	[/^plan, en-x-easy, person, two: is not there in English/, said('One', { two: 'Two' })],
	[/^plan, en-x-easy, person, one: takes \{name\}, which is not given/, said('One', { one: 'One {name}' })],
]

for (const [problem, problems] of bad) {
	test(`is reported: ${problem.source}`, () => {
		assert.equal(problems.length, 1)
		assert.match(problems[0] ?? '', problem)
	})
}
