import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { heading, press, reads } from './acts.ts'
import type { Hands } from './two-hands.ts'

/** The two agree when to meet, and one of them finds that it does not suit after all. */
export function meeting(hands: Hands): void {
	test('meet: suggested in the words of one, agreed by the other, moved without a reason', async () => {
		const { me, they, person } = hands
		await me.goto(routes.appointments.list.href({ person: idOf(person) }))
		await press(me, 'Suggest a time to meet')
		await me.getByLabel('Day').first().fill('2031-05-05')
		await me.getByLabel('Time', { exact: true }).first().fill('half past two')
		await me.getByLabel('Where do you meet?').fill('On the bench')
		await me.getByLabel('What for?').fill('To talk about the summer.')
		await press(me, 'Go on')
		await heading(me, 'Check before you share')
		await press(me, 'Suggest it')
		await reads(me, 'No time is agreed yet.')
		const here = new URL(me.url()).pathname

		await they.goto(here)
		await reads(they, 'Monday 5 May 2031 at 14:30')
		await they.getByRole('button', { name: /^Yes, this suits me/ }).click()
		await reads(they, 'You have both said yes to this time.')

		await me.goto(here)
		await me.getByRole('button', { name: /^This time does not suit me/ }).click()
		await reads(me, 'Suggest another time')
		await they.goto(here)
		await reads(they, 'This time does not suit.')
		assert.equal(await they.getByText('both said yes').count(), 0)
	})
}
