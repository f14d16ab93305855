import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { v7 } from 'uuid'
import { formWith } from '../support/form-with.ts'
import type { Place } from '../support/place.ts'
import { type ActorName, actorNames, actors } from './cast.ts'

/** Somebody with a session of their own, or nobody. */
export type Someone = { name: ActorName; account: string; area: string; cookie: string; csrf: string; token: string }
export type Everyone = Record<ActorName, Someone>

/** Signs in as this actor, in a browser of their own. */
export async function comeIn(place: Place, name: ActorName): Promise<Someone> {
	const key = actors[name]
	if (!key) return { name, account: '', area: '', cookie: '', csrf: '', token: '' }
	const browser = await place.as(key)
	const token = browser.cookies.get('__Host-session') ?? ''
	const csrf = (await browser.get('/help-now')).html.match(/name="csrf" value="([\w-]+)"/)?.[1]
	const [who] = await place.underneath<{ account: string; area: string }>(
		`select account_id as account, area_id as area from session where token_hash = sha256(convert_to($1, 'UTF8'))`,
		[token],
	)
	assert(csrf && who, `${name} has a session and a form token`)
	return { name, ...who, cookie: `__Host-session=${token}`, csrf, token }
}

/** All actors, each signed in. */
export async function everyone(place: Place): Promise<Everyone> {
	const all: [ActorName, Someone][] = []
	for (const name of actorNames) all.push([name, await comeIn(place, name)])
	return Object.fromEntries(all) as Everyone
}

type Fields = Readonly<Record<string, string>>

/** Asks for an address as somebody; with fields it is a form, and their own form token comes along. */
export function ask(
	place: Place,
	who: Pick<Someone, 'cookie' | 'csrf'>,
	method: string,
	url: string,
	fields?: Fields,
	headers: Fields = {},
	file?: Buffer,
): Promise<LightMyRequestResponse> {
	const cookie = who.cookie ? { cookie: who.cookie } : {}
	if (!fields) return place.app.inject({ method: method as 'GET', url, headers: { ...cookie, ...headers } })
	if (file) {
		const form = formWith({ csrf: who.csrf, ...fields }, file)
		return place.app.inject({
			method: 'POST',
			url,
			payload: form.payload,
			headers: { ...cookie, ...form.headers, ...headers },
		})
	}
	return place.app.inject({
		method: method as 'POST',
		url,
		payload: new URLSearchParams({ csrf: who.csrf, ...fields }).toString(),
		headers: { ...cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
	})
}

/** The address with these ids in it. */
export const fill = (pattern: string, ids: Readonly<Record<string, string>>): string =>
	pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name)

/** The same address with ids of the right shape that nothing has. */
export const nowhere = (pattern: string): string => pattern.replace(/:\w+/g, () => v7())

/**
 * Everything a browser can tell of an answer. Signed out, the page comes back to the address that was asked for after a
 * choice of words, which says nothing but what the asker said; there, and only there, it is taken out.
 */
export function told(answer: LightMyRequestResponse, url: string) {
	const { date: _, 'x-request-id': __, ...headers } = answer.headers
	const { statusCode: status, body } = answer
	return { status, headers, body: status === 401 ? body.replaceAll(url, '(the address asked for)') : body }
}
