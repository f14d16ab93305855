import { createRequire } from 'node:module'
import type { Page as Tab } from 'playwright-core'

/** The axe that its package for Playwright brings. That package would hand all of it over anew for each look at a page. */
const axePath = createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core')

/** What this file uses of axe, once it is in a page. */
type Axe = {
	getRules(tags?: string[]): { ruleId: string }[]
	run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

/** Puts axe into every page that this tab will open. */
export async function bringAxe(tab: Tab): Promise<void> {
	await tab.addInitScript({ path: axePath })
}

/**
 * What axe finds with every rule that it has: those that it leaves out by itself (experimental ones, WCAG 2.2, AAA) are on too.
 * One alone is not ours to meet: contrast of 7 to 1 is AAA, and our bar is AA.
 */
export function axeFinds(tab: Tab): Promise<string[]> {
	return find(tab, {})
}

/** In light by every rule, then in dark by every rule about colour: nothing else on the page has changed. */
export async function axeFindsInBothLights(tab: Tab): Promise<string[]> {
	await tab.emulateMedia({ colorScheme: 'light' })
	const light = await axeFinds(tab)
	await tab.emulateMedia({ colorScheme: 'dark' })
	const dark = await find(tab, { runOnly: ['cat.color'] })
	return [...light, ...dark.map((what) => `in dark ${what}`)]
}

function find(tab: Tab, options: { runOnly?: string[] }): Promise<string[]> {
	return tab.evaluate(async (only) => {
		const { axe } = window as unknown as { axe: Axe }
		const ids = axe.getRules(only.runOnly).map(({ ruleId }) => ruleId)
		const rules = Object.fromEntries(ids.map((id) => [id, { enabled: id !== 'color-contrast-enhanced' }]))
		const { violations } = await axe.run({ ...only, rules, resultTypes: ['violations'] })
		return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
	}, options)
}
