import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { render } from 'preact-render-to-string'
import { buildBrowserFiles } from './browser/build.ts'
import { everyComponent } from './every-component.test-tools.tsx'
import { elements, parse } from './html.test-tools.ts'

const root = join(import.meta.dirname, '../..')
const kilobyte = 1024

/** Classes that need no rule of their own, by the reason. */
const withoutRule: Readonly<Record<string, readonly string[]>> = {
	'the script looks for it': ['js-character-count', 'js-exit-this-page-button'],
	'its parts carry the rules': [
		'character-count',
		'checkboxes',
		'footer__words',
		'notification-banner__header',
		'radios',
		'said',
		'summary-list',
		'summary-list__actions-list-item',
		'table__body',
		'table__head',
		'table__row',
		'voice-name',
	],
	'it looks like any other, and is there for a capability to tell it apart': [
		'link',
		'notification-banner--success',
		'summary-list__row--no-actions',
		'task-list__item--with-link',
	],
}

function built(url: string): string {
	return readFileSync(join(root, 'dist/browser', url.replace('/assets/', '')), 'utf8')
}

/** Every class that our components write on a page that has all of them, and every one that stands whole in a `.tsx` file. */
function classesUsed(): Set<string> {
	const rendered = Array.from(
		elements(parse(render(everyComponent('text')))),
		({ attributes }) => attributes.get('class') ?? '',
	)
	const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.tsx') && !/\.test(?:-tools)?\.tsx$/.test(file),
	)
	assert.ok(files.length > 20, `only ${files.length} files were read`)
	const spelled = files.flatMap((file) =>
		Array.from(readFileSync(join(root, 'src', file), 'utf8').matchAll(/\bclass="([^"]+)"/g), ([, names = '']) => names),
	)
	return new Set([...rendered, ...spelled].flatMap((names) => names.split(/\s+/)).filter(Boolean))
}

describe('the style sheet', () => {
	let css: string
	let js: string
	before(async () => {
		const { files } = await buildBrowserFiles({ root })
		css = built(files.css)
		js = built(files.js)
	})

	test('is under 10 kB, the script under 3 kB, as they travel', () => {
		assert.ok(gzipSync(css).length < 10 * kilobyte, `${gzipSync(css).length} bytes`)
		assert.ok(gzipSync(js).length < 3 * kilobyte, `${gzipSync(js).length} bytes`)
	})

	test('asks nobody else for anything', () => {
		assert.doesNotMatch(css, /url\(|@font-face|@import|https?:/)
	})

	test('has a rule for every class that ours use, or the class is named here', () => {
		const ruled = new Set(Array.from(css.matchAll(/\.(-?[_a-z][\w-]*)/gi), ([, name = '']) => name))
		const excused = Object.values(withoutRule).flat()
		const used = classesUsed()
		const missing = [...used].filter((name) => !ruled.has(name) && !excused.includes(name))
		assert.deepEqual(missing.sort(), [], 'give it a rule in the CSS of its folder, or name it here')
		assert.deepEqual(
			excused.filter((name) => ruled.has(name) || !used.has(name)),
			[],
			'take it off the list',
		)
	})
})

describe('the colours', () => {
	const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
	const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
	const named = (css: string) =>
		Object.fromEntries(Array.from(css.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6})/g), ([, name, colour]) => [name, colour]))
	const schemes = { light: named(light), dark: { ...named(light), ...named(dark) } }
	const grounds = ['paper', 'surface', 'sunk']
	const inks = ['ink', 'quiet', 'act', 'person', 'practitioner', 'third', 'error']
	const pairs = [
		...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
		['on-act', 'act'],
		['on-act', 'act-pressed'],
		['on-focus', 'focus'],
		['paper', 'ink'],
	] as const

	for (const [scheme, colours] of Object.entries(schemes)) {
		test(`every text of the ${scheme} scheme has 4.5 to 1 on its ground`, () => {
			const faint = pairs.filter(([ink, ground]) => contrast(colours[ink], colours[ground]) < 4.5)
			assert.deepEqual(faint, [])
		})
		test(`of the two colours of the focus one has 3 to 1 on every ground of the ${scheme} scheme`, () => {
			const unseen = grounds.filter((ground) =>
				['focus', 'on-focus'].every((edge) => contrast(colours[edge], colours[ground]) < 3),
			)
			assert.deepEqual(unseen, [])
		})
	}
})

/** The contrast of two colours after WCAG 2.2: 1 (none) to 21. */
function contrast(one = '', other = ''): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
	return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
	const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
