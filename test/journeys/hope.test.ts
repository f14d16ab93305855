/** Hope, for the person alone, and how far something has come, for both: with and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, propose, reads } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()

const pairs = [
	{ person: 'robin', name: 'Robin Frost', practitioner: 'practitioner', other: 'Priya Raman', script: true },
	{ person: 'lee', name: 'Lee Hart', practitioner: 'ewa', other: 'Ewa Nowak', script: false },
] as const

for (const { person, name, practitioner, other, script } of pairs) {
	describe(`${script ? 'with' : 'without'} JavaScript`, () => {
		test('a hope is written, stands at home with the real thing beside it, and is rated once a week at most', async () => {
			const me = await stage.tab(person, { javaScriptEnabled: script })
			await me.goto('/')
			await reads(me, 'How is your hope now?')
			await press(me, 'Say how my hope is')
			await me.getByLabel('7', { exact: true }).check()
			await me.getByLabel('In your words').fill('I slept well.')
			await press(me, 'Keep it')
			await reads(me, 'We kept how your hope is. Only you can read it.')
			await me.getByRole('img', { name: 'Your hope from 0 to 10 over time.' }).waitFor()
			await me.getByRole('row').filter({ hasText: 'I slept well.' }).getByText('7', { exact: true }).waitFor()
			await press(me, 'Write down a hope')
			await me.getByLabel('What do you hope for?').fill('A garden')
			await me.getByLabel('Something that could be mine').check()
			await me.getByLabel('What is it?').fill('The plot behind the church')
			await press(me, 'Keep it')
			await me.goto('/')
			await reads(me, 'A garden')
			await reads(me, 'The plot behind the church')
			assert.equal(await me.getByText('How is your hope now?').count(), 0)
			await me.getByRole('link', { name: 'See my hope' }).click()
			await me.getByText('Change this hope').click()
			await press(me, 'It has come true')
			await reads(me, 'It has come true. We keep it with the day.')
			await me.context().close()
		})

		test('each says how far it has come, and sees the other when they have', async () => {
			const me = await stage.tab(person, { javaScriptEnabled: script })
			const they = await stage.tab(practitioner, { javaScriptEnabled: script, viewport: desktop })
			const outcome = await propose(me, routes.plan.show.href({ person: idOf(person) }), 'A quiet room.')
			const say = async (tab: typeof me, number: string) => {
				await tab.goto(outcome)
				await tab.getByRole('link', { name: 'See how far it has come, or say it' }).click()
				await press(tab, 'Say how far it has come')
				await tab.getByLabel(number, { exact: true }).check()
				await press(tab, 'Go on')
				await heading(tab, 'Check before you share')
				await press(tab, 'Share it')
				await reads(tab, 'You said how far it has come.')
			}
			await say(me, '4')
			await they.goto(`${outcome}/progress`)
			await reads(they, 'What others said today shows once you have said yours.')
			assert.equal(await they.getByRole('img').count(), 0)
			await say(they, '7')
			await reads(they, `You say 7, ${name} says 4: a good thing to talk about.`)
			await me.goto(`${outcome}/progress`)
			await reads(me, `You say 4, ${other} says 7: a good thing to talk about.`)
			await me.getByRole('img', { name: 'What each of you said from 0 to 10' }).waitFor()
			await Promise.all([me.context().close(), they.context().close()])
		})
	})
}
