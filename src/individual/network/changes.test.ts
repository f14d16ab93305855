import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Changes, changesBetween, type Dated } from './changes.ts'
import { seen } from './map.test-tools.ts'
import type { View } from './view.ts'

const dated = (view: View, hands = ['ann'], questions = 'first'): Dated => ({ view, hands, questions })

const spring = dated(
	seen(
		[
			{ id: 'mum', tie: { status: 'present', gets: ['practical', 'company'], strength: 2, strain: 1 } },
			{ id: 'jo', tie: { status: 'cut off', gets: [], strain: 3 } },
			{ id: 'sam', tie: { status: 'present', gets: ['company', 'practical'] } },
			{ id: 'kit', tie: { gets: [], strength: 'rather not say' } },
		],
		{ 'mum-sam': 'yes', 'mum-kit': 'no', 'sam-kit': 'yes' },
	),
)
const autumn = dated(
	seen(
		[
			{ id: 'mum', tie: { status: 'present', gets: ['practical'], strength: 3, strain: 1 } },
			{ id: 'jo', tie: { status: 'mended', gets: ['a way in'] } },
			{ id: 'sam', tie: { status: 'ended', gets: ['company'] } },
			{ id: 'kit', tie: { gets: [], strength: 1 } },
			{ id: 'work', kind: 'group', tie: { gets: ['money'] } },
		],
		{ 'mum-kit': 'yes', 'mum-jo': 'yes', 'mum-work': 'no' },
	),
	['ann', 'priya'],
	'second',
)

test('two maps are compared in facts: who came and went, what mended and broke, which help is new, lost or rests on one', () => {
	assert.deepEqual(changesBetween(spring, autumn), {
		...{ came: ['jo', 'work'], went: ['sam'], mended: ['jo'], broke: ['sam'] },
		...{ newHelp: ['money', 'a way in'], lostHelp: ['company'] },
		restsOnOne: [{ kind: 'practical', who: 'mum' }],
		strength: [{ from: 'centre', to: 'mum', was: 2, is: 3 }],
		strain: [],
		metEachOther: [{ one: 'mum', other: 'kit' }],
		lostEachOther: [],
		...{ otherQuestions: true, otherHand: true, helpNotComparable: false },
	} satisfies Changes)
})

test('the way back says the reverse', () => {
	const back = changesBetween(autumn, spring)
	assert.deepEqual([back.came, back.went, back.broke, back.mended], [['sam'], ['jo', 'work'], ['jo'], ['sam']])
	assert.deepEqual([back.newHelp, back.lostHelp], [['company'], ['money', 'a way in']])
	assert.deepEqual(back.lostEachOther, [{ one: 'mum', other: 'kit' }])
})

test('a map and itself differ in nothing, whoever’s it is', () => {
	const { otherQuestions, otherHand, helpNotComparable, ...lists } = changesBetween(spring, spring)
	assert.deepEqual([otherQuestions, otherHand, helpNotComparable], [false, false, false])
	for (const [name, list] of Object.entries(lists)) assert.deepEqual(list, [], name)
})

test('help that was asked about on one of the two only is neither new nor lost', () => {
	const changes = changesBetween(dated(seen([{ id: 'mum' }])), autumn)
	assert.deepEqual([changes.newHelp, changes.lostHelp, changes.helpNotComparable], [[], [], true])
})
