import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heading, press, propose, reads, said, share } from './acts.ts'
import type { Hands } from './two-hands.ts'

/** Both agree to the same words by their own hand, begin again with other words, and may see it differently. */
export function agreeing(hands: Hands): void {
	const { personName, practitionerName, plan } = hands

	test('agree to the same words, each by their own hand, and begin again with other words', async () => {
		const { me, they } = hands
		const outcome = await propose(me, plan, 'A bike, and the coast road.')
		await said(me, 'A bike, and the coast road.').getByText('You').waitFor()
		await reads(me, 'You have not agreed yet.')
		await press(me, 'I agree to these words')
		await reads(me, `${practitionerName} has not agreed yet.`)
		assert.equal(await me.getByText('You both agreed to these words.').count(), 0)

		await they.goto('/')
		await they.getByRole('link', { name: personName }).first().click()
		await they.getByRole('button', { name: /A bike, and the coast road/ }).click()
		await said(they, 'A bike, and the coast road.').getByText(personName).waitFor()
		await press(they, 'I agree to these words')
		await reads(they, 'You both agreed to these words.')
		await me.goto(outcome)
		await reads(me, 'You both agreed to these words.')

		await they.reload()
		await press(they, 'Propose other words')
		await they.getByRole('textbox').fill('A bike that works, and the coast road.')
		await share(they)
		await me.reload()
		await reads(me, 'Now there are other words. You both need to agree to them.')
		await said(me, 'A bike that works, and the coast road.').getByText(practitionerName).waitFor()
		await said(me, 'A bike, and the coast road.').getByText('You', { exact: true }).waitFor()
		await press(me, 'I agree to these words')
		await press(they, 'I agree to these words')
		await reads(they, 'You both agreed to these words.')
		assert.equal(await they.getByText('Now there are other words.').count(), 0)

		await press(me, 'I no longer agree')
		await reads(me, 'You took your yes back. You can say yes again at any time.')
		await they.reload()
		await reads(they, `${personName} took their yes back on`)
	})

	test('an old form posted onto new words is refused, and nobody has agreed', async () => {
		const { me, they } = hands
		const outcome = await propose(me, plan, 'Sleep through the night.')
		await they.goto(outcome)
		await press(me, 'Propose other words')
		await me.getByRole('textbox').fill('Sleep through most nights.')
		await share(me)
		const refused = they.waitForResponse((response) => response.request().method() === 'POST')
		await press(they, 'I agree to these words')
		assert.equal((await refused).status(), 409)
		await heading(they, 'Something has changed')
		await they.goto(outcome)
		await reads(they, 'You have not agreed yet.')
	})

	test('see something differently, both visible, until it is taken back', async () => {
		const { me, they } = hands
		const outcome = await propose(they, plan, 'Get up at seven.')
		await me.goto(outcome)
		await said(me, 'Get up at seven.').getByText(practitionerName).waitFor()
		await press(me, 'I see this differently')
		await me.getByRole('textbox').fill('Nights are when I work. Seven is bed time.')
		await share(me)
		await they.reload()
		await said(they, 'Seven is bed time.').getByText(personName).waitFor()
		await said(they, 'Get up at seven.').first().waitFor()
		assert.equal(await they.getByRole('button', { name: 'I no longer see it differently' }).count(), 0)
		await press(me, 'I no longer see it differently')
		await reads(me, 'You took that back.')
		await they.reload()
		assert.equal(await said(they, 'Seven is bed time.').count(), 0)
		await they.getByRole('link', { name: 'See all that happened' }).click()
		await reads(they, 'Nights are when I work. Seven is bed time.')
	})
}
