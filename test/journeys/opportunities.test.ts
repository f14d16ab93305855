/** What could be mine, beside hope: with and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { press, reads } from './acts.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

for (const { person, script } of [
	{ person: 'robin', script: true },
	{ person: 'lee', script: false },
] as const) {
	describe(`${script ? 'with' : 'without'} JavaScript`, () => {
		test('two are written down and tied together, and what became of one is said', async () => {
			const me = await stage.tab(person, { javaScriptEnabled: script })
			await me.goto('/')
			await me.getByRole('link', { name: 'See what could be mine' }).click()
			for (const [words, kind] of [
				['A room by the sea', 'A home'],
				['The boatyard takes people on', 'Work'],
			] as const) {
				await me
					.getByRole('link', { name: 'Write down an opportunity' })
					.or(me.getByRole('button', { name: 'Write down an opportunity' }))
					.first()
					.click()
				await me.getByLabel('What is open to you?').fill(words)
				await me.getByLabel(kind, { exact: true }).check()
				await press(me, 'Keep it')
				await reads(me, 'We kept it. Only you can read it, until you open it to someone.')
				await me.getByRole('link', { name: 'Back' }).click()
			}
			await me.getByRole('link', { name: 'A room by the sea' }).click()
			await me.getByLabel('How do they hang together?').selectOption('needs')
			await me.getByLabel('Which one?').selectOption({ label: 'The boatyard takes people on' })
			await press(me, 'Tie them')
			await reads(me, 'We tied them together.')
			await me.getByRole('link', { name: 'Back' }).click()
			await me.getByRole('img', { name: 'Your opportunities by number' }).waitFor()
			assert.match(
				await me.getByRole('listitem').filter({ hasText: 'needs first' }).innerText(),
				/by the sea.*needs first.*boatyard/s,
			)
			await me.getByRole('link', { name: 'The boatyard takes people on' }).click()
			await me
				.getByRole('button', { name: 'What became of it?' })
				.or(me.getByRole('link', { name: 'What became of it?' }))
				.first()
				.click()
			await me.getByLabel('It came about').check()
			await press(me, 'Keep it')
			await reads(me, 'We kept what became of it.')
			await me.goto('/')
			await reads(me, 'A room by the sea')
			await me.context().close()
		})
	})
}
