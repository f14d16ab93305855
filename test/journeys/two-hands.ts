import { afterEach, beforeEach } from 'node:test'
import type { BrowserContextOptions, Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { desktop, type Key, type Stage } from './stage.ts'

/** The two hands of one plan. */
export type Pair = { person: Key; personName: string; practitioner: Key; practitionerName: string }

/** What a journey is walked with: a tab for each hand, new for each test, and where their plan is. */
export type Hands = Pair & { stage: Stage; plan: string; me: Tab; they: Tab }

/** Gives both hands a browser of their own before each test. */
export function twoHands(stage: Stage, pair: Pair, options: BrowserContextOptions): Hands {
	const plan = routes.plan.show.href({ person: idOf(pair.person) })
	// the tabs come before each test
	const hands = { ...pair, stage, plan } as Hands
	beforeEach(async () => {
		hands.me = await stage.tab(pair.person, options)
		hands.they = await stage.tab(pair.practitioner, { ...options, viewport: desktop })
	})
	afterEach(async () => {
		await hands.me.context().close()
		await hands.they.context().close()
	})
	return hands
}
