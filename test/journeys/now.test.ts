/** Where I am now, for both: with and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()

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
			await me.getByRole('main').getByRole('link', { name: 'Home', exact: true }).click()
			const part = new URL(me.url()).pathname
			await me.getByRole('link', { name: 'Would help' }).click()
			await me.getByLabel('Home: what would help?').fill('A lock on my door.')
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
			await they.getByLabel('Home: what is going well, as you see it?').fill('You keep the peace there.')
			await press(they, 'Keep it')

			await me.goto(part)
			const voices = await me.locator('.two-voices .voice__name').allInnerTexts()
			assert.equal(voices.length, 2)
			assert.match(voices[0] ?? '', /You/, 'the person is heard first')
			assert.match(voices[1] ?? '', /practitioner/)
			await me.getByRole('link', { name: 'Take it into our plan' }).click()
			await press(me, 'Work towards it')
			await press(me, 'Go on')
			await heading(me, 'Check before you share')
			await press(me, 'Share it')
			await reads(me, 'From “Where I am now”, Home,')
			await they.goto(new URL(me.url()).pathname)
			await reads(they, `From “Where ${name} is now”, Home,`)
			await Promise.all([me.context().close(), they.context().close()])
		})
	})
}
