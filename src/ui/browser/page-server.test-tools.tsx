import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { render } from 'preact-render-to-string'
import { Button } from '../Button.tsx'
import { CharacterCount } from '../CharacterCount.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Page } from '../Page.tsx'
import { Radios } from '../Radios.tsx'
import { type BrowserFiles, buildBrowserFiles } from './build.ts'

const root = join(import.meta.dirname, '../../..')
const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }

/** A page with a form, served on this machine; it remembers what it was sent, newest last. */
export type PageServer = {
	address: string
	posted: { url: string; body: string; draft: boolean }[]
	/** The status that a draft is answered with. */
	draftAnswer: number
	close: () => void
}

/** Serves the page at `/` (`?signed-in`, `?error`), an empty one at `/neutral`, and takes what is posted. */
export async function servePage(): Promise<PageServer> {
	const { files } = await buildBrowserFiles({ root })
	const server = createServer((request, response) => answer(request, response))
	const serving: PageServer = {
		address: '',
		posted: [],
		draftAnswer: 204,
		close: () => {
			server.closeAllConnections()
			server.close()
		},
	}
	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname: url, searchParams } = new URL(request.url ?? '/', 'http://localhost')
		if (request.method === 'POST') {
			serving.posted.push({ url, body: await text(request), draft: request.headers['x-draft'] === '1' })
			response.writeHead(url === '/draft' ? serving.draftAnswer : 204, { location: '/' }).end()
		} else if (url.startsWith('/assets/')) {
			response.setHeader('content-type', types[url.split('.').at(-1) ?? ''] ?? '')
			response.end(readFileSync(join(root, 'dist/browser', url.replace('/assets/', ''))))
		} else {
			response.setHeader('content-type', 'text/html; charset=utf-8')
			response.end(url === '/neutral' ? 'weather' : page(files, searchParams))
		}
	}
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	serving.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	return serving
}

function page(assets: BrowserFiles, asked: URLSearchParams): string {
	const account = asked.has('signed-in') ? { name: 'Ann', signOutHref: '/out', csrf: 'c' } : undefined
	return `<!doctype html>${render(
		<Page
			reader={{ locale: 'en', voice: 'anyone' }}
			title="Home"
			languageHref="/words"
			csrf="c"
			path="/"
			assets={assets}
			account={account}
		>
			<ErrorSummary errorList={asked.has('error') ? [{ text: 'Choose one', href: '#which' }] : []} />
			<form method="post" action="/send" data-draft="/draft" data-draft-saved="Kept" data-draft-failed="Not kept">
				<Radios name="which" legend="Which?" items={[{ value: 'a', text: 'A', conditional: 'More' }]} />
				<CharacterCount name="words" label="Your words" maxlength={5} />
				<Button preventDoubleClick>Send</Button>
			</form>
		</Page>,
	)}`
}
