/** Where I am now, for both: with and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()

/** What a screen reader comes to: the part, then the person, then the other, each with their words under their name. */
async function heardInOrder(tab: Page): Promise<void> {
	const tree = await tab.getByRole('main').ariaSnapshot()
	const heard = ['heading "Where I live" [level=1]', 'A lock on my door.', 'You keep the peace there.']
	const at = heard.map((one) => tree.indexOf(one))
	assert(
		at.every((place, n) => place >= 0 && place > (at[n - 1] ?? -1)),
		tree,
	)
}

const pairs = [
	{ person: 'robin', name: 'Robin Frost', practitioner: 'practitioner', script: true },
	{ person: 'lee', name: 'Lee Hart', practitioner: 'ewa', script: false },
] as const

for (const { person, name, practitioner, script } of pairs) {
	describe(`${script ? 'with' : 'without'} JavaScript`, () => {
		test('one says where one is, alone and then for both; both voices stand in order, and what would help becomes a plan', async () => {
			const me = await stage.tab(person, { javaScriptEnabled: script })
			const they = await stage.tab(practitioner, { javaScriptEnabled: script, viewport: desktop })
			const theirs = routes.now.show.href({ person: idOf(person) })
			await me.goto('/')
			await me.getByRole('link', { name: 'Say where I am now' }).click()
			await press(me, 'Begin alone')
			await reads(me, 'Only you can read what you write here.')
			const sitting = new URL(me.url()).pathname
			await me.getByRole('main').getByRole('link', { name: 'Where I live', exact: true }).click()
			const part = new URL(me.url()).pathname
			await me.getByRole('link', { name: 'Would help' }).click()
			await me.getByLabel('Where I live: what would help?').fill('A lock on my door.')
			await press(me, 'Keep it')
			await reads(me, 'We kept it.')
			await me.getByRole('link', { name: 'A number from 0 to 10' }).click()
			await me.getByLabel('I say nothing about this').check()
			await press(me, 'Keep it')
			await press(me, 'I have said enough about this')

			await they.goto(theirs)
			assert.equal(await they.getByText('A lock on my door.').count(), 0)
			assert.equal((await they.goto(sitting))?.status(), 404)
			await me.goto(sitting)
			await reads(me, 'You have said enough')
			await press(me, 'Show it to those who work with me')
			await they.goto(part)
			await they.getByRole('link', { name: 'Going well' }).click()
			await they.getByLabel('Where I live: what is going well, as you see it?').fill('You keep the peace there.')
			await press(they, 'Keep it')

			await me.goto(part)
			const voices = await me.locator('.two-voices .voice__name').allInnerTexts()
			assert.equal(voices.length, 2)
			assert.match(voices[0] ?? '', /You/, 'the person is heard first')
			assert.match(voices[1] ?? '', /practitioner/)
			await they.goto(part)
			for (const tab of [me, they]) await heardInOrder(tab)
			await me.getByRole('link', { name: 'Take it into our plan' }).click()
			await press(me, 'Work towards it')
			await press(me, 'Go on')
			await heading(me, 'Check before you share')
			await press(me, 'Share it')
			await reads(me, 'From “Where I am now”, Where I live,')
			await they.goto(new URL(me.url()).pathname)
			await reads(they, `From “Where ${name} is now”, Where I live,`)
			await Promise.all([me.context().close(), they.context().close()])
		})
	})
}
