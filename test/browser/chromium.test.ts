import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openChromium } from './chromium.ts'

let browser: Browser
before(async () => {
	browser = await openChromium()
})
after(() => browser?.close())

/** Serves on a free port of this machine until the test ends; gives the port. */
async function serve(
	t: { after(end: () => void): void },
	answer: RequestListener,
	host = '127.0.0.1',
): Promise<number> {
	const server = createServer(answer).listen(0, host)
	await new Promise((resolve) => server.once('listening', resolve))
	t.after(() => {
		server.closeAllConnections()
		server.close()
	})
	const address = server.address()
	assert.ok(address && typeof address === 'object')
	return address.port
}

const page = (body: string) => `<!doctype html><html lang="en"><title>A page</title>${body}`

test('draws text in a real typeface, and a picture of it', async (t) => {
	const port = await serve(t, (_, response) =>
		response.end(page('<p><span id="narrow">iiiiiiiiii</span> <span id="wide">MMMMMMMMMM</span></p>')),
	)
	const tab = await browser.newPage()
	await tab.goto(`http://localhost:${port}/`)
	const widthOf = (id: string) => tab.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().width)
	const [narrow, wide] = [await widthOf('narrow'), await widthOf('wide')]
	assert.ok(narrow > 10, `ten letters i are ${narrow} px wide`)
	assert.ok(wide > 2 * narrow, `ten letters M are ${wide} px wide, ten letters i ${narrow} px`)
	const devtools = await tab.context().newCDPSession(tab)
	await devtools.send('DOM.enable')
	await devtools.send('CSS.enable')
	const { root } = await devtools.send('DOM.getDocument')
	const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#wide' })
	const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
	assert.deepEqual(
		fonts.map((font) => font.familyName),
		['Open Sans'],
	)
	const picture = await tab.screenshot()
	assert.equal(picture.subarray(1, 4).toString(), 'PNG')
	await tab.evaluate(() => document.body.replaceChildren())
	assert.notDeepEqual(await tab.screenshot(), picture, 'an empty page looks like the page with text')
	await tab.close()
})

test('keeps web security on: no page reads the answer of another origin', async (t) => {
	const other = await serve(t, (_, response) => response.end('words of somebody else'))
	const own = await serve(t, (request, response) =>
		response.end(request.url === '/words' ? 'my own words' : page('<p>A page')),
	)
	const tab = await browser.newPage()
	await tab.goto(`http://localhost:${own}/`)
	const read = (url: string) =>
		tab.evaluate(async (from) => {
			try {
				return await (await fetch(from)).text()
			} catch (error) {
				return String(error)
			}
		}, url)
	assert.equal(await read(`http://localhost:${own}/words`), 'my own words')
	assert.match(await read(`http://localhost:${other}/`), /TypeError: Failed to fetch/)
	await tab.close()
})

test('keeps a __Host- cookie of http://localhost and sends it back', async (t) => {
	const seen: (string | undefined)[] = []
	const port = await serve(t, (request, response) => {
		if (request.url === '/') seen.push(request.headers.cookie)
		response.setHeader('set-cookie', '__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Lax')
		response.end(page('<p>A page'))
	})
	const context = await browser.newContext()
	const tab = await context.newPage()
	await tab.goto(`http://localhost:${port}/`)
	await tab.goto(`http://localhost:${port}/`)
	assert.deepEqual(seen, [undefined, '__Host-session=abc'])
	await context.close()
})

test('reaches nothing but localhost, neither by name nor by number', async (t) => {
	const port = await serve(t, (_, response) => response.end(page('<p>A page')), '127.0.0.2')
	const tab = await browser.newPage()
	for (const elsewhere of [`http://127.0.0.2:${port}/`, 'http://elsewhere.example/']) {
		await assert.rejects(tab.goto(elsewhere), /ERR_NAME_NOT_RESOLVED/)
	}
	await tab.close()
})

test('has a microphone that records, for stories told aloud', async (t) => {
	const port = await serve(t, (_, response) => response.end(page('<p>A page')))
	const tab = await browser.newPage()
	await tab.goto(`http://localhost:${port}/`)
	const tracks = await tab.evaluate(async () => {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
		return stream.getAudioTracks().map((track) => track.readyState)
	})
	assert.deepEqual(tracks, ['live'])
	await tab.close()
})
