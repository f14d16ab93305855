import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { press, propose, reads, share } from './acts.ts'
import type { Hands } from './two-hands.ts'

/** Each brings what is theirs to give, and both say how it stands. */
export function bringing(hands: Hands): void {
	const { personName, practitionerName, plan } = hands

	test('bring things: offered with a day, asked and answered in three ways, done', async () => {
		const { me, they } = hands
		const outcome = await propose(me, plan, 'Cook for my friends on Sunday.')
		await press(me, 'Say what you bring')
		await me.getByLabel('Time', { exact: true }).check()
		await me.getByLabel('What is it?').fill('I buy what we need.')
		await me.getByLabel('By which day?').fill('2031-05-03')
		await share(me)
		await reads(me, 'by 3 May 2031')

		await they.goto(outcome)
		for (const ask of ['Your big pot.', 'Your recipe.', 'Your table.']) {
			await press(they, `Ask ${personName} to bring something`)
			await they.getByLabel('Something else').check()
			await they.getByLabel('What do you ask for?').fill(ask)
			await share(they)
		}
		const answer = (words: string) =>
			me.getByRole('listitem').filter({ hasText: words }).getByRole('button', { name: 'Answer' })
		await me.reload()
		await answer('Your big pot.').click()
		await me.getByLabel('Yes', { exact: true }).check()
		await share(me)
		await answer('Your recipe.').click()
		await me.getByLabel('Yes, in another way').check()
		await me.getByLabel('What do you bring?').fill('I show you once, by hand.')
		await share(me)
		await answer('Your table.').click()
		await me.getByLabel('No', { exact: true }).check()
		await me.getByLabel('Why not?').fill('It has three legs.')
		await share(me)

		await they.reload()
		const item = (words: string) => they.getByRole('listitem').filter({ hasText: words })
		await item('Your big pot.')
			.getByText(/: Yes\.$/)
			.waitFor()
		await item('Your recipe.')
			.getByText(/: Yes, in another way\.$/)
			.waitFor()
		await item('Your table.')
			.getByText(/: No\.$/)
			.waitFor()
		await item('It has three legs.').first().waitFor()
		assert.equal(await item('I show you once, by hand.').count(), 2, 'the answer, and what is brought')
		assert.equal(await they.getByRole('button', { name: 'It is done' }).count(), 0, 'for somebody else')

		await me
			.getByRole('listitem')
			.filter({ hasText: 'I buy what we need.' })
			.getByRole('button', { name: 'It is done' })
			.click()
		await reads(me, 'You said it is done.')
		await they.reload()
		await they.getByText('Done or taken back (1)').click()
		await item('I buy what we need.')
			.getByText(/^Done on /)
			.waitFor()
	})

	test('say how it stands, from agreed to reached, and read all of it again', async () => {
		const { me, they } = hands
		const outcome = await propose(me, plan, 'A library card.')
		await press(me, 'I agree to these words')
		await they.goto(outcome)
		await press(they, 'I agree to these words')
		const turn = async (tab: Tab, choice: string, more: Record<string, string> = {}) => {
			await tab.goto(outcome)
			await press(tab, 'Say how it is going')
			await tab.getByLabel(choice).check()
			for (const [label, words] of Object.entries(more)) await tab.getByLabel(label, { exact: true }).fill(words)
			await share(tab)
		}
		await turn(me, 'It is under way')
		await turn(they, 'It cannot be done now', {
			'What stands in the way': 'The library is shut for repairs.',
			'Whose job it is to change that': 'The council builds on.',
		})
		await me.reload()
		await reads(me, new RegExp(`^${practitionerName} said on .+ that it cannot be done now\\.$`))
		await reads(me, 'The library is shut for repairs.')
		await reads(me, 'The council builds on.')
		await turn(me, 'I want to take it up again')
		await turn(me, 'I want to set it aside', { Why: 'I read at home for now.' })
		await they.goto(outcome)
		await reads(they, 'I read at home for now.')
		await turn(they, 'Take it up again')
		await turn(me, 'It is reached')
		await they.goto(outcome)
		await reads(they, 'Reached')
		await they.getByRole('link', { name: 'See all that happened' }).click()
		const events = await they.getByRole('main').getByRole('listitem').allTextContents()
		const happened = [
			'said it is reached.',
			'took it up again.',
			'set it aside.',
			'took it up again.',
			'said it cannot be done now.',
			'said it is under way.',
			'agreed to these words:',
			'agreed to these words:',
			'proposed this:',
		]
		assert.equal(events.length, happened.length)
		for (const [at, words] of happened.entries()) assert.ok(events[at]?.includes(words), `${at}: ${events[at]}`)
	})
}
