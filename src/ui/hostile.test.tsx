import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { everyComponent } from './every-component.test-tools.tsx'
import { elements, type Html, parse } from './html.test-tools.ts'

const hostile = {
	html: '</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>',
	quotes: `" onmouseover="alert(1)' onfocus='alert(1)`,
	'the end of a comment': '--><b>x</b><!--',
	entities: '&lt;b&gt; &amp;amp; &#60;',
	'right to left': '\u202Efdp.exe\u2066 שלום\u202C',
	'template braces': '{{7*7}} $' + '{7*7} <%= 7 %>',
	'combining marks': `Z${'\u0301\u0327'.repeat(200)}`,
}

const shapeOf = (html: string) =>
	Array.from(elements(parse(html)), ({ name, attributes }) => [name, ...attributes.keys()].join(' '))

function textsOf(nodes: readonly (Html | string)[]): string[] {
	return nodes.flatMap((node) =>
		typeof node === 'string' ? [node] : [...node.attributes.values(), ...textsOf(node.children)],
	)
}

const calm = shapeOf(render(everyComponent('calm')))
const calmTexts = textsOf(parse(render(everyComponent('calm')))).filter((text) => text.includes('calm')).length

for (const [name, text] of Object.entries(hostile)) {
	test(`${name} stays text in every component`, () => {
		const html = render(everyComponent(text))
		assert.deepEqual(shapeOf(html), calm, 'no element and no attribute more than with calm words')
		const shown = textsOf(parse(html)).filter((shownText) => shownText.includes(text))
		assert.equal(shown.length, calmTexts, 'everything written is shown, letter by letter')
	})
}

test('names and words stand apart from the direction of what is round them', () => {
	const html = render(everyComponent(hostile['right to left']))
	const isolated = Array.from(elements(parse(html))).filter(({ name }) => name === 'bdi')
	assert.equal(isolated.length, 8, 'the account, three names and the words of one of them, and three names of a chart')
})

test('a line break at the beginning of what was written survives the page', () => {
	const html = render(everyComponent('\nwritten'))
	const areas = Array.from(elements(parse(html))).filter(({ name }) => name === 'textarea')
	assert.deepEqual(
		areas.map(({ children }) => children.join('')),
		['\n\nwritten', '\n\nwritten'],
		'browsers drop the first of the two',
	)
})
