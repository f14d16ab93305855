import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Request, Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { everyPage } from './every-page.ts'
import { htmlOf } from './html-of.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const neutral = 'https://www.bbc.co.uk/weather'
const flat = routes.outcome.show.href({ person: idOf('ann'), outcome: idOf('ann/flat') })

/** Stands in for the neutral site, which these tests cannot reach, and keeps what it was asked. */
async function withNeutralSite(tab: Tab): Promise<Request[]> {
	const asked: Request[] = []
	await tab.route(`${neutral}**`, (route) => {
		asked.push(route.request())
		return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title><h1>Rain</h1>' })
	})
	return asked
}

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with' : 'without'
	test(`the exit leads to the neutral site and tells it nothing, ${how} JavaScript`, async () => {
		const tab = await stage.tab('person', { javaScriptEnabled })
		const asked = await withNeutralSite(tab)
		await tab.goto('/help-now')
		await tab.goto(flat)
		await tab.getByRole('button', { name: 'Exit this page' }).click()
		await tab.waitForURL(neutral)
		assert.equal(asked.length, 1)
		const headers = await asked[0]?.allHeaders()
		assert.equal(headers?.referer, undefined)
		assert.equal(headers?.cookie, undefined)
		if (javaScriptEnabled) {
			await tab.goBack()
			assert.equal(new URL(tab.url()).pathname, '/help-now', 'there is no way back to the page that was left')
		}
		await tab.context().close()
	})
}

test('three presses of Shift leave from a form, and what was typed is not seen meanwhile', async () => {
	const tab = await stage.tab('person')
	await withNeutralSite(tab)
	await tab.goto(routes.plan.propose.href({ person: idOf('ann') }))
	await tab.getByRole('textbox').fill('words for nobody')
	for (const key of ['Shift', 'Shift', 'Shift']) await tab.keyboard.press(key)
	await tab.waitForURL(neutral)
	await tab.context().close()
})

for (const javaScriptEnabled of [true, false]) {
	test(`after signing out Back shows nothing of anyone's, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
		const tab = await stage.tab('person', { javaScriptEnabled })
		await tab.goto('/')
		await tab.goto(flat)
		await tab.getByText('A flat of my own, with a door I can lock.').first().waitFor()
		await tab.getByRole('button', { name: 'Sign out' }).click()
		await tab.getByRole('heading', { name: 'Make a plan together' }).waitFor()
		for (let steps = 0; steps < 2; steps++) {
			await tab.goBack()
			const seen = await tab.locator('body').innerText()
			assert.match(seen, /You are not signed in|Make a plan together/)
			for (const personal of ['A flat of my own', 'Ann', 'Priya']) assert.ok(!seen.includes(personal), personal)
		}
		await tab.context().close()
	})
}

test('two people in turn in one browser: nothing of the first is left for the second', async () => {
	const context = await stage.context('person')
	const tab = await context.newPage()
	await tab.goto(routes.plan.propose.href({ person: idOf('ann') }))
	await tab.getByRole('textbox').fill('words of the first')
	await tab.getByRole('button', { name: 'Keep it for later' }).click()
	await tab.getByRole('button', { name: 'Sign out' }).click()
	await tab.goto('/demo')
	await tab.getByRole('button', { name: 'Come in as Robin Frost' }).click()
	await tab.getByRole('heading', { name: 'Hello, Robin Frost' }).waitFor()
	await tab.goto(routes.plan.propose.href({ person: idOf('robin') }))
	assert.equal(await tab.getByRole('textbox').inputValue(), '')
	assert.deepEqual(
		(await context.cookies()).map((cookie) => cookie.name),
		['__Host-session'],
	)
	await context.close()
})

test('no tab title names anyone or tells what this is about', async () => {
	const banned =
		/probation|offen[cd]|court|justice|prison|order|sentence|crime|drug|plan with|Ann|Priya|Robin|Kayleigh/i
	for (const page of await everyPage(stage.place)) {
		const title = (await htmlOf(stage.place, page)).match(/<title>(.*?)<\/title>/)?.[1]
		assert.ok(title && !banned.test(title), `${page.name}: ${title}`)
	}
})
