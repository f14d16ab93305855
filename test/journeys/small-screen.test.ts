import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { everyPage } from './every-page.ts'
import { onEveryPage } from './on-every-page.ts'
import { openStage, phone } from './stage.ts'

const stage = await openStage()
const pages = await everyPage(stage.place)

/** What is looked at on every page, in this order, and what does not fit there. */
const looks: Record<string, (tab: Tab) => Promise<string[]>> = {
	'at 320 px nothing scrolls sideways and every target is 44 px high': async (tab) => {
		await tab.setViewportSize({ width: 320, height: 640 })
		return [...(await tooWide(tab)), ...(await tooSmall(tab))]
	},
	'the frame leaves the screen to the page: what it is about begins within 200 px': async (tab) => {
		await tab.setViewportSize(phone)
		return tab.evaluate(() => {
			const { top } = document.querySelector('main')?.getBoundingClientRect() ?? { top: Number.POSITIVE_INFINITY }
			return top <= 200 ? [] : [`begins at ${top.toFixed(0)} px`]
		})
	},
	'with text twice as large nothing is cut off': async (tab) => {
		await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
		return [...(await tooWide(tab)), ...(await cutOff(tab)), ...(await underTheExit(tab))]
	},
}

/** One walk for all looks, for opening a page takes longer than looking at it. */
async function everyLook(tab: Tab): Promise<string[]> {
	const found: string[] = []
	for (const [name, look] of Object.entries(looks)) found.push(...(await look(tab)).map((what) => `${name}: ${what}`))
	return found
}

describe('a small screen', () => {
	let found: string[] = []
	before(async () => {
		found = await onEveryPage(stage, pages, { viewport: phone }, everyLook)
	})

	for (const name of Object.keys(looks)) {
		test(name, () =>
			assert.deepEqual(
				found.filter((what) => what.includes(`: ${name}: `)),
				[],
			),
		)
	}
	test('every page answers as it should', () =>
		assert.deepEqual(
			found.filter((what) => what.includes(': answered ')),
			[],
		))
})

/** How far a page reaches beyond its window, and what reaches there. */
const tooWide = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement
		if (scrollWidth <= clientWidth) return []
		const beyond = [...document.body.querySelectorAll('*')].filter(
			(element) => element.getBoundingClientRect().right > clientWidth + 1,
		)
		const names = beyond.slice(0, 3).map((element) => `<${element.localName} class="${element.className}">`)
		return [`${scrollWidth} px wide in a window of ${clientWidth}: ${names.join(', ')}`]
	})

/** What of the frame the exit lies upon. */
const underTheExit = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() => {
		window.scrollTo({ top: 0, behavior: 'instant' })
		const exit = document.querySelector('.exit-this-page__button')?.getBoundingClientRect()
		if (!exit) return ['there is no exit']
		return [...document.querySelectorAll('.header a, .header button')]
			.filter((element) => {
				const { left, right, top, bottom } = element.getBoundingClientRect()
				return left < exit.right && right > exit.left && top < exit.bottom && bottom > exit.top
			})
			.map((element) => `the exit lies upon "${element.textContent}"`)
	})

/** Things to press that are less than 44 px high, links in running text apart (WCAG 2.5.5, inline exception). */
const tooSmall = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() => {
		const areaOf = (element: Element): DOMRect => {
			const label = element instanceof HTMLInputElement && element.labels?.[0]
			const isChoice = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)
			return (isChoice && label ? label : element).getBoundingClientRect()
		}
		const isInText = (element: Element): boolean => {
			const around = element.closest('p, li, td, dd, span')
			const text = around?.textContent?.trim() ?? ''
			return getComputedStyle(element).display === 'inline' && text.length > (element.textContent?.trim().length ?? 0)
		}
		return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
			.filter((element) => element.checkVisibility() && !element.matches('.skip-link') && !isInText(element))
			.map((element) => ({ element, height: areaOf(element).height }))
			.filter(({ height }) => height < 43.5)
			.map(({ element, height }) => `"${element.textContent?.trim()}" is ${height.toFixed(0)} px high`)
	})

/** Boxes whose text does not fit them and can not be reached. */
const cutOff = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() =>
		[...document.body.querySelectorAll<HTMLElement>('*')]
			.filter((element) => {
				const { overflowX, overflowY, position, clip } = getComputedStyle(element)
				if (position === 'absolute' && clip !== 'auto') return false
				if (element.matches('.visually-hidden, .skip-link, textarea, input, svg, svg *')) return false
				const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
				return (
					(hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
					(hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
				)
			})
			.map(
				(element) => `<${element.localName} class="${element.className}"> cuts "${element.textContent?.slice(0, 40)}"`,
			),
	)
