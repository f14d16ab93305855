import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { press, propose, reads, share } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()

for (const script of [true, false]) {
	const as = { javaScriptEnabled: script }
	describe(`steps, and what a supporter brings, ${script ? 'with' : 'without'} JavaScript`, () => {
		test('a step is written, another is asked for and answered in other words; another day is said, and it is done', async () => {
			const me = await stage.tab('robin', as)
			const they = await stage.tab('practitioner', { ...as, viewport: desktop })
			const outcome = await propose(me, routes.plan.show.href({ person: idOf('robin') }), 'Mend my shoes.')
			await press(me, 'Write a step')
			await me.getByLabel('What is the next step?').fill('I find the cobbler.')
			await me.getByLabel('I will', { exact: true }).check()
			await me.getByLabel('By when?').fill('31/2/2030')
			await press(me, 'Go on')
			await reads(me, 'Write a day that exists, like this: 3/5/2027.')
			assert.equal(await me.getByLabel('What is the next step?').inputValue(), 'I find the cobbler.')
			await me.getByLabel('By when?').fill('by 3 May 2031')
			await share(me)
			await reads(me, 'By 3 May 2031')

			await they.goto(outcome)
			await press(they, 'Write a step')
			await they.getByLabel('What is the next step?').fill('Bring them on Monday.')
			await they.getByLabel('Robin Frost', { exact: true }).check()
			await share(they)
			await they
				.getByRole('listitem')
				.filter({ hasText: 'Bring them on Monday.' })
				.getByText('It waits for an answer.')
				.waitFor()

			await me.reload()
			await press(me, 'Answer')
			await me.getByLabel('Yes, in another way').check()
			await me.getByLabel('What will you do?').fill('I bring them, and socks.')
			await me.getByLabel('By when?').fill('when it rains')
			await share(me)
			const mine = me.getByRole('listitem').filter({ hasText: 'I find the cobbler.' })
			await mine.getByRole('button', { name: /^Say another day/ }).click()
			await me.getByLabel('By when?').fill('no hurry')
			await share(me)
			await mine.getByText('Before, the day said was 3 May 2031.').waitFor()
			await mine.getByRole('button', { name: /^It is done/ }).click()
			await reads(me, 'You said it is done.')

			await they.reload()
			const theirs = they.getByRole('listitem').filter({ hasText: 'I bring them, and socks.' })
			await theirs.getByText('when it rains').waitFor()
			assert.equal(await theirs.getByRole('button').count(), 0, 'nobody acts for somebody else')
			await they.getByText('Done or set aside (1)').click()
			await they.getByText('I find the cobbler.').first().waitFor()
			await me.context().close()
			await they.context().close()
		})

		test('a supporter is asked, answers by her own hand, and offers something of her own', async () => {
			const linda = await stage.tab('supporter', as)
			const ann = await stage.tab('person', as)
			const flat = routes.outcome.show.href({ person: idOf('ann'), outcome: idOf('ann/flat') })
			const asked = `Your trolley, with ${script ? 'big' : 'small'} wheels.`
			await ann.goto(flat)
			await press(ann, 'Ask someone to bring something')
			await ann.getByLabel('Linda Kerr', { exact: true }).check()
			await ann.getByLabel('Something else').check()
			await ann.getByLabel('What do you ask for?').fill(asked)
			await share(ann)

			await linda.goto('/')
			await linda.getByRole('link', { name: 'In the plan of Ann Kerr' }).click()
			await linda.getByRole('listitem').filter({ hasText: asked }).getByRole('button', { name: 'Answer' }).click()
			await linda.getByLabel('Yes', { exact: true }).check()
			await share(linda)
			const own = `I paint the ${script ? 'door' : 'wall'}.`
			await press(linda, 'Write a step')
			await linda.getByLabel('What will you do?').fill(own)
			await share(linda)
			assert.equal(await linda.getByRole('button', { name: /I agree|Propose|differently|Ask / }).count(), 0)

			await ann.reload()
			for (const words of [asked, own]) {
				await ann.getByRole('listitem').filter({ hasText: words }).getByText('Linda Kerr').first().waitFor()
			}
			await linda.goto('/')
			await reads(linda, own)
			await linda.context().close()
			await ann.context().close()
		})
	})
}
