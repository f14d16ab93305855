import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, propose, reads, said } from './acts.ts'
import { signIn } from './stage.ts'
import type { Hands } from './two-hands.ts'

/** Nothing is made twice and no words are lost. */
export function losingNothing(hands: Hands): void {
	const { person, personName, practitionerName, plan, stage } = hands

	test('a second press of sharing makes no second thing', async () => {
		const { me, they } = hands
		await me.goto(plan)
		await press(me, 'Propose something to work towards')
		await me.getByRole('textbox').fill('Learn the trumpet.')
		await press(me, 'Go on')
		const inputs = await me.locator('form:has(button[value="share"]) input').all()
		const form: Record<string, string> = { step: 'share' }
		for (const input of inputs) form[(await input.getAttribute('name')) ?? ''] = await input.inputValue()
		await me.getByRole('button', { name: 'Share it' }).dblclick()
		await reads(me, /^Your words are here/)
		const made = me.url()
		const again = await me.context().request.post(routes.plan.propose.href({ person: idOf(person) }), {
			form,
			maxRedirects: 0,
		})
		assert.equal(again.headers().location, new URL(made).pathname + new URL(made).search)
		await they.goto(plan)
		assert.equal(await said(they, 'Learn the trumpet.').count(), 1)
	})

	test('what is kept for later outlives the session, and the other does not see it', async () => {
		const { me, they } = hands
		const formOf = async (tab: Tab) => {
			await tab.goto(plan)
			await press(tab, 'Propose something to work towards')
			return tab.getByRole('textbox')
		}
		await (await formOf(me)).fill('Half a thought about the allotment')
		await press(me, 'Keep it for later')
		await press(me, 'Sign out')
		await heading(me, 'Make a plan together')
		await signIn(me.context(), person)
		assert.equal(await (await formOf(me)).inputValue(), 'Half a thought about the allotment')
		await reads(me, /^We kept what you wrote/)
		assert.equal(await (await formOf(they)).inputValue(), '')
		await they.goto(plan)
		assert.equal(await they.getByText('allotment').count(), 0)
		await press(me, 'Throw it away')
		assert.equal(await (await formOf(me)).inputValue(), '')
	})

	test('two editors at once: the later one sees both texts and chooses', async () => {
		const { me, they } = hands
		const outcome = await propose(me, plan, 'See my brother.')
		await they.goto(outcome)
		for (const [tab, words] of [
			[me, 'See my brother in spring.'],
			[they, 'See your brother when he writes.'],
		] as const) {
			await press(tab, 'Propose other words')
			await tab.getByRole('textbox').fill(words)
			await press(tab, 'Go on')
			await heading(tab, 'Check before you share')
		}
		await press(me, 'Share it')
		await reads(me, /^Your words stand here now/)
		const answer = they.waitForResponse((response) => response.request().method() === 'POST')
		await press(they, 'Share it')
		assert.equal((await answer).status(), 409)
		await heading(they, 'There are other words now')
		await said(they, 'See my brother in spring.').getByText(personName).waitFor()
		await said(they, 'See your brother when he writes.').getByText('You', { exact: true }).waitFor()
		await me.reload()
		assert.equal(await said(me, 'See your brother when he writes.').count(), 0)
		await they.getByRole('main').getByRole('button').first().click()
		await reads(they, /^Your words stand here now/)
		await me.reload()
		await said(me, 'See your brother when he writes.').getByText(practitionerName).waitFor()
		await me.getByRole('link', { name: 'See all that happened' }).click()
		await reads(me, 'See my brother in spring.')
	})

	test('the session is lost between the form and its sending: what was typed is given back', async () => {
		const { me } = hands
		await me.goto(plan)
		await press(me, 'Propose something to work towards')
		await me.getByRole('textbox').fill('All that I typed on the bus.')
		await stage.place.underneath('delete from session where account_id = $1', [idOf(person)])
		await press(me, 'Go on')
		await heading(me, 'This was not saved')
		assert.equal(await me.getByLabel('What you wrote').inputValue(), 'All that I typed on the bus.')
	})
}
