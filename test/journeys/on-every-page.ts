import type { Page as Tab } from 'playwright-core'
import type { APage } from './every-page.ts'
import { type Key, open, type Stage } from './stage.ts'

/** Opens page after page for each reader in one tab, and gives what `look` found, named by page. */
export async function onEveryPage(
	stage: Stage,
	pages: readonly APage[],
	options: Parameters<Stage['tab']>[1],
	look: (tab: Tab) => Promise<string[]>,
	prepare: (tab: Tab) => Promise<void> = async () => {},
): Promise<string[]> {
	const found: string[] = []
	for (const [as, theirs] of Map.groupBy(pages, (page): Key | undefined => page.as)) {
		const tab = await stage.tab(as, options)
		await prepare(tab)
		for (const { name, path, fields, from, status } of theirs) {
			const answered = await open(tab, path, fields, from)
			if (answered !== status) found.push(`${name}: answered ${answered}, not ${status}`)
			found.push(...(await look(tab)).map((what) => `${name}: ${what}`))
		}
		await tab.context().close()
	}
	return found
}
