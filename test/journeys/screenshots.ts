/**
 * Pictures of the pages: `npm run screenshots` draws those of the README into `docs/pictures/`;
 * with `--all FOLDER` it draws every page at phone and desktop width into a folder, to look at.
 */
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ViewportSize } from 'playwright-core'
import { type APage, everyPage } from './every-page.ts'
import { type Key, open, openStage } from './stage.ts'

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

/** The pictures of the README: the page's name in every-page.ts, and the picture's. */
const forReadme: Readonly<Record<string, string>> = {
	'front-door': 'front-door',
	demo: 'invented-people',
	'home-person': 'person-home',
	'plan-person': 'plan',
	'outcome-person': 'outcome',
	'home-practitioner': 'practitioner-home',
}

/** Bytes: more than this is too much for a README on a phone. */
const mostForReadme = 150_000

const [option, folder] = process.argv.slice(2)
const all = option === '--all'
if (all && !folder) throw new Error('Name a folder after --all.')
const into = folder ?? join(import.meta.dirname, '../../docs/pictures')

let close = async () => {}
const stage = await openStage((end) => {
	close = end
})
try {
	await mkdir(into, { recursive: true })
	const pages = await everyPage(stage.place)
	const wanted = all ? pages : pages.filter((page) => page.name in forReadme)
	for (const [width, viewport] of Object.entries(sizes)) {
		for (const [as, theirs] of Map.groupBy(wanted, (page) => page.as)) await draw(as, theirs, width, viewport)
	}
} finally {
	await close()
}

async function draw(as: Key | undefined, pages: readonly APage[], width: string, viewport: ViewportSize) {
	const tab = await stage.tab(as, { viewport, colorScheme: 'light' })
	for (const page of pages) {
		const status = await open(tab, page.path, page.fields, page.from)
		assert.equal(status, page.status, `${page.name} answered ${status}`)
		const picture = await tab.screenshot({ fullPage: all })
		if (!all) assert.ok(picture.length <= mostForReadme, `${page.name} at ${width} width is ${picture.length} bytes`)
		await writeFile(join(into, `${all ? page.name : forReadme[page.name]}-${width}.png`), picture)
	}
	await tab.context().close()
}
