import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { hashSecret } from '../../src/common/accounts/secrets.ts'
import { routes } from '../../src/routes.ts'
import { testKey } from '../support/place.ts'
import { heading, press, propose, reads, said, share } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()
const { underneath } = stage.place
const secret = 'four blue herons'

const pairs = [
	{
		person: 'person',
		called: 'ann',
		name: 'Ann Kerr',
		practitioner: 'practitioner',
		other: 'Priya Raman',
		script: true,
	},
	{ person: 'lee', called: 'lee', name: 'Lee Hart', practitioner: 'ewa', other: 'Ewa Nowak', script: false },
] as const

for (const { person, called, name, practitioner, other, script } of pairs) {
	describe(`one device, then one’s own, ${script ? 'with' : 'without'} JavaScript`, () => {
		const plan = routes.plan.show.href({ person: idOf(called) })

		test('a yes is given on the practitioner’s device, asked again alone, and words are written down and confirmed', async () => {
			await underneath('update area set is_demonstration = true')
			const me = await stage.tab(person, { javaScriptEnabled: script })
			const they = await stage.tab(practitioner, { javaScriptEnabled: script, viewport: desktop })
			await underneath(
				`insert into secret (area_id, account_id, sign_in_name, hash) select area_id, id, $2, $3 from account where id = $1
					on conflict (area_id, account_id) do update set hash = excluded.hash`,
				[idOf(called), `owl-oak-${called.length}11`, await hashSecret(testKey, secret)],
			)
			await underneath(`update area set is_demonstration = false, passed_on = 'Danger to life.',
				passed_on_signed_off_at = now(), staff_need_strong = false`)

			const outcome = await propose(they, plan, 'A key of my own.')
			await press(they, 'Agree together on this device')
			await heading(they, `${name}, do you agree to these words?`)
			const [yes, no] = await Promise.all(
				['Yes, I agree', 'No, not now'].map((text) => they.getByRole('button', { name: text }).boundingBox()),
			)
			assert(
				yes && no && Math.abs(yes.width - no.width) < 1 && Math.abs(yes.height - no.height) < 1,
				'as big as each other',
			)
			await press(they, 'No, not now')
			await reads(they, 'Nothing was agreed.')
			await press(they, 'Agree together on this device')
			const field = they.getByLabel('Your secret words or number')
			await field.fill('not this one')
			await press(they, 'Yes, I agree')
			await reads(they, 'That is not your secret. Try again, or say no.')
			assert.equal(await field.inputValue(), '')
			await field.fill(secret)
			await press(they, 'Yes, I agree')
			await reads(they, `${name} said yes on your device.`)
			await reads(they, `${name} has not yet said so alone.`)
			assert.deepEqual(await they.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0])
			await they.goto('/')
			await reads(they, `Hello, ${other}`)

			await me.goto('/')
			await reads(me, 'Now that you are alone: do you still agree?')
			await me
				.locator('.said', { hasText: 'A key of my own.' })
				.getByRole('button', { name: 'Yes, I still agree' })
				.click()
			await reads(me, 'You still agree, and you said so alone.')
			await they.goto(outcome)
			await reads(they, `${name} said so alone on`)
			await me.goto('/account')
			await reads(me, `Someone tried your secret or passkey on ${other}’s device. It did not fit.`)

			await they.goto(plan)
			await press(they, `Write down ${name}’s words`)
			await they.getByRole('textbox', { name: `${name}’s words` }).fill('See my mother more.')
			await press(they, 'Go on')
			await press(they, 'Share it')
			await reads(they, 'The words are written down. They are not confirmed yet.')
			const heard = they.url().split('?')[0] ?? ''
			await me.goto(heard)
			await reads(me, `Written down by ${other}, in your words as ${other} heard them. Not confirmed yet.`)
			await press(me, 'Change the words')
			await me.getByRole('textbox').fill('See my mum more.')
			await share(me)
			await they.goto(heard)
			await said(they, 'See my mum more.').getByText(name).first().waitFor()
			await press(they, `Write down how ${name} sees it`)
			await they.getByRole('textbox', { name: `${name}’s words` }).fill('It is far to go.')
			await press(they, 'Go on')
			await press(they, 'Share it')
			await me.goto(heard)
			await press(me, 'These are not my words')
			await reads(me, 'You said that these are not your words.')
			assert.equal(await said(me, 'It is far to go.').count(), 0)
			await Promise.all([me.context().close(), they.context().close()])
		})
	})
}
