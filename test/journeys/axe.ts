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
 *
 * @param only the tags of the rules to look by, where only colours have changed since the last look
 */
export function axeFinds(tab: Tab, only?: string[]): Promise<string[]> {
	return tab.evaluate(async (tags) => {
		const { axe } = window as unknown as { axe: Axe }
		const ids = axe.getRules(tags).map(({ ruleId }) => ruleId)
		const rules = Object.fromEntries(ids.map((id) => [id, { enabled: id !== 'color-contrast-enhanced' }]))
		const options = { ...(tags && { runOnly: tags }), rules, resultTypes: ['violations'] }
		const { violations } = await axe.run(options)
		return violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
	}, only)
}
