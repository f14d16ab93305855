import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { focused } from './focus.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

/** More presses of Tab than any page here needs. */
const mostPresses = 60

/** Presses Tab until something of this name has the focus. */
async function tabTo(tab: Tab, name: string | RegExp): Promise<void> {
	const passed: string[] = []
	for (let presses = 0; presses < mostPresses; presses++) {
		await tab.keyboard.press('Tab')
		const found = await focused(tab)
		if (typeof name === 'string' ? found.name === name : name.test(found.name)) {
			assert.ok(found.visible, `one does not see that "${found.name}" has the focus`)
			return
		}
		passed.push(found.name)
	}
	assert.fail(`"${name}" was not reached past ${passed.join(' | ')}`)
}

async function enter(tab: Tab, name: string | RegExp): Promise<void> {
	await tabTo(tab, name)
	const load = tab.waitForEvent('load')
	await tab.keyboard.press('Enter')
	await load
}

const heading = (tab: Tab) => tab.getByRole('heading', { level: 1 }).textContent()

test('the skip link leads into the main part', async () => {
	const tab = await stage.tab('person')
	await tab.goto('/')
	await tab.keyboard.press('Tab')
	await tab.keyboard.press('Enter')
	assert.equal(await tab.evaluate(() => document.activeElement?.id), 'main-content')
	await tabTo(tab, 'Open our plan')
})

test('everything that has the focus shows it', async () => {
	const tab = await stage.tab('person')
	const flat = { person: idOf('ann'), outcome: idOf('ann/flat') }
	for (const path of ['/', routes.outcome.show.href(flat), routes.contribution.bring.href(flat)]) {
		await tab.goto(path)
		for (let presses = 0; presses < mostPresses; presses++) {
			await tab.keyboard.press('Tab')
			const { name, kind, visible } = await focused(tab)
			if (kind === 'body') break
			assert.ok(visible, `${path}: "${name}" has the focus and does not show it`)
		}
	}
})

test('two hands agree with the keyboard alone', async () => {
	const me = await stage.tab('robin')
	await me.goto('/')
	await enter(me, 'Open our plan')
	await enter(me, 'Propose something to work towards')
	await tabTo(me, /What do you want to work towards/)
	await me.keyboard.type('Swim a mile before summer.')
	await enter(me, 'Go on')
	assert.equal(await heading(me), 'Check before you share')
	await enter(me, 'Share it')
	const outcome = me.url().split('?')[0] ?? ''
	await enter(me, 'I agree to these words')
	await me.getByText('Priya Raman has not agreed yet.').first().waitFor()

	const they = await stage.tab('practitioner')
	await they.goto(outcome)
	await enter(they, 'I agree to these words')
	await they.getByText('You both agreed to these words.').waitFor()
	await enter(they, 'Say what you bring')
	await tabTo(they, 'Time')
	await they.keyboard.press('ArrowDown')
	assert.equal((await focused(they)).name, 'A skill')
	await tabTo(they, 'What is it?')
	await they.keyboard.type('I was a life guard once.')
	await enter(they, 'Go on')
	await enter(they, 'Share it')
	await me.reload()
	await me.getByText('I was a life guard once.').first().waitFor()
})

test('a step, a hope, kind words and a time to meet with the keyboard alone', async () => {
	const me = await stage.tab('robin')
	const outcome = routes.plan.propose.href({ person: idOf('robin') })
	await me.goto(outcome)
	await tabTo(me, /What do you want to work towards/)
	await me.keyboard.type('Keep bees.')
	await enter(me, 'Go on')
	await enter(me, 'Share it')
	await enter(me, 'Write a step')
	await tabTo(me, /What is the next step/)
	await me.keyboard.type('I ask at the allotments.')
	await tabTo(me, 'I will')
	await me.keyboard.press('Space')
	await tabTo(me, /By when/)
	await me.keyboard.type('no hurry')
	await enter(me, 'Go on')
	await enter(me, 'Share it')
	await me.getByText('I ask at the allotments.').first().waitFor()
	await enter(me, /^It is done/)
	await me.getByText('You said it is done.').waitFor()

	await me.goto(routes.hope.show.href({ person: idOf('robin') }))
	await enter(me, 'Say how my hope is')
	await tabTo(me, '0')
	for (let presses = 0; presses < 6; presses++) await me.keyboard.press('ArrowRight')
	assert.equal((await focused(me)).name, '6')
	await enter(me, 'Keep it')
	await me.getByText('We kept how your hope is. Only you can read it.').waitFor()

	await me.goto(routes.appointments.suggest.href({ person: idOf('robin') }))
	await tabTo(me, 'Day')
	await me.keyboard.type('05052031')
	await tabTo(me, 'Time')
	await me.keyboard.type('2pm')
	await tabTo(me, 'Where do you meet?')
	await me.keyboard.type('At the gate')
	await tabTo(me, 'What for?')
	await me.keyboard.type('To see the bees.')
	await enter(me, 'Go on')
	await enter(me, 'Suggest it')
	await me.getByText('No time is agreed yet.').waitFor()

	const they = await stage.tab('practitioner')
	await they.goto(me.url())
	await enter(they, /^Yes, this suits me/)
	await they.getByText('You have both said yes to this time.').waitFor()
	await they.goto(routes.recognition.give.href({ person: idOf('robin') }))
	await tabTo(they, 'I noticed that you …')
	await they.keyboard.press('Space')
	await tabTo(they, 'Your words')
	await they.keyboard.type('asked before anyone told you to.')
	await enter(they, 'Go on')
	await enter(they, 'Give it')
	await they.getByText('It is with Robin Frost now.').waitFor()
})

test('what there is to put right takes the focus and leads to its field', async () => {
	const tab = await stage.tab('robin')
	await tab.goto(routes.plan.propose.href({ person: idOf('robin') }))
	await enter(tab, 'Go on')
	assert.match(await tab.title(), /^Error: /)
	assert.match((await focused(tab)).name, /^There is a problem/)
	await tab.keyboard.press('Tab')
	assert.equal((await focused(tab)).name, 'Write what you want to work towards')
	await tab.keyboard.press('Enter')
	assert.equal((await focused(tab)).kind, 'textarea')
	const described = await tab.getByRole('textbox').getAttribute('aria-describedby')
	const spoken = await tab.evaluate(
		(ids) =>
			ids
				.split(' ')
				.map((id) => document.getElementById(id)?.textContent ?? '')
				.join(' '),
		described ?? '',
	)
	assert.match(spoken, /Write what you want to work towards/)
})
