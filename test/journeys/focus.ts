import type { Page as Tab } from 'playwright-core'

/** What has the focus, by the name that is read out, and how one sees that it has. */
export const focused = (tab: Tab) =>
	tab.evaluate(() => {
		const at = document.activeElement
		if (!(at instanceof HTMLElement)) return { name: '', kind: '', visible: false }
		const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : undefined
		const name = (label ?? at).textContent?.replace(/\s+/g, ' ').trim() ?? ''
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(label && at.matches('[type=radio]') ? at : at)
		const { width, height } = at.getBoundingClientRect()
		const shown = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
		return { name, kind: at.localName, visible: shown && width > 1 && height > 1 }
	})

/** Where the first two presses of Tab do not lead to the skip link and then to the way out, or one does not see it. */
export async function firstTwoStops(tab: Tab): Promise<string[]> {
	const found: string[] = []
	// The summary of mistakes has the focus already: the order is that of the page from its start.
	await tab.evaluate(() => {
		document.body.tabIndex = -1
		document.body.focus()
	})
	for (const wanted of ['Skip to main content', 'Emergency Exit this page']) {
		await tab.keyboard.press('Tab')
		const { name, visible } = await focused(tab)
		if (name !== wanted || !visible) found.push(`"${name}" ${visible ? '' : 'unseen '}where "${wanted}" should be`)
	}
	return found
}
