import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { everyPage } from './every-page.ts'
import { htmlOf } from './html-of.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const { place } = stage

/** Bytes, gzip. */
const mostForPage = 12 * 1024
const mostForFirstVisit = 40 * 1024

test('the HTML of every page that a person can come to is under 12 kB', async (t) => {
	let heaviest = { name: '', bytes: 0 }
	for (const page of await everyPage(place)) {
		if (page.voice === 'practitioner') continue
		const bytes = gzipSync(await htmlOf(place, page)).length
		if (bytes > heaviest.bytes) heaviest = { name: page.name, bytes }
		assert.ok(bytes < mostForPage, `${page.name} weighs ${bytes} bytes`)
	}
	t.diagnostic(`the heaviest page is ${heaviest.name}, ${heaviest.bytes} bytes`)
})

test('a whole first visit is under 40 kB, from one origin, with no typeface to load', async (t) => {
	const tab = await stage.tab()
	const network = await tab.context().newCDPSession(tab)
	let bytes = 0
	await network.send('Network.enable')
	network.on('Network.loadingFinished', ({ encodedDataLength }) => {
		bytes += encodedDataLength
	})
	const kinds = new Set<string>()
	const origins = new Set<string>()
	tab.on('request', (request) => {
		kinds.add(request.resourceType())
		origins.add(new URL(request.url()).origin)
	})
	await tab.goto('/', { waitUntil: 'networkidle' })
	const icon = await tab.locator('link[rel="icon"]').getAttribute('href')
	const iconBytes = gzipSync(await (await tab.context().request.get(icon ?? '')).body()).length
	t.diagnostic(`a first visit weighs ${bytes + iconBytes} bytes`)
	assert.ok(bytes > 1000, 'nothing was measured')
	assert.ok(bytes + iconBytes < mostForFirstVisit, `${bytes + iconBytes} bytes`)
	assert.deepEqual([...origins], [stage.address])
	assert.ok(kinds.has('stylesheet') && !kinds.has('font') && !kinds.has('image'), [...kinds].join(', '))
	await tab.context().close()
})

test('a person who reads and writes leaves nothing in the browser, and nobody else is asked for anything', async () => {
	const context = await stage.context('person')
	const tab = await context.newPage()
	const origins = new Set<string>()
	tab.on('request', (request) => origins.add(new URL(request.url()).origin))
	await tab.goto('/')
	await tab.goto(routes.plan.show.href({ person: idOf('ann') }))
	await tab.goto(routes.plan.propose.href({ person: idOf('ann') }))
	const kept = tab.waitForResponse((response) => response.status() === 204)
	await tab.getByRole('textbox').fill('Half a thought.')
	await kept
	const stored = await tab.evaluate(async () => ({
		local: localStorage.length,
		session: sessionStorage.length,
		databases: (await indexedDB.databases()).length,
		caches: (await caches.keys()).length,
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		readableCookies: document.cookie,
	}))
	assert.deepEqual(stored, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, readableCookies: '' })
	assert.deepEqual([...origins], [stage.address])
	await context.close()
})
