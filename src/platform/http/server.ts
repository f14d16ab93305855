import { randomUUID } from 'node:crypto'
import { parse } from 'node:querystring'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookies from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { acting, type Seeing, seeingAs, type Tx } from '../database/acting.ts'
import type { Database } from '../database/open.ts'
import { isId } from '../database/values.ts'
import { type Locale, locales } from '../words.ts'
import { sendSecurityHeaders } from './headers.ts'
import { MustBeStronger, NotFound, NotOurForm, NotSignedIn, Unreadable } from './mistakes.ts'
import { RequestLog } from './request-log.ts'
import { acceptUploads, readAsFarAsFile } from './uploads.ts'
import { isFromThisBrowser, sameToken, type Visitor, visitorOf } from './visitor.ts'

declare module 'fastify' {
	interface FastifyRequest {
		/** Who is asking; nobody, when signed out. Looked up for this request and kept for it alone. */
		visitor: Visitor | undefined
		/** Which words the reader chose. */
		locale: Locale
		/**
		 * The one door to the database: does the work in a transaction as the visitor, under the database's own policies.
		 *
		 * @throws NotSignedIn when nobody is
		 */
		acting<T>(work: (tx: Tx) => Promise<T>): Promise<T>
		/**
		 * The same door, to look through another's eyes at what the visitor would open to them. Nothing of it stays.
		 *
		 * @throws NotSignedIn when nobody is
		 */
		seeingAs<T>(seeing: Seeing<T>): Promise<T>
	}
	interface FastifyContextConfig {
		/** Served before anyone is known: no session is looked up. */
		open?: true
		/** Has nothing of anybody's on it, and is there also when nobody can be looked up. */
		anyone?: true
		/** The form may come without a token, because it changes nothing of anybody's; a foreign origin is still refused. */
		anonymousForm?: true
		/** The form is for whoever is not signed in, with the token of their browser. */
		browserForm?: true
	}
}

/** Milliseconds. A page takes a few of them; whoever needs longer than these is not reading a page. */
const timeouts = {
	request: 15_000,
	connection: 30_000,
	handler: 12_000,
	headers: 10_000,
	keepAlive: 5_000,
	lookedFor: 5_000,
}

/** Bytes of one form: the longest text we take, in the longest encoding, with room to say that it was too long. */
const bodyLimit = 1024 * 1024

/** No form of ours has nearly as many fields; what comes after is not read. */
const mostFields = 50

/** Answers a request whose address cannot even be read. */
type Answering = (request: FastifyRequest, reply: FastifyReply) => void

/** Quick rather than smallest: a page is compressed for one reader, once. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A server with everything that every request needs, before any page: limits, headers, session, tokens, and the door. */
export async function createServer(
	database: Database,
	{ log, publicUrl, unroutable }: { log: FastifyBaseLogger; publicUrl: string; unroutable: Answering },
): Promise<FastifyInstance> {
	const app = fastify({
		loggerInstance: log,
		logController: new RequestLog(),
		requestTimeout: timeouts.request,
		connectionTimeout: timeouts.connection,
		handlerTimeout: timeouts.handler,
		keepAliveTimeout: timeouts.keepAlive,
		http: { headersTimeout: timeouts.headers, connectionsCheckingInterval: timeouts.lookedFor },
		bodyLimit,
		// Whoever runs this puts a proxy of their own on the same machine before it: only such a one may say who asks.
		trustProxy: 'loopback',
		genReqId: () => randomUUID(),
		routerOptions: { maxParamLength: 100 },
		return503OnClosing: true,
		// What cannot even be routed is answered without its address, and with the headers of every answer.
		frameworkErrors: (_error, request: FastifyRequest, reply: FastifyReply) => {
			sendSecurityHeaders(request, reply)
			request.locale = 'en'
			unroutable(request, reply)
		},
	})
	await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions })
	await app.register(cookies)
	await app.register(formbody, { bodyLimit, parser: formOf })
	// Forms are the only bodies we read; anything else is refused before it is.
	app.removeContentTypeParser(['application/json', 'text/plain'])
	await acceptUploads(app)

	app.decorateRequest('visitor', undefined)
	app.decorateRequest('locale', 'en')
	app.decorateRequest('acting', function (this: FastifyRequest, work) {
		if (!this.visitor) throw new NotSignedIn()
		const { person } = this.params as { person?: string }
		return acting(database.connections, { ...this.visitor, about: person }, work)
	})

	app.decorateRequest('seeingAs', function (this: FastifyRequest, seeing) {
		if (!this.visitor) throw new NotSignedIn()
		return seeingAs(database.connections, { ...this.visitor, about: this.visitor.account }, seeing)
	})

	app.addHook('onRequest', async (request, reply) => {
		sendSecurityHeaders(request, reply)
		const wanted = request.cookies['__Host-words']
		if (wanted && Object.hasOwn(locales, wanted)) request.locale = wanted as Locale
		if (request.routeOptions.config.open || !isReading(request)) return
		const known = visitorOf(request, database.system)
		request.visitor = await (request.routeOptions.config.anyone ? known.catch(() => undefined) : known)
	})
	app.addHook('preValidation', async (request) => {
		if (isReading(request)) return
		if (request.body === unreadableForm) throw new Unreadable()
		if (request.isMultipart()) await readAsFarAsFile(request)
		request.body ??= {}
		// Only now that the form has been read: if the database does not answer, what was typed can be given back.
		request.visitor = await visitorOf(request, database.system)
		const body = request.body as Record<string, unknown>
		if (isForeign(request, publicUrl)) throw new NotOurForm()
		if (request.routeOptions.config.anonymousForm) return
		if (request.routeOptions.config.browserForm) {
			if (!isFromThisBrowser(request, body.csrf)) throw new NotOurForm()
			return
		}
		if (!request.visitor) throw new NotSignedIn()
		if (!sameToken(request.visitor.csrf, body.csrf)) throw new NotOurForm()
	})
	app.addHook('preHandler', async (request) => {
		if (hasUnreadable(request.url)) throw new Unreadable()
		const params = Object.values((request.params ?? {}) as Record<string, string>)
		if (request.routeOptions.url && !request.routeOptions.config.open && !params.every(isId)) throw new NotFound()
		if (request.visitor?.mustBeStronger && request.routeOptions.url && !isForTheWeak(request))
			throw new MustBeStronger()
	})
	return app
}

/** What staff reach who must first show something stronger: how they come in, how they leave, and what has nothing of anybody's on it. */
function isForTheWeak({ routeOptions: { url = '', config } }: FastifyRequest): boolean {
	if (config.open || config.anyone || config.anonymousForm) return true
	return /^\/(?:account|sign-in|sign-out|card|invited|demo)(?:\/|$)/.test(url)
}

const isReading = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

const unreadableForm: Record<string, unknown> = Object.freeze({})

/** The fields of a form, or `unreadableForm` where its bytes are no text: nothing is stored that nobody wrote. */
function formOf(body: string): Record<string, unknown> {
	try {
		if (body.includes('\uFFFD')) return unreadableForm
		decodeURIComponent(body)
	} catch {
		return unreadableForm
	}
	return parse(body, '&', '=', { maxKeys: mostFields })
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the browser says that a form comes from another site. Where it says nothing, or hides the origin as our own
 * referrer policy asks it to (`null`), the form's token is what holds.
 */
function isForeign(request: FastifyRequest, publicUrl: string): boolean {
	const site = request.headers['sec-fetch-site']
	if (site) return site !== 'same-origin' && site !== 'none'
	const { origin, host } = request.headers
	if (origin === undefined || origin === 'null' || origin === publicUrl) return false
	return !(URL.canParse(origin) && loopback.has(new URL(origin).hostname) && origin === `http://${host}`)
}

const hasUnreadable = (url: string): boolean => url.includes('%00')
