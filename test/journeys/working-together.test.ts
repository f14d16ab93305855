import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads, said } from './acts.ts'
import { openStage } from './stage.ts'
import { type Hands, type Pair, twoHands } from './two-hands.ts'

const stage = await openStage()
const pair: Pair = {
	person: 'person',
	personName: 'Ann Kerr',
	practitioner: 'practitioner',
	practitionerName: 'Priya Raman',
}

/** A proposal becomes an expectation by both hands; a message goes and comes back; a meeting is spoken of. */
function workingTogether(hands: Hands, nth: string): void {
	const person = idOf('ann')

	test('expect: proposed by one, agreed by the other', async () => {
		const { me, they } = hands
		const words = `We laugh once a week, ${nth}.`
		await me.goto(routes.expectations.show.href({ person }))
		await press(me, 'Propose something')
		await me.getByLabel('Priya Raman').check()
		await me.getByLabel('Your words').fill(words)
		await press(me, 'Go on')
		await heading(me, 'Check before you share')
		await press(me, 'Agree and propose it')
		await reads(me, 'It is proposed.')
		await they.goto(routes.expectations.show.href({ person }))
		await they.getByRole('button', { name: new RegExp(`^I agree to these words.*${nth}`) }).click()
		await said(they, words).getByText('You have both agreed').waitFor()
	})

	test('write: sent, read by the other, taken back', async () => {
		const { me, they } = hands
		const here = routes.conversation.show.href({ person, with: idOf('priya') })
		const words = `I am at the bus stop, ${nth}.`
		await me.goto(here)
		await reads(me, /when they read/)
		await me.getByLabel('Write to Priya Raman').fill(words)
		await press(me, 'Send it')
		await reads(me, 'It is sent.')
		await they.goto(here)
		await said(they, words).waitFor()
		await said(me, words)
			.getByRole('button', { name: /^Take it back/ })
			.click()
		await reads(me, 'It is taken back.')
		await they.reload()
		assert.equal(await said(they, words).count(), 0)
	})

	test('the order: not clear, and answered', async () => {
		const { me, they } = hands
		const page = routes.order.show.href({ person })
		const words = `Bring your card each time, ${nth}.`
		await they.goto(page)
		await press(they, 'Write what it asks')
		await they.getByLabel('What does the order ask of Ann Kerr?').fill(words)
		await press(they, 'Go on')
		await they.getByRole('button', { name: /^Put it on the page/ }).click()
		await me.goto(page)
		await reads(me, 'It is not what you agreed.')
		await me.getByRole('button', { name: new RegExp(`^Say that it is not clear.*${nth}`) }).click()
		await me.getByLabel('I do not understand this').check()
		await press(me, 'Go on')
		await press(me, 'Say it')
		await they.goto(page)
		await they.getByRole('button', { name: new RegExp(`^Answer.*${nth}`) }).click()
		await they.getByLabel('Your answer').fill('The card that you got from us.')
		await press(they, 'Go on')
		await press(they, 'Share your answer')
		await me.goto(page)
		await said(me, 'The card that you got from us.').first().waitFor()
	})
}

describe('working together with JavaScript', () =>
	workingTogether(twoHands(stage, pair, { javaScriptEnabled: true }), 'with'))
describe('working together without JavaScript', () =>
	workingTogether(twoHands(stage, pair, { javaScriptEnabled: false }), 'without'))

describe('after a meeting', () => {
	test('how it was is said from home, and the other’s answers are there after that', async () => {
		const me = await stage.tab('person')
		await me.goto('/')
		await me.getByRole('link', { name: 'Say how it was' }).click()
		await me.getByRole('button', { name: /^Say how it was/ }).click()
		await me.getByRole('group', { name: 'I was listened to' }).getByLabel('Very much').check()
		await press(me, 'Go on')
		await heading(me, 'Check before you share')
		await press(me, 'Say it')
		await reads(me, 'We kept how it was.')
		await me.getByRole('img').first().waitFor()
		await me.context().close()
	})
})
