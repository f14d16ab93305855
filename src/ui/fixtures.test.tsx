import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Options } from './fixtures.options.test-tools.tsx'
import { adapters } from './fixtures.test-tools.tsx'
import { type Html, parse, written } from './html.test-tools.ts'
import { uiWords } from './ui.words.ts'

/** How many fixtures of each component ours match; the rest are named below with the reason. */
const matched: Readonly<Record<string, number>> = {
	'skip-link': 9,
	'exit-this-page': 3,
	'back-link': 7,
	button: 35,
	'error-summary': 17,
	'error-message': 9,
	hint: 6,
	label: 17,
	fieldset: 18,
	input: 40,
	textarea: 18,
	'character-count': 18,
	radios: 42,
	checkboxes: 38,
	select: 18,
	details: 10,
	'inset-text': 6,
	'warning-text': 8,
	'notification-banner': 21,
	'summary-list': 21,
	breadcrumbs: 12,
	tag: 12,
	'task-list': 11,
	table: 21,
}

const exclusiveChoice = 'no answer of ours empties the others by script'
const affix = 'what stands before or after a box is plain text'
const card = 'one thing has a card of its own on our pages, never a list'
const graphemes = 'we count characters as readers do, and only those'
const always = 'our counts always have a limit'
const start = 'our pages have no start button'

/** Fixtures whose options we do not offer, with the reason. */
const notOffered: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'exit-this-page': { translated: 'its words come from ui.words.ts' },
	button: { start, 'start link': start, 'start link with html': start },
	'error-summary': {
		'autofocus disabled': 'without anything to put right ours is not shown',
		'autofocus explicitly enabled': 'without anything to put right ours is not shown',
	},
	input: {
		'with prefix with classes': affix,
		'with prefix with attributes': affix,
		'with suffix with classes': affix,
		'with suffix with attributes': affix,
		'with customised input wrapper': affix,
	},
	'character-count': {
		'with maxwords': graphemes,
		"with count type 'length'": graphemes,
		"with count type 'characters'": graphemes,
		"with count type 'characters' and value": graphemes,
		"with count type 'characters' and error message": graphemes,
		"with count type 'characters' and threshold": graphemes,
		"with count type 'words'": graphemes,
		"with count type 'words' and value": graphemes,
		"with count type 'words' and error message": graphemes,
		"with count type 'words' and threshold": graphemes,
		'with custom textarea description': 'its words come from ui.words.ts',
		'custom classes on countMessage': 'all counts look alike',
		'to configure in JavaScript': always,
		'with neither maxlength nor maxwords set': always,
		'with neither maxlength, maxwords nor textarea description set': always,
		'with translations': 'its words come from ui.words.ts',
	},
	radios: { 'label with attributes': 'labels carry classes only' },
	checkboxes: {
		'with divider and None': exclusiveChoice,
		'with divider, None and conditional items': exclusiveChoice,
		'small with divider and None': exclusiveChoice,
		'label with attributes': 'labels carry classes only',
	},
	select: { 'with falsy values': 'values are text' },
	'summary-list': {
		'as a summary card with a text header': card,
		'as a summary card with a html header': card,
		'as a summary card with actions': card,
		'as a summary card with actions plus summary list actions': card,
		'as a summary card extreme': card,
		'summary card with custom classes': card,
		'summary card with custom attributes': card,
		'summary card with only 1 action': card,
		'as a summary card with a custom header level': card,
	},
}

const say = uiWords({ locale: 'en', voice: 'anyone' })
const limit = (words: string, count: string) => say('charactersLimit', { count: '%' }).replace('%', count || words)

/** Where our words are not theirs: what they write by themselves, and what ours is in its place. */
const words: Readonly<Record<string, (html: string) => string>> = {
	'notification-banner': (html) => html.replace(/^(\s*)Success$/m, `$1${say('success')}`),
	breadcrumbs: (html) => html.replace('aria-label="Breadcrumb"', `aria-label="${say('breadcrumb')}"`),
	'character-count': (html) => html.replace(/You can enter up to (\d+) characters/, limit),
}

type Fixture = { name: string; options: Options; html: string }

function fixturesOf(component: string): Fixture[] {
	const path = `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
	const text = readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll('govuk-', '')
	return JSON.parse(text, (_, value) => value ?? undefined).fixtures
}

/** The texts that the script speaks are attributes of ours; theirs are inside their script. */
function withoutSpokenTexts(nodes: readonly (Html | string)[]): (Html | string)[] {
	return nodes.map((node) =>
		typeof node === 'string'
			? node
			: {
					...node,
					attributes: new Map([...node.attributes].filter(([name]) => !name.startsWith('data-i18n.'))),
					children: withoutSpokenTexts(node.children),
				},
	)
}

/** Both sides as comparable lines, where they differ. */
function difference(component: string, { options, html }: Fixture, adapter: (o: Options) => VNode): string | undefined {
	const theirs = written(parse(words[component]?.(html) ?? html))
	const ours = written(withoutSpokenTexts(parse(render(adapter(options)))))
	return theirs === ours ? undefined : `theirs:\n${theirs}\nours:\n${ours}`
}

for (const [component, adapter] of Object.entries(adapters)) {
	describe(`${component} against the fixtures of GOV.UK Frontend`, () => {
		const fixtures = fixturesOf(component)
		const reasons = notOffered[component] ?? {}

		for (const fixture of fixtures.filter(({ name }) => !(name in reasons))) {
			test(fixture.name, () => assert.equal(difference(component, fixture, adapter), undefined))
		}
		for (const [name, reason] of Object.entries(reasons)) {
			test(`${name}: not offered, ${reason}`, () => {
				const fixture = fixtures.find((one) => one.name === name)
				assert.ok(fixture, 'there is no such fixture: take it off the list')
				assert.ok(difference(component, fixture, adapter), 'it matches: take it off the list')
			})
		}
		test('as many are compared as we expect', () => {
			assert.equal(fixtures.length - Object.keys(reasons).length, matched[component])
		})
	})
}

test('every component named here has an adapter', () => {
	assert.deepEqual(Object.keys(matched).sort(), Object.keys(adapters).sort())
	assert.deepEqual(
		Object.keys(notOffered).filter((name) => !(name in adapters)),
		[],
	)
})

/** One attribute is not as it should be: the hint is not tied to its box. */
function Mutant({ options }: { options: Options }) {
	return (
		<div class="form-group">
			<label class="label" for={options.id}>
				{options.label?.text}
			</label>
			<div id={`${options.id}-hint`} class="hint">
				{options.hint?.text}
			</div>
			<input class="input" id={options.id} name={options.name} type="text" aria-describedby={`${options.id}-help`} />
		</div>
	)
}

test('a component with one changed attribute is reported', () => {
	const fixture = fixturesOf('input').find(({ name }) => name === 'with hint text')
	assert.ok(fixture)
	const reported = difference('input', fixture, (options) => <Mutant options={options} />)
	const [theirs = '', ours = ''] = reported?.split('\nours:\n') ?? []
	const theirLines = theirs.split('\n').slice(1)
	const changed = ours.split('\n').filter((line, index) => line !== theirLines[index])
	assert.deepEqual(changed.length, 1)
	assert.match(changed[0] ?? '', /aria-describedby="[^"]+-help"/)
})
