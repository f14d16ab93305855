import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingGrade } from '../../../../tools/check/reading.ts'
import { changesBetween } from '../changes.ts'
import { drawn, seen } from '../map.test-tools.ts'
import type { View } from '../view.ts'
import { whoCouldHelp } from './coverage.ts'
import type { Line } from './line.ts'
import { numbersOf } from './numbers.ts'
import { whatChanged } from './what-changed.ts'
import { couldHelp, ifServicesGo, whoHelps } from './who-helps.ts'
import { whoKnowsWhom } from './who-knows-whom.ts'

const person = { locale: 'en', voice: 'person' } as const
const practitioner = { locale: 'en', voice: 'practitioner' } as const
const people = ['Mum', 'Jo', 'Sam', 'Kit', 'Lee', 'Pat']
const called = (id: string) => people[Number(id)] ?? id
const told = (lines: readonly Line[]) =>
	lines.map(({ words, list }) => (list.length ? `${words} ${list.join(', ')}` : words))

test('two maps with the same numbers and opposite shapes read differently: a family and a street, and a ring of six', () => {
	const [triangles, ring] = ['0-1 1-2 0-2 3-4 4-5 3-5', '0-1 1-2 2-3 3-4 4-5 5-0'].map((ties) => drawn(6, ties))
	assert.ok(triangles && ring)
	const numbers = (view: View) => {
		const { numbers, fold } = numbersOf(view, practitioner)
		const same = new Set(['Density', 'How many', 'Effective', 'Efficien', 'Constrai'])
		return [...numbers, ...fold.numbers].filter(({ what }) => [...same].some((one) => what.startsWith(one)))
	}
	assert.deepEqual(numbers(triangles), numbers(ring))
	assert.deepEqual(
		numbers(ring).map(({ value }) => value),
		['0.40', '2', '4', '0.67', '0.46'],
	)
	assert.deepEqual(told(whoKnowsWhom(triangles, person, called, 'Ann')).slice(1, 4), [
		'Your people are in 2 separate groups. You are the only link between them.',
		'One group: Mum, Jo, Sam',
		'One group: Kit, Lee, Pat',
	])
	assert.equal(
		told(whoKnowsWhom(ring, person, called, 'Ann'))[1],
		'They all know each other, or know someone who does.',
	)
	const toOther = (view: View) => told(whoKnowsWhom(view, practitioner, called, 'Ann'))
	assert.equal(toOther(triangles)[1], 'They are in 2 separate groups, and Ann is the only link between them.')
	assert.notDeepEqual(toOther(triangles), toOther(ring))
})

test('a linchpin is named with who would be cut off', () => {
	const lines = told(whoKnowsWhom(drawn(6, '0-1 0-2 1-2 2-3 2-4 3-4'), person, called, 'Ann'))
	assert.ok(lines.includes('If the tie to Sam went, these would be cut off from the rest: Kit, Lee'))
	assert.ok(lines.includes('One knows only you: Pat'))
})

test('nobody is said to know only the person before every answer is no, and what is not known is said', () => {
	const open = seen([{ id: '0' }, { id: '1' }, { id: '2' }], { '0-1': 'no', '0-2': 'no' })
	const lines = told(whoKnowsWhom(open, person, called, 'Ann'))
	assert.ok(lines.includes('One knows only you: Mum'))
	assert.ok(lines.includes('We do not know about one pair yet.'))
	assert.deepEqual(told(whoKnowsWhom(seen([]), person, called, 'Ann')), ['Nobody is on your map yet.'])
})

const view = seen(
	[
		{
			id: '0',
			kind: 'person',
			part: 'family',
			tie: { gets: ['practical', 'emotional'], gives: ['company'], strain: 2 },
		},
		{ id: '1', kind: 'person', part: 'friends', tie: { gets: ['company'], gives: ['company', 'lifts'] } },
		{ id: '2', kind: 'person', tie: { gets: ['company'], gives: [] } },
		{ id: '3', kind: 'service', part: 'services', tie: { gets: ['information'] } },
	],
	{ '0-1': 'yes', '0-2': 'no', '1-2': 'no' },
)

test('help is told both ways, and what is missing is told as usual', () => {
	assert.deepEqual(told(whoHelps(view, person, called, 'Ann')), [
		'More than one helps you with: company',
		'Only Mum helps you with: practical things, someone to lean on',
		'Only services help with: knowing how things work',
		'Nobody yet for: money, a way in to somewhere',
		'Your help comes from 3 parts of your life: Family, Friends, Services',
		'You help 2 with company: Mum, Jo',
		'You help one with lifts: Jo',
		'One helps you in more than one way: Mum',
		'You help one in more than one way: Jo',
		'Help goes both ways in 2 of 3: Mum, Jo',
		'One is both a help and a strain: Mum',
		'Most people have someone like that.',
	])
	assert.deepEqual(told(whoHelps(seen([{ id: '0' }]), person, called, 'Ann')), ['You have not said who helps you yet.'])
})

test('what stays if the services go, and who could help, with nobody yet as an answer', () => {
	assert.deepEqual(told(ifServicesGo(view, person, called)), [
		'If every service went, these would stay: Mum, Jo, Sam',
		'You would still have help with: practical things, someone to lean on, company',
		'There would be nobody for: knowing how things work',
	])
	assert.deepEqual(ifServicesGo(seen([{ id: '0' }]), person, called), [])
	const [home, bike] = whoCouldHelp(view, [
		{ id: 'home', callsFor: ['practical'], named: ['1'] },
		{ id: 'bike', callsFor: ['money'], named: [] },
	])
	assert.ok(home && bike)
	assert.deepEqual(told(couldHelp(home, person, called, 'Ann')), [
		'You think these could help: Jo',
		'Mum helps you already with: practical things',
	])
	assert.deepEqual(told(couldHelp(bike, person, called, 'Ann')), ['Nobody yet.'])
})

const before = { view, hands: ['ann'], questions: 'first' }
const after = {
	view: seen(
		[
			{ id: '0', part: 'family', tie: { gets: ['practical', 'money'], strain: 1, strength: 2 } },
			{ id: '1', tie: { status: 'ended', gets: [] } },
			{ id: '2', tie: { gets: ['company'] } },
			{ id: '4', kind: 'person' },
		],
		{ '0-2': 'yes' },
	),
	...{ hands: ['ann', 'priya'], questions: 'second' },
}

test('what changed is told in words, after why the maps may differ anyway', () => {
	assert.deepEqual(told(whatChanged(changesBetween(before, after), person, called)), [
		'The questions were not the same. That alone can change who is named.',
		'It was not drawn by the same hands. That alone can change it.',
		'One came: Lee',
		'2 are not there now: Jo, Kit',
		'One tie broke, ended or is on hold: Jo',
		'New help with: money',
		'No help now with: someone to lean on, knowing how things work',
		'This rests on Sam alone now: company',
		'Less strain than before: Mum',
		'They know each other now: Mum and Sam',
	])
	assert.deepEqual(told(whatChanged(changesBetween(before, before), person, called)), [
		'Nothing that we can see has changed.',
	])
})

test('every sentence asks how somebody is called: where initials are shown, no name stands anywhere', () => {
	const initials = (id: string) => `${called(id)[0]}.`
	const everything = [person, practitioner].flatMap((reader) =>
		told([
			...whoKnowsWhom(view, reader, initials, 'A.'),
			...whoHelps(view, reader, initials, 'A.'),
			...ifServicesGo(view, reader, initials),
			...whatChanged(changesBetween(before, after), reader, initials),
			...whoCouldHelp(view, [{ id: 'home', callsFor: ['practical'], named: ['1'] }]).flatMap((one) =>
				couldHelp(one, reader, initials, 'A.'),
			),
		]),
	)
	assert.ok(everything.join().includes('M.'))
	for (const name of people) assert.ok(!everything.some((line) => line.includes(name)), name)
})

test('the person’s sentences read at grade 6 or below', () => {
	const lines = [
		...whoKnowsWhom(drawn(6, '0-1 0-2 1-2 2-3 2-4 3-4'), person, called, 'Ann'),
		...whoKnowsWhom(drawn(6, '0-1 2-3'), person, called, 'Ann'),
		...whoKnowsWhom(view, person, called, 'Ann'),
		...whoHelps(view, person, called, 'Ann'),
		...ifServicesGo(view, person, called),
		...whatChanged(changesBetween(before, after), person, called),
	]
	const { grade, smog } = readingGrade(lines.map(({ words }) => words.replace(/:$/, '.')).join('\n'))
	assert.ok(grade <= 6 && smog < 10, `grade ${grade}, SMOG ${smog}`)
})

test('a practitioner’s numbers say that they are no score, and "too little" where there is none', () => {
	const { notes, numbers, fold } = numbersOf(seen([{ id: '0' }]), practitioner)
	assert.match(notes[0] ?? '', /never a score/)
	assert.equal(numbers[0]?.value, 'There is too little to say this.')
	assert.equal(fold.numbers.find(({ what }) => what === 'Constraint')?.value, '1')
	assert.equal(numbersOf(seen([{ id: '0' }, { id: '1' }]), practitioner).notes.length, 2, 'an open pair is told')
})
