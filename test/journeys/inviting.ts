import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { codeOf } from '../../src/individual/family/family.test-tools.ts'
import { heading, press, reads } from './acts.ts'
import type { Stage } from './stage.ts'

/** A sister: asked for, checked, written to, in, opened something, and let go of again. */
export function inviting(stage: Stage, options: BrowserContextOptions): void {
	const scripted = options.javaScriptEnabled !== false

	test('a person asks that a sister be written to; she comes in, reads what is opened to her, and the person goes on without her', async () => {
		const me = await stage.tab('person', options)
		await me.goto('/')
		await me.getByRole('link', { name: 'See who supports me, or invite someone' }).click()
		await heading(me, 'The people who support me')
		await press(me, 'Invite someone')
		await me.getByLabel('What do you call them?').fill('Tess')
		await me.getByLabel('Who are they to you?').fill('my sister')
		await me.getByLabel('Which name of yours can they see?').fill('Ann')
		await me.getByLabel('Ask the service to write first, by text').check()
		await press(me, 'Go on')
		await reads(me, 'Write a mobile number.')
		assert.equal(await me.getByLabel('Who are they to you?').inputValue(), 'my sister', 'nothing typed is lost')
		await me.getByLabel('Their mobile number').fill('07700 900 123')
		await press(me, 'Go on')
		await heading(me, 'Do you want to invite them?')
		await press(me, 'Yes, ask the service to write')
		await reads(me, 'We have kept what you asked for.')

		const they = await stage.tab('practitioner', options)
		await they.goto('/')
		await they.getByRole('link', { name: 'See what to check' }).click()
		await heading(they, 'Invitations to check')
		await they
			.getByRole('link', { name: /^Ann Kerr, asked on/ })
			.first()
			.click()
		await heading(they, 'Ann Kerr would like to invite someone')
		await press(they, 'Keep this decision')
		await reads(they, 'Choose what you found.')
		await they.getByLabel('They may be written to').check()
		await press(they, 'Keep this decision')
		await reads(they, 'Your decision is kept.')

		const [invitation] = await stage.place.underneath<{ id: string }>(
			`select id from invitation where called = 'Tess' order by asked_at desc limit 1`,
		)
		const code = await codeOf(stage.place, invitation?.id ?? '')
		const she = await stage.tab(undefined, options)
		await she.goto(`/invited#${code}`)
		const field = she.getByRole('textbox', { name: 'The code on your card or in your message' })
		if (scripted) assert.equal(await field.inputValue(), code, 'what the link brought stands in the field')
		else await field.fill(code.toLowerCase())
		await press(she, 'Go on')
		await heading(she, 'Ann would like you to stand by them')
		await press(she, 'Come in')
		await she.getByLabel('What do you want to be called here?').fill('Tess Kerr')
		await she.getByLabel('Choose secret words or a secret number').fill('two brown otters')
		await she.getByLabel('The same again').fill('two brown otters')
		await press(she, 'Come in and support them')
		await heading(she, 'You are in')
		await press(she, 'Go to your home page')
		await reads(she, 'You support Ann Kerr.')
		await reads(she, 'Nothing of Ann Kerr is open to you now.')

		await me.goto('/')
		await me.getByRole('link', { name: 'See what I have opened, or open something' }).click()
		await press(me, 'Open something')
		await me.getByLabel('Our whole plan').check()
		await press(me, 'Go on')
		await me.getByLabel('Tess Kerr').check()
		await press(me, 'Go on')
		await me.getByRole('textbox').fill('So that you know where I stand.')
		await press(me, 'Go on')
		await me.getByLabel('One month').check()
		await press(me, 'Go on')
		await heading(me, 'Whose names may Tess Kerr see?')
		await press(me, 'Go on')
		await heading(me, 'Do you want to open this?')
		await press(me, 'Yes, open it')
		await reads(me, 'It is open now.')

		await she.goto('/')
		await reads(she, 'So that you know where I stand.')
		await press(she, 'The plan of Ann Kerr')
		await heading(she, /plan/i)
		const plan = she.url()

		await me.goto('/')
		await me.getByRole('link', { name: 'See who supports me, or invite someone' }).click()
		await me.getByText('Go on without Tess Kerr').first().click()
		await press(me, 'Yes, go on without Tess Kerr')
		await reads(me, 'You go on without them.')
		assert.equal((await she.goto(plan))?.status(), 404)
		await Promise.all([me, they, she].map((tab) => tab.context().close()))
	})
}
