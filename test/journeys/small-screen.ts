/** What does not fit on a small screen, or can not be pressed there. */
import type { Page as Tab } from 'playwright-core'

/** How far below the top the page begins, when that is too far. */
export const beginsLate = (tab: Tab): Promise<string[]> =>
	tab.evaluate(() => {
		const { top } = document.querySelector('main')?.getBoundingClientRect() ?? { top: Number.POSITIVE_INFINITY }
		return top <= 200 ? [] : [`begins at ${top.toFixed(0)} px`]
	})

/** How far a page reaches beyond its window, and what reaches there. */
export const tooWide = (tab: Tab): Promise<string[]> =>
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
export const underTheExit = (tab: Tab): Promise<string[]> =>
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
export const tooSmall = (tab: Tab): Promise<string[]> =>
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
export const cutOff = (tab: Tab): Promise<string[]> =>
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
