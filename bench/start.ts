import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from './figures.ts'
import { startServer } from './processes.ts'

/** From `npm start` to the first page, with a folder that is not there yet and again with what the first start made. */
export async function startFigures(): Promise<Figure[]> {
	const above = await mkdtemp(join(tmpdir(), 'alongside-bench-'))
	try {
		const settings = { ALONGSIDE_DATA: join(above, 'data'), HOME: above }
		return [
			{ name: 'first page, empty folder', measured: await firstPage(settings), unit: 's', bar: { atMost: 8 } },
			{ name: 'first page, existing folder', measured: await firstPage(settings), unit: 's', bar: { atMost: 2 } },
		]
	} finally {
		await rm(above, { recursive: true, force: true })
	}
}

async function firstPage(settings: Record<string, string>): Promise<number> {
	const began = performance.now()
	const server = await startServer('npm', ['start'], settings)
	try {
		const answer = await fetch(server.url)
		const html = await answer.text()
		if (answer.status !== 200 || !html.includes('</html>')) throw new Error(`The first page answered ${answer.status}.`)
		return (performance.now() - began) / 1000
	} finally {
		await server.stop()
	}
}
