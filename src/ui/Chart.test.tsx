import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { render } from 'preact-render-to-string'
import { Chart, type Series } from './Chart.tsx'
import { elements, parse } from './html.test-tools.ts'

const drawn = (series: readonly Series[]) => {
	const html = render(
		<Chart label="How it was" series={series} lines={[0, 5, 10]} day={(day) => `the day ${day}`}>
			<table />
		</Chart>,
	)
	const all = Array.from(elements(parse(html)))
	const withClass = (name: string) =>
		all
			.filter(({ attributes }) => attributes.get('class')?.split(' ').includes(name))
			.map(({ attributes }) => attributes)
	return { html, all, withClass }
}
const ann: Series = {
	name: 'Ann',
	hand: 'person',
	points: [
		{ day: '2026-01-01', value: 0 },
		{ day: '2026-01-11', value: 5 },
		{ day: '2026-01-21', value: 10 },
	],
}
const priya: Series = { name: 'Priya', hand: 'practitioner', points: [{ day: '2026-01-11', value: 5 }] }
const placesOf = (marks: ReadonlyMap<string, string>[]) =>
	marks.map(
		(mark) =>
			mark
				.get('transform')
				?.match(/[\d.]+/g)
				?.map(Number) ?? [],
	)

describe('a chart', () => {
	test('has a name, a mark for each value where it belongs, and a line through them', () => {
		const { html, withClass } = drawn([ann])
		const [picture] = withClass('chart__picture')
		assert.equal(picture?.get('role'), 'img')
		assert.equal(picture?.get('aria-label'), 'How it was')
		const [low = [], middle = [], high = []] = placesOf(withClass('chart__mark'))
		assert((low[1] ?? 0) > (middle[1] ?? 0) && (middle[1] ?? 0) > (high[1] ?? 0), 'more stands higher')
		assert.equal((low[0] ?? 0) + (high[0] ?? 0), 2 * (middle[0] ?? 0), 'ten days are as wide each time')
		assert.equal(withClass('chart__line')[0]?.get('d')?.split(/[ML]/).length, 4)
		assert.match(html, /the day 2026-01-01.*the day 2026-01-21/)
		assert.equal(withClass('chart__keys').length, 0, 'one voice needs no key')
	})

	test('one day alone stands in the middle, and is named once', () => {
		const { html, withClass } = drawn([priya])
		assert.deepEqual(
			placesOf(withClass('chart__mark')).map(([x]) => x),
			[178],
		)
		assert.equal(html.match(/the day/g)?.length, 1)
		assert.doesNotMatch(html, /NaN|undefined/)
	})

	test('two voices are told apart by shape, dash and name, and both are seen on one spot', () => {
		const { html, withClass } = drawn([ann, priya])
		const keys = withClass('chart__mark').slice(0, 2)
		assert.notEqual(keys[0]?.get('d'), keys[1]?.get('d'))
		assert.equal(withClass('chart__line--1').length, 2, 'in the key and in the picture')
		assert.match(html, /<bdi>Ann<\/bdi>.*<bdi>Priya<\/bdi>/)
		const picture = html.slice(html.indexOf('chart__picture'))
		assert(picture.indexOf('voice-name--practitioner') < picture.indexOf('voice-name--person'), 'the larger one first')
	})

	test('nothing to draw is no picture; the table stays', () => {
		const { all, withClass } = drawn([])
		assert.equal(withClass('chart__picture').length, 0)
		assert(all.some(({ name }) => name === 'table'))
	})

	test('takes no style of its own past the policy on content', () => {
		assert.doesNotMatch(drawn([ann, priya]).html, /style=|<style/)
	})
})
