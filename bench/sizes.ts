import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { loadDemonstration } from '../demo/demonstration.ts'
import { createApp } from '../src/app.ts'
import { erasureList } from '../src/common/leaving/index.ts'
import { openInMemory } from '../src/platform/database/open.ts'
import { openLog } from '../src/platform/log.ts'
import type { ServerKey } from '../src/platform/server-key.ts'
import { buildBrowserFiles } from '../src/ui/browser/build.ts'
import type { Figure } from './figures.ts'
import { root } from './processes.ts'

const kilobytes = (content: string | Buffer) => gzipSync(content).length / 1024

/** Every page that an invented person can reach by links, compressed, and what a first visit brings along. */
export async function sizeFigures(): Promise<Figure[]> {
	const database = await openInMemory()
	await loadDemonstration(database.system)
	const { files } = await buildBrowserFiles({ root })
	const assetsFolder = join(root, 'dist/browser')
	const app = await createApp({
		database,
		key: Buffer.alloc(32) as ServerKey,
		log: openLog('silent'),
		publicUrl: 'http://localhost:3000',
		assets: files,
		assetsFolder,
		version: 'bench',
		channels: [],
		// Nobody leaves in a benchmark.
		erasures: erasureList({ folder: root, file: join(root, 'who-left') }),
	})
	try {
		const pages = await pagesByLinks(app, await signIn(app))
		const sizes = [...pages].map(([path, html]) => ({ path, size: kilobytes(html) }))
		const largest = sizes.reduce((one, other) => (other.size > one.size ? other : one))
		const assets = [files.css, files.js, files.icon]
			.filter((path) => path !== undefined)
			.reduce((sum, path) => sum + kilobytes(readFileSync(join(assetsFolder, basename(path)))), 0)
		return [
			{
				name: 'largest page for a person, gzip',
				measured: largest.size,
				unit: 'kB',
				bar: { atMost: 12 },
				note: `of ${sizes.length} pages; ${largest.path.replace(/[0-9a-f-]{36}/g, '…')}`,
			},
			{
				name: 'whole first visit, gzip',
				measured: largest.size + assets,
				unit: 'kB',
				bar: { atMost: 40 },
				note: `that page and ${assets.toFixed(1)} kB of style, script and icon`,
			},
		]
	} finally {
		await app.close()
		await database.connections.close()
	}
}

async function signIn(app: FastifyInstance): Promise<string> {
	const { cookies, statusCode } = await app.inject({
		method: 'POST',
		url: '/demo/sign-in',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		payload: 'account=person',
	})
	if (statusCode !== 303) throw new Error(`Signing in answered ${statusCode}.`)
	return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** Follows every link from the home of whoever the cookie signs in. */
async function pagesByLinks(app: FastifyInstance, cookie: string): Promise<Map<string, string>> {
	const pages = new Map<string, string>()
	const waiting = ['/', '/demo']
	const led = new Set<string>()
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		if (pages.has(path) || led.has(path)) continue
		const answer = await app.inject({ url: path, headers: { cookie } })
		// What asks anew who it is leads there first: that page is measured, and what lies behind it is a file to take along.
		if (answer.statusCode === 303 && answer.headers.location) {
			led.add(path)
			waiting.push(answer.headers.location)
			continue
		}
		const kind = answer.headers['content-type']?.toString() ?? ''
		// Neither is an entry for a calendar, a picture or a sound a page to weigh.
		if (/^(?:text\/calendar|image\/|audio\/)/.test(kind)) {
			led.add(path)
			continue
		}
		if (answer.statusCode !== 200 || !kind.startsWith('text/html'))
			throw new Error(`${path} answered ${answer.statusCode}.`)
		pages.set(path, answer.body)
		for (const [, link] of answer.body.matchAll(/<a [^>]*?href="(\/[^"?#]*)/g)) {
			if (link && !pages.has(link)) waiting.push(link)
		}
	}
	return pages
}
