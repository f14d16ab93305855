/** Our plan on paper, as a browser prints it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { openStage } from './stage.ts'

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
