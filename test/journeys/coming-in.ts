import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { heading, press, reads } from './acts.ts'
import type { Stage } from './stage.ts'

/** Somebody new: invited, given a card, in with it, out, and in again with a name and a secret. */
export function comingIn(stage: Stage, options: BrowserContextOptions): void {
	const scripted = options.javaScriptEnabled !== false
	const secret = 'four blue herons'

	test('a practitioner invites somebody, who comes in with the card and then with a name and a secret', async () => {
		const they = await stage.tab('practitioner', options)
		await they.goto('/')
		await they.getByRole('link', { name: 'Invite someone you work with' }).click()
		await they.getByRole('textbox').fill('Sam Reed')
		await press(they, 'Go on to their card')
		await heading(they, 'A card for Sam Reed')
		await press(they, 'Make a card')
		const code = (await they.locator('.card__code').textContent()) ?? ''
		assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
		assert(!(await they.locator('.card').textContent())?.includes('Sam'), 'a lost card does not say whose it is')

		const me = await stage.tab(undefined, options)
		await me.goto(`/card#${code}`)
		const field = me.getByRole('textbox', { name: 'The code on your card' })
		if (scripted) {
			assert.equal(await field.inputValue(), code, 'what the camera read stands in the field')
			assert(!me.url().includes(code), 'and nowhere in the address')
		} else await field.fill(code.toLowerCase())
		await press(me, 'Go on')
		await heading(me, 'Hello, Sam Reed')
		await me.getByLabel('Choose secret words or a secret number').fill(secret)
		await me.getByLabel('The same again').fill('four blue heron')
		await press(me, 'Keep this secret')
		await reads(me, 'The two are not the same. Type them again.')
		await me.getByLabel('Choose secret words or a secret number').fill(secret)
		await me.getByLabel('The same again').fill(secret)
		await press(me, 'Keep this secret')
		await heading(me, 'You are in')
		const signInName = (await me.locator('.sign-in-name').textContent()) ?? ''
		await press(me, 'Go to your home page')
		await heading(me, 'Hello, Sam Reed')

		await press(me, 'Sign out')
		await reads(me, 'You are signed out.')
		await me.goBack()
		assert.equal(await me.getByText('Sam Reed').count(), 0, 'Back shows nothing')
		await me.goto('/')
		await press(me, 'Come in')
		await me.getByLabel('Your sign-in name').fill(signInName.replaceAll('-', ' '))
		await me.getByLabel('Your secret words or number').fill(secret)
		await me.getByLabel('This is someone else’s').check()
		await press(me, 'Come in')
		await heading(me, 'Hello, Sam Reed')
		await me.getByRole('link', { name: 'How you come in' }).click()
		await me.getByRole('link', { name: 'See where' }).click()
		await reads(me, 'On someone else’s phone or computer')
		assert.deepEqual(await me.evaluate(kept), { local: 0, session: 0 })
		await Promise.all([me.context().close(), they.context().close()])
	})

	test('two people in turn in one browser that is nobody’s: nothing of the first is left for the second', async () => {
		const tab = await stage.tab('other-person', options)
		await tab.goto('/')
		await reads(tab, 'Hello, Joseph Okafor')
		await press(tab, 'Sign out')
		const cookies = await tab.context().cookies()
		assert.deepEqual(
			cookies.filter(({ name }) => name === '__Host-session'),
			[],
		)
		await tab.goto('/demo')
		await tab.getByRole('button', { name: /as Yusuf Rahman/ }).click()
		await reads(tab, 'Hello, Yusuf Rahman')
		for (let back = 0; back < 4; back++) {
			await tab.goBack()
			assert.equal(await tab.getByText('Hello, Joseph Okafor').count(), 0)
		}
		await tab.context().close()
	})
}

/** How many things the page keeps in the browser. */
const kept = () => ({ local: localStorage.length, session: sessionStorage.length })
