import { randomBytes } from 'node:crypto'
import { hashSecret } from '../src/common/accounts/secrets.ts'
import type { ServerKey } from '../src/platform/server-key.ts'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, startServer } from './processes.ts'
import { idOfNth, opened, signInSupporter } from './seed.ts'

const secret = 'seven green kettles'
const signInName = 'brave-otter-100'
const runs = 40

/** What it costs to come in with a secret, from the form to the home page, and to look at what is opened, one request after another. */
export async function comingInFigures({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	const key = randomBytes(32) as ServerKey
	const [area, person] = [idOfNth('area', 0), idOfNth('person', opened)]
	await admin.query(
		`insert into secret (area_id, account_id, sign_in_name, hash) values ($1, $2, $3, $4)
			on conflict (area_id, account_id) do update set hash = excluded.hash`,
		[area, person, signInName, await hashSecret(key, secret)],
	)
	const supporter = await signInSupporter(admin)
	const server = await startServer(node.program, [...node.options, 'src/main.ts'], {
		DATABASE_URL: serverUrl,
		ALONGSIDE_KEY: key.toString('base64url'),
	})
	try {
		const before = processorTime(server.pid)
		const cookies: string[] = []
		const signing = await middle(async () => cookies.push(await signIn(server.url)))
		const processor = (processorTime(server.pid) - before) / runs
		const hashing = await middle(() => hashSecret(key, secret))
		const [mine = ''] = cookies
		const pages = {
			'the page of what I have opened': { path: `/people/${person}/openings`, cookie: mine, holds: '/close' },
			'the page of what is open to a supporter': { path: '/', cookie: supporter, holds: `/people/${person}/plan` },
			'an opened plan, seen by a supporter': { path: `/people/${person}/plan`, cookie: supporter, holds: '/outcomes/' },
		}
		const figures: Figure[] = [
			{
				name: 'signing in with a secret',
				measured: signing,
				unit: 'ms',
				note: `two forms and the home page, ${processor.toFixed(0)} ms of processor; the slow hash alone ${hashing.toFixed(0)} ms`,
			},
		]
		for (const [name, { path, cookie, holds }] of Object.entries(pages)) {
			figures.push({
				name,
				measured: await middle(() => page(`${server.url}${path}`, cookie, holds)),
				unit: 'ms',
				note: 'from asking to the last byte',
			})
		}
		return figures
	} finally {
		await server.stop()
	}
}

/** Comes in as a browser does; answers the cookie of the session. */
async function signIn(url: string): Promise<string> {
	const form = await fetch(`${url}/sign-in`)
	const csrf = /name="csrf" value="([\w-]+)"/.exec(await form.text())?.[1] ?? ''
	const answer = await fetch(`${url}/sign-in`, {
		method: 'POST',
		body: new URLSearchParams({ csrf, name: signInName, secret }),
		headers: { cookie: cookiesOf(form) },
		redirect: 'manual',
	})
	if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`)
	const cookie = cookiesOf(answer)
	await page(`${url}/`, cookie, '/sign-out')
	return cookie
}

async function page(url: string, cookie: string, holds: string): Promise<void> {
	const answer = await fetch(url, { headers: { cookie } })
	const html = await answer.text()
	if (answer.status !== 200 || !html.includes(holds)) throw new Error(`${url} answered ${answer.status}.`)
}

const cookiesOf = (answer: Response): string =>
	answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ')

/** The middle of many runs, in milliseconds. */
async function middle(work: () => Promise<unknown>): Promise<number> {
	const taken: number[] = []
	for (let run = 0; run < runs; run++) {
		const began = performance.now()
		await work()
		taken.push(performance.now() - began)
	}
	return median(taken)
}
