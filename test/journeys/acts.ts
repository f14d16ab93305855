import type { Page as Tab } from 'playwright-core'

/** Presses what acts: a button, or a link that looks like one. */
export const press = (tab: Tab, name: string | RegExp) => tab.getByRole('button', { name, exact: true }).click()
/** Waits until the text stands on the page. */
export const reads = (tab: Tab, text: string | RegExp) => tab.getByText(text).first().waitFor()
/** Waits for the page of this heading. */
export const heading = (tab: Tab, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor()
/** Somebody's own words, under their mark and name. */
export const said = (tab: Tab, words: string) => tab.getByRole('figure').filter({ hasText: words })

/** Goes on from a filled form, past the check of its answers, to where it is shared. */
export async function share(tab: Tab): Promise<void> {
	await press(tab, 'Go on')
	await heading(tab, 'Check before you share')
	await press(tab, 'Share it')
	await reads(tab, /^You (said|asked|answered|set)|^Your words/)
}

/** Proposes an outcome, and gives the address of its page. */
export async function propose(tab: Tab, plan: string, words: string): Promise<string> {
	await tab.goto(plan)
	await press(tab, 'Propose something to work towards')
	await tab.getByRole('textbox').fill(words)
	await share(tab)
	return tab.url().split('?')[0] ?? ''
}
