import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** Where the style sheet, the scripts and the icon are found; each name carries a hash of what it holds. */
export type Assets = {
	css: string
	js?: string | undefined
	passkeys?: string | undefined
	recorder?: string | undefined
	icon: string
}

const types: Record<string, string> = {
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
}

/** Serves the browser files from memory. Their names change with what they hold, so browsers may keep them for good. */
export function assetRoutes(app: FastifyInstance, assets: Assets, folder: string): void {
	for (const path of [assets.css, assets.js, assets.passkeys, assets.recorder, assets.icon]) {
		if (!path) continue
		const name = path.slice(path.lastIndexOf('/') + 1)
		const content = readFileSync(join(folder, name))
		const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
		app.get(path, { config: { open: true } }, async (_request, reply) =>
			reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(content),
		)
	}
	// Browsers ask for this on their own; our icon is named in the page.
	app.get('/favicon.ico', { config: { open: true } }, async (_request, reply) => reply.redirect(assets.icon, 302))
}
