/** An organisation's own sign-in in a real browser, on its way there and back. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sealSecret } from '../../src/common/accounts/index.ts'
import { newId } from '../../src/platform/database/values.ts'
import { client, openOrganisation } from '../support/organisation.ts'
import { testKey } from '../support/place.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const organisation = await openOrganisation(`${stage.address}/sign-in/callback`)
after(() => organisation.close())
const sealed = sealSecret(testKey, organisation.issuer, client.id, client.secret)
const { system } = stage.place
await system('system_set_provider', 'Rivermouth', newId(), 'Rivermouth Council', organisation.issuer, client.id, sealed)

for (const javaScriptEnabled of [true, false]) {
	test(`a practitioner connects their organisation and comes in with it, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
		const tab = await stage.tab(javaScriptEnabled ? 'practitioner' : 'lead', { javaScriptEnabled })
		const press = (name: string) => tab.getByRole('button', { name, exact: true }).click()
		organisation.signsIn(javaScriptEnabled ? 'priya@work' : 'ruth@work')
		await tab.goto('/account')
		await press('Connect your sign-in at Rivermouth Council')
		await press('Yes, it is me')
		await press('Connect your sign-in at Rivermouth Council')
		await tab.getByText('Your sign-in is connected.').waitFor()
		assert.equal(new URL(tab.url()).pathname, '/account')
		await press('Sign out')
		await tab.goto('/sign-in')
		await press('Come in with Rivermouth Council')
		await tab.getByText(javaScriptEnabled ? 'Hello, Priya Raman' : 'Hello, Ruth Adeyemi').waitFor()
		assert.equal(tab.url(), `${stage.address}/`, 'nothing of what came back stands in the address')
		await tab.context().close()
	})
}
