import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { openChromium } from '../../test/browser/chromium.ts'
import { buildBrowserFiles } from './browser/build.ts'
import { everyComponent } from './every-component.test-tools.tsx'

const root = join(import.meta.dirname, '../..')

const readers: Readonly<Record<string, BrowserContextOptions>> = {
	'on a phone': { viewport: { width: 360, height: 740 } },
	'on a desk': { viewport: { width: 1280, height: 900 } },
	'in the dark': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
	'at 400 percent': { viewport: { width: 320, height: 256 } },
	'in forced colours': { viewport: { width: 600, height: 900 }, forcedColors: 'active' },
}

describe('every component', () => {
	let browser: Browser
	let html: string
	before(async () => {
		const { files } = await buildBrowserFiles({ root })
		const css = readFileSync(join(root, 'dist/browser', files.css.replace('/assets/', '')), 'utf8')
		const styled = (text: string) =>
			`<!doctype html>${render(everyComponent(text)).replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)}`
		html = styled('Something I want to work on')
		browser = await openChromium()
	})
	after(() => browser.close())

	async function opened(options: BrowserContextOptions) {
		const context = await browser.newContext(options)
		const tab = await context.newPage()
		await tab.setContent(html)
		return tab
	}

	for (const [reader, options] of Object.entries(readers)) {
		test(`${reader}: axe finds nothing, nothing runs off the side, every target is 44 px high`, async () => {
			const tab = await opened(options)
			const { violations } = await new AxeBuilder({ page: tab }).analyze()
			assert.deepEqual(
				violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
				[],
			)
			assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), options.viewport?.width)
			const small = await tab.evaluate(() =>
				Array.from(
					document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary'),
					(target) => [target.className, target.getBoundingClientRect().height],
				).filter(([name, height]) => Number(height) < 44 && name !== 'skip-link'),
			)
			assert.deepEqual(small, [])
			await tab.context().close()
		})
	}

	test('in print there is no navigation, no exit, no form to press, and no colour', async () => {
		const tab = await opened({})
		await tab.emulateMedia({ media: 'print' })
		const hidden = ['.exit-this-page', '.navigation', '.footer', '.header__account', 'button', '.skip-link']
		for (const selector of hidden) assert.equal(await tab.locator(selector).first().isVisible(), false, selector)
		const coloured = await tab.evaluate(() =>
			Array.from(document.querySelectorAll('body *'))
				.filter((part) => part.checkVisibility())
				.map((part) => getComputedStyle(part))
				.flatMap(({ color, borderInlineStartColor, fill }) => [color, borderInlineStartColor, fill])
				.filter((colour) => new Set(colour.match(/\d+/g)?.slice(0, 3)).size > 1),
		)
		assert.deepEqual(coloured, [])
		await tab.context().close()
	})
})
