/** Every look at a page in a real browser: by axe in all its lights and widths, and by what fits a small screen. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { axeFinds, bringAxe } from './axe.ts'
import { type APage, everyPage } from './every-page.ts'
import { firstTwoStops } from './focus.ts'
import { onEveryPage } from './on-every-page.ts'
import { beginsLate, cutOff, tooSmall, tooWide, underTheExit } from './small-screen.ts'
import { desktop, openStage, phone } from './stage.ts'

const colours = ['cat.color']

/**
 * What is looked at on every page, in this order; each sets what it needs. Colours in the dark are the same at every width, and
 * they come from classes: a page with nothing that another had not has no colour that was not looked at.
 */
const looks: Record<string, (tab: Tab, hasNew: boolean) => Promise<string[]>> = {
	'the skip link comes first and the way out second, and both are seen': firstTwoStops,
	'axe finds nothing on a phone': (tab) => axeFinds(tab),
	'axe finds nothing on a phone in the dark': async (tab, hasNew) => {
		if (!hasNew) return []
		await tab.emulateMedia({ colorScheme: 'dark' })
		return axeFinds(tab, colours)
	},
	'axe finds nothing in forced colours': async (tab, hasNew) => {
		if (!hasNew) return []
		await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
		return axeFinds(tab, colours)
	},
	'axe finds nothing on a wide screen': async (tab) => {
		await tab.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
		await tab.setViewportSize(desktop)
		return axeFinds(tab)
	},
	'at 320 px nothing scrolls sideways and every target is 44 px high': async (tab) => {
		await tab.setViewportSize({ width: 320, height: 640 })
		return [...(await tooWide(tab)), ...(await tooSmall(tab))]
	},
	'the frame leaves the screen to the page: what it is about begins within 200 px': async (tab) => {
		await tab.setViewportSize(phone)
		return beginsLate(tab)
	},
	'with text twice as large nothing is cut off': async (tab) => {
		await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
		return [...(await tooWide(tab)), ...(await cutOff(tab)), ...(await underTheExit(tab))]
	},
}

/** Everything on the page by its own classes and those around it, each once. */
const kindsOn = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() => {
		const kinds = new Map<Element, string>()
		for (const element of document.querySelectorAll('body, body *')) {
			const states = ['aria-current', 'aria-invalid', 'type', 'open', 'disabled', 'fill', 'stroke'].map((name) =>
				element.hasAttribute(name) ? `${name}=${element.getAttribute(name)}` : '',
			)
			const around = element.parentElement && kinds.get(element.parentElement)
			kinds.set(
				element,
				`${around ?? ''} > ${element.localName}.${element.getAttribute('class') ?? ''} ${states.join('')}`,
			)
		}
		return [...new Set(kinds.values())]
	})

const seen = new Set<string>()

/** One walk for all looks, for opening a page takes as long as looking at it. */
async function everyLook(tab: Tab): Promise<string[]> {
	const found: string[] = []
	const before = seen.size
	for (const kind of await kindsOn(tab)) seen.add(kind)
	for (const [name, look] of Object.entries(looks)) {
		found.push(...(await look(tab, seen.size > before)).map((what) => `${name}: ${what}`))
	}
	return found
}

/** Tests every look at each of these pages. A file for each of two halves: they run beside each other. */
export async function lookAtPages(whose: string, isTheirs: (page: APage) => boolean): Promise<void> {
	const stage = await openStage()
	const pages = (await everyPage(stage.place)).filter(isTheirs)
	describe(`every page of ${whose}`, () => {
		let found: string[] = []
		before(async () => {
			found = await onEveryPage(stage, pages, { viewport: phone, reducedMotion: 'reduce' }, everyLook, bringAxe)
		})
		for (const name of Object.keys(looks)) {
			test(name, () =>
				assert.deepEqual(
					found.filter((what) => what.includes(`: ${name}: `)),
					[],
				),
			)
		}
		test('there are pages, and each answers as it should', () => {
			assert(pages.length > 50)
			assert.deepEqual(
				found.filter((what) => what.includes(': answered ')),
				[],
			)
		})
	})
}
