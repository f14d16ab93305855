import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { render } from 'preact-render-to-string'
import { everyComponent } from './every-component.test-tools.tsx'
import { elements, type Html, parse } from './html.test-tools.ts'
import { Page, type PageProps } from './Page.tsx'

const bare: PageProps = {
	reader: { locale: 'en', voice: 'person' },
	title: 'Home',
	languageHref: '/words',
	csrf: 'secret',
	path: '/plan?show=all',
	assets: { css: '/a.css', icon: '/a.svg' },
	children: 'Hello',
}

const page = (props: Partial<PageProps> = {}) => Array.from(elements(parse(render(<Page {...bare} {...props} />))))
const named = (all: readonly Html[], name: string) => all.filter((element) => element.name === name)
const texts = (element: Html | undefined): string =>
	element?.children.map((child) => (typeof child === 'string' ? child : texts(child))).join('') ?? ''
const has = (element: Html | undefined, attributes: Record<string, string>) =>
	Object.entries(attributes).every(([name, value]) => element?.attributes.get(name) === value)

describe('the frame of a page', () => {
	test('the first thing the keyboard finds is the skip link, the second the exit', () => {
		const stops = page().filter(
			({ name, attributes }) => /^(?:a|button|input|summary)$/.test(name) && attributes.get('type') !== 'hidden',
		)
		assert.ok(has(stops[0], { href: '#main-content' }))
		assert.ok(has(stops[1], { href: 'https://www.bbc.co.uk/weather', rel: 'nofollow noreferrer' }))
	})

	test('the title is what was given and our name, and says when there is something to put right', () => {
		assert.equal(texts(named(page(), 'title')[0]), 'Home - Alongside')
		assert.equal(texts(named(page({ error: true }), 'title')[0]), 'Error: Home - Alongside')
	})

	test('the main part can take the focus, the language is named, nobody lists the page', () => {
		const all = page()
		assert.ok(has(named(all, 'main')[0], { id: 'main-content', tabindex: '-1' }))
		assert.ok(has(named(all, 'html')[0], { lang: 'en-GB' }))
		assert.ok(named(all, 'meta').some((meta) => has(meta, { name: 'robots', content: 'noindex' })))
	})

	test('without script files it carries no script at all, and never one inside the page', () => {
		assert.equal(named(page(), 'script').length, 0)
		const scripts = named(page({ assets: { ...bare.assets, js: '/a.js' } }), 'script')
		assert.deepEqual(
			scripts.map((script) => [script.attributes.get('src'), texts(script)]),
			[['/a.js', '']],
		)
		assert.equal(named(page(), 'style').length, 0)
		assert.ok(page().every(({ attributes }) => !attributes.has('style')))
	})

	test('the choice of words offers the other words and comes back to this page', () => {
		const fields = (all: readonly Html[]) =>
			Object.fromEntries(named(all, 'input').map(({ attributes }) => [attributes.get('name'), attributes.get('value')]))
		assert.deepEqual(fields(page()), { csrf: 'secret', locale: 'en-x-easy', back: '/plan?show=all' })
		assert.equal(fields(page({ reader: { locale: 'en-x-easy', voice: 'person' } })).locale, 'en')
	})

	test('only a page of someone signed in is marked as theirs and offers the way out', () => {
		assert.ok(!named(page(), 'html')[0]?.attributes.has('data-signed-in'))
		const all = page({ account: { name: 'Ann', signOutHref: '/sign-out', csrf: 'secret' } })
		assert.ok(named(all, 'html')[0]?.attributes.has('data-signed-in'))
		assert.ok(named(all, 'form').some((form) => has(form, { method: 'post', action: '/sign-out' })))
	})

	test('the components inside speak the words of the reader', () => {
		const easy = render(<Page {...bare} reader={{ locale: 'en-x-easy', voice: 'person' }} />)
		assert.match(easy, /Skip to the main part/)
		assert.doesNotMatch(easy, /Skip to main content/)
	})

	test('every address within a page leads to something, and no id stands twice', () => {
		const all = Array.from(elements(parse(render(everyComponent('text')))))
		const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? [])
		const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
		// two questions with the same further field would not stand on one page
		assert.deepEqual(new Set(twice), new Set(['how', 'how-hint', 'how-error']))
		const named = ['for', 'aria-describedby', 'aria-labelledby', 'data-aria-controls']
		const asked = all.flatMap(({ attributes }) => [
			...named.flatMap((name) => attributes.get(name)?.split(' ') ?? []),
			...(attributes
				.get('href')
				?.match(/^#(.+)/)
				?.slice(1) ?? []),
		])
		assert.deepEqual(
			asked.filter((id) => !ids.includes(id)),
			[],
		)
		assert.ok(asked.length > 30)
	})
})
