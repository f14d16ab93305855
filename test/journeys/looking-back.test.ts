/** Looking back together, and the end of the work together, in browsers of their own; with JavaScript and without. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads } from './acts.ts'
import { type Key, openStage } from './stage.ts'

const stage = await openStage()

const pairs = [
	{ person: 'tom', they: 'ewa', javaScriptEnabled: true },
	{ person: 'lee', they: 'ewa', javaScriptEnabled: false },
] as const satisfies { person: Key; they: Key; javaScriptEnabled: boolean }[]

for (const { person, they, javaScriptEnabled } of pairs) {
	const plan = routes.plan.show.href({ person: idOf(person) })

	describe(`looking back ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		test('each prepares alone, both read it when both are ready, and what changed stands in words', async () => {
			const [me, other] = [await stage.tab(person, { javaScriptEnabled }), await stage.tab(they, { javaScriptEnabled })]
			await me.goto(plan)
			await me.getByRole('link', { name: 'Look back together' }).click()
			await heading(me, 'Look back together')
			await press(me, 'Begin to prepare')
			await press(me, 'Prepare')
			await press(me, 'Go on')
			await reads(me, 'Write something in at least one place')
			await me.getByLabel('What went well').fill('I slept well all month.')
			await press(me, 'Go on')
			await heading(me, 'Check what you wrote')
			await press(me, 'Keep it')
			await reads(me, 'What you wrote is kept.')
			await reads(me, 'You are ready.')

			await other.goto(plan)
			await other.getByRole('link', { name: 'Look back together' }).click()
			await press(other, 'Open it')
			assert.equal(await other.getByText('I slept well all month.').count(), 0, 'not before both are ready')
			await press(other, 'Prepare')
			await other.getByLabel('What was hard, or stood in the way').fill('I was away for two weeks.')
			await press(other, 'Go on')
			await press(other, 'Keep it')
			await reads(other, 'I slept well all month.')
			await press(other, 'We looked back together')
			await reads(other, 'You looked back together today.')
			await reads(other, 'How the plan read that day')

			await me.goto(routes.reviews.list.href({ person: idOf(person) }))
			await me.getByLabel('The first day').fill('2026-01-01')
			await press(me, 'Show both days')
			await reads(me, 'What changed')
			await me.getByText('The figures behind it').click()
			await reads(me, 'How many')
			await Promise.all([me, other].map((tab) => tab.context().close()))
		})

		test('the last day of the work together is said beforehand, with a goodbye; the person reads what stays theirs', async () => {
			const [me, other] = [await stage.tab(person, { javaScriptEnabled }), await stage.tab(they, { javaScriptEnabled })]
			await other.goto(routes.person.href({ person: idOf(person) }))
			await other.getByRole('link', { name: 'When your work together ends' }).click()
			await press(other, 'Say when it ends')
			await press(other, 'Go on')
			await reads(other, 'Write the last day')
			await other.getByLabel('The last day').fill('2031-05-03')
			await other.getByRole('textbox', { name: /goodbye/ }).fill('It was good to walk beside you.')
			await press(other, 'Go on')
			await press(other, 'Say that it ends')
			await reads(other, 'can read it now.')

			await me.goto('/')
			await reads(me, /^Your work with Ewa Nowak ends on 3 May 2031\./)
			await me.getByRole('link', { name: 'Read what stays yours' }).click()
			await heading(me, 'When your work together ends')
			await reads(me, 'It was good to walk beside you.')
			await reads(me, 'Your plan stays yours.')
			await Promise.all([me, other].map((tab) => tab.context().close()))
		})
	})
}
