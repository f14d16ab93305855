/** Kind words, given, kept, answered and shown, with a browser of one's own for each of three; with JavaScript and without. */
import { describe, test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads, said } from './acts.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const outcome = routes.outcome.show.href({ person: idOf('ann'), outcome: idOf('ann/flat') })

for (const javaScriptEnabled of [true, false]) {
	describe(`kind words ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		const words = javaScriptEnabled ? 'made the call yourself.' : 'wrote the list yourself.'

		test('a sister gives some; the person reads, answers and shows them; the practitioner then reads them too', async () => {
			const open = (as: 'person' | 'practitioner' | 'supporter') => stage.tab(as, { javaScriptEnabled })
			const [ann, priya, linda] = [await open('person'), await open('practitioner'), await open('supporter')]
			await linda.goto(outcome)
			await press(linda, 'Say something good you noticed')
			await linda.getByLabel('I noticed that you …').check()
			await linda.getByRole('textbox', { name: 'Your words' }).fill(words)
			await press(linda, 'Go on')
			await heading(linda, 'Check before you give it')
			await press(linda, 'Give it')
			await reads(linda, 'It is with Ann Kerr now.')

			await ann.goto('/')
			await reads(ann, 'Linda Kerr said something good about you.')
			await ann.getByRole('link', { name: 'Read it', exact: true }).click()
			await said(ann, words).getByRole('link', { name: 'Answer' }).click()
			await ann.getByRole('textbox').fill('You taught me how.')
			await press(ann, 'Go on')
			await press(ann, 'Share it')
			await reads(ann, 'You answered.')
			await pressBeside(ann, words, 'Show it beside our plan')
			await reads(ann, 'It now stands beside that part of your plan.')

			await linda.goto(outcome)
			await said(linda, words).getByText('You taught me how.').waitFor()
			await priya.goto(outcome)
			await said(priya, words).getByText('Someone close to Ann Kerr').waitFor()
			await pressBeside(ann, words, 'Hide it')
			await ann.getByText(/^Hidden \(/).click()
			await pressBeside(ann, words, 'Bring it back')
			await reads(ann, 'It is back.')
			for (const tab of [ann, priya, linda]) await tab.context().close()
		})

		test('who works to support this: a sentence, its counts, and each thing behind it', async () => {
			const ann = await stage.tab('person', { javaScriptEnabled })
			await ann.goto(routes.plan.show.href({ person: idOf('ann') }))
			await ann.getByRole('link', { name: 'See who works to support this' }).click()
			await reads(ann, 'You and the service plan together.')
			await ann
				.getByText(/^What this rests on/)
				.first()
				.click()
			await ann
				.getByRole('link', { name: /A proposal/ })
				.first()
				.click()
			await heading(ann, 'What happened')
			await ann.context().close()
		})
	})
}

const pressBeside = (tab: Tab, words: string, name: string) => said(tab, words).getByRole('button', { name }).click()
