/** What the benchmark uses of packages that come without types. */
declare module 'autocannon' {
	type Asked = { path: string; headers: Record<string, string> }
	type Options = {
		url: string
		connections: number
		duration: number
		setupClient(client: { setRequests(requests: Asked[]): void }): void
	}
	type Result = {
		'2xx': number
		non2xx: number
		errors: number
		timeouts: number
		duration: number
		latency: { p50: number; p99: number }
		throughput: { total: number }
	}
	function autocannon(options: Options): Promise<Result>
	export = autocannon
}

declare module 'nunjucks' {
	export class FileSystemLoader {
		constructor(folders: string[], options: { noCache: boolean; watch: boolean })
	}
	export class Environment {
		constructor(loader: FileSystemLoader, options: { autoescape: boolean })
		addFilter(name: string, filter: (value: string) => string): this
		express(app: object): this
		render(name: string, context: object): string
	}
}

declare module 'express' {
	import type { IncomingMessage, Server, ServerResponse } from 'node:http'

	interface Request extends IncomingMessage {
		params: Record<string, string>
		path: string
	}
	interface Response extends ServerResponse {
		set(headers: Record<string, unknown>): this
		status(code: number): this
		send(body: string | Buffer): this
		render(view: string, context: object, done: (error: Error | null, html: string) => void): void
	}
	interface Application {
		set(name: string, value: unknown): this
		disable(name: string): this
		use(handler: (request: Request, response: Response, next: (error?: unknown) => void) => void): this
		get(path: string, handler: (request: Request, response: Response) => Promise<void>): this
		listen(port: number, host: string, ready: () => void): Server
	}
	function express(): Application

	export = express
}
