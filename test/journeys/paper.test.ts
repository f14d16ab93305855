/** Our plan on paper, as a browser prints it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { press, reads, said } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()
const person = idOf('ann')

/** How many A4 pages it comes to. */
async function pagesOf(tab: Tab): Promise<number> {
	const pdf = (
		await tab.pdf({ format: 'A4', margin: { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' } })
	).toString('latin1')
	return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}

test('a plan of three outcomes is one sheet, in grey, with nothing on it but the plan', async () => {
	const [{ n } = { n: 0 }] = await stage.place.underneath<{ n: number }>(
		'select count(*)::int as n from outcome where person_id = $1',
		[person],
	)
	assert.equal(n, 3, 'the plan has three outcomes')
	const tab = await stage.tab('person')
	await tab.goto(routes.paper.sheet.href({ person }))
	assert.equal(await pagesOf(tab), 1)
	await tab.emulateMedia({ media: 'print' })
	assert.equal(await tab.locator('.not-on-paper').isVisible(), false)
	assert.equal(await tab.locator('header nav, .exit-this-page').first().isVisible(), false)
	const colours = await tab.evaluate(() =>
		[...document.querySelectorAll('.sheet, .sheet *')].flatMap((element) => {
			const { color, backgroundColor, borderBlockEndColor } = getComputedStyle(element)
			return [color, backgroundColor, borderBlockEndColor].filter((one) => {
				const [red, green, blue, alpha = 1] = one.match(/[\d.]+/g)?.map(Number) ?? []
				return alpha !== 0 && !(red === green && green === blue)
			})
		}),
	)
	assert.deepEqual([...new Set(colours)], [], 'all of it is grey')
	await tab.context().close()
})

test('in large letters they are large, and the sheet to fill by hand is one page', async () => {
	const tab = await stage.tab('practitioner')
	await tab.goto(`${routes.paper.sheet.href({ person })}?large`)
	await tab.emulateMedia({ media: 'print' })
	const size = await tab
		.locator('.sheet--large li')
		.first()
		.evaluate((element) => getComputedStyle(element).fontSize)
	assert(Number.parseFloat(size) >= 24, `${size} is at least 18 points`)
	await tab.goto(routes.paper.blank.href({ person }))
	assert.equal(await pagesOf(tab), 1)
	await tab.context().close()
})

for (const script of [true, false]) {
	test(`what was written by hand is typed in, and the person confirms it, ${script ? 'with' : 'without'} JavaScript`, async () => {
		const they = await stage.tab('practitioner', { javaScriptEnabled: script, viewport: desktop })
		const me = await stage.tab('robin', { javaScriptEnabled: script })
		const words = `Grow beans on the ${script ? 'balcony' : 'roof'}.`
		await they.goto(routes.plan.show.href({ person: idOf('robin') }))
		await press(they, 'Write down Robin Frost’s words')
		await they.getByLabel('Robin Frost’s words').fill(words)
		const day = they.getByLabel('If Robin Frost wrote it on paper: on which day? (optional)')
		await day.fill('2099-03-01')
		await press(they, 'Go on')
		await reads(they, 'This day is still to come. Write the day that stands on the sheet.')
		assert.equal(await they.getByLabel('Robin Frost’s words').inputValue(), words, 'what was typed is not lost')
		await day.fill('2026-03-01')
		await press(they, 'Go on')
		await reads(they, 'Written on paper on')
		await press(they, 'Share it')
		await reads(they, 'The words are written down. They are not confirmed yet.')
		await said(they, words).waitFor()
		await reads(they, /^Written on paper by Robin Frost, on .*1 March 2026\. Typed in by Priya Raman\./)

		await me.goto(they.url().split('?')[0] ?? '')
		await reads(me, /^You wrote this on paper on .*1 March 2026\. Priya Raman typed it in\./)
		await press(me, 'Yes, these are my words')
		await me.getByRole('button', { name: 'Yes, these are my words' }).waitFor({ state: 'detached' })
		await they.reload()
		await reads(they, /Robin Frost said on .* that these are their words\./)
		await me.context().close()
		await they.context().close()
	})
}
