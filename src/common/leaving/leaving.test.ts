/** Leaving: what goes, what stays and for whom, and that nothing of the one who left is found anywhere. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { plantThing } from '../../../test/access/things.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { chainedFile } from '../../platform/chained-file.ts'
import { newId } from '../../platform/database/values.ts'
import { anchorHeads, verifyRecord } from '../access-record/index.ts'
import { columnsOfPeople, findCanaries, ofTheService, plantCanaries } from './canaries.test-tools.ts'
import { eraseAgain } from './index.ts'

const place = await openPlace()
const { underneath } = place
const area = idOf('Rivermouth')
const folder = await mkdtemp(join(tmpdir(), 'alongside-leaving-'))
after(() => rm(folder, { recursive: true, force: true }))
const anchors = chainedFile(join(folder, 'heads'))

/** Leaves as they would: shows that it is them, reads the page, presses once. */
async function leaves(browser: Browser) {
	await browser.get('/account/sure?to=/account/leave')
	assert.equal((await browser.post('/account/sure', { to: '/account/leave' })).location, '/account/leave')
	const page = await browser.get('/account/leave')
	assert.match(page.html, /Leave, and delete what is mine/)
	return browser.post('/account/leave')
}

/** What every page shows that this browser can come to by links, from home on. */
async function everyPageOf(browser: Browser): Promise<Map<string, string>> {
	const pages = new Map<string, string>()
	const queue = ['/', '/account', '/account/with-those-who-left', '/account/contacts', '/demo', '/demo/outbox']
	for (const path of queue) {
		if (pages.has(path)) continue
		const { html, raw } = await browser.get(path)
		pages.set(path, html)
		if (!String(raw.headers['content-type']).includes('html')) continue
		for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)"/g)) {
			const to = href.replaceAll('&amp;', '&')
			if (
				!/^\/(assets|sign-out|take-with-you\/(file|everything|packet)|people\/[\w-]+\/files)/.test(to) &&
				queue.length < 150
			)
				queue.push(to)
		}
	}
	return pages
}

async function exportOf(browser: Browser): Promise<string> {
	await browser.get('/account/sure?to=/take-with-you/file')
	await browser.post('/account/sure', { to: '/take-with-you/file' })
	return (await browser.get('/take-with-you/file')).html + (await browser.get('/take-with-you/everything')).html
}

/** Rows of every kind that the demonstration has no example of for this one. */
async function plantRows(account: string) {
	const lead = idOf('ruth')
	const rows: [table: string, columns: string, values: string][] = [
		[
			'identity_provider',
			'area_id, id, name, issuer, client_id, secret',
			`$1, $1, 'Them', 'https://sign-in.example', 'x', 'x'`,
		],
		[
			'identity',
			'area_id, account_id, provider_id, issuer, subject, acr, amr',
			`$1, $2, $1, $3::text, $3::text, 'a', 'b'`,
		],
		[
			'passkey',
			'area_id, id, account_id, name, credential_id, public_key, counter, handle, transports',
			`$1, $3, $2, 'A phone', decode(md5($3::text), 'hex'), 'x', 0, sha256('x'), 'internal'`,
		],
		[
			'secret',
			'area_id, account_id, sign_in_name, hash',
			`$1, $2, 'owl-oak-' || 100 + (select count(*) from secret), 'x'`,
		],
		[
			'contact',
			'area_id, id, account_id, kind, value, locale, confirmed_at',
			`$1, $3, $2, 'text', $3::text, 'en', now()`,
		],
		[
			'message',
			'area_id, id, account_id, contact_id, kind, channel, locale, address',
			`$1, $3, $2, $3, 'code', 'text', 'en', 'x'`,
		],
		['draft', 'area_id, account_id, form, about_id, fields, once', `$1, $2, 'proof', $3, '{}', $3`],
		['sign_in_event', 'area_id, account_id, kind, device_label', `$1, $2, 'came_in', $3::text`],
		[
			'shown_by_role',
			'area_id, id, account_id, reason, set_by_id, ended_by_id, ended_at, ended_reason',
			`$1, $3, $2, 'x', '${lead}', '${lead}', now(), 'x'`,
		],
	]
	for (const [table, columns, values] of rows) {
		const filled = values
			.replaceAll('$1', `'${area}'::uuid`)
			.replaceAll('$2', `'${account}'::uuid`)
			.replaceAll('$3', `'${newId()}'::uuid`)
		await underneath(`insert into ${table} (${columns}) values (${filled}) on conflict do nothing`)
	}
}

/** Everyone who leaves in these proofs: what they are, and how the story calls them. */
const leaving = ['linda', 'hannah', 'pat', 'ann'] as const
const keys = { linda: 'supporter', hannah: 'hannah', pat: 'pat', ann: 'person' } as const
const others = ['practitioner', 'other-person', 'tom', 'kayleigh', 'yusuf', 'mary', 'partner', 'lead', 'ewa'] as const
const planted = new Set<string>()
const browsers = new Map<string, Browser>()
/** Words that the one whose plan they stand in has said yes to: they are theirs too, and stay. */
let saidYesTo: string[] = []
const withoutThose = (text: string): string => saidYesTo.reduce((rest, words) => rest.replaceAll(words, ''), text)

before(async () => {
	await plantThing(underneath, 'ann')
	await plantThing(underneath, 'tom')
	const thing = await plantThing(underneath, 'ann')
	// Ann is asked and answers, says why she set something aside, and Linda has answered a question of hers.
	await underneath(
		`update contribution_request set answer = 'declined', answer_words = 'x', answered_at = now() where id = $1`,
		[thing.practitioner.request],
	)
	const turn = `insert into turn (area_id, id, outcome_id, scope_id, kind, why, in_the_way, whose_job, author_id) select area_id, $1, id, scope_id,
		'cannot_be_done_now', 'x', 'x', 'x', $2::uuid from outcome where id = $3`
	await underneath(turn, [newId(), idOf('ann'), thing.outcome])
	await underneath(turn, [newId(), idOf('hannah'), idOf('tom/work')])
	await underneath(
		`insert into record_answer (area_id, id, question_id, person_id, asked_of_id, author_id, words)
			select area_id, $1, id, person_id, asked_of_id, $2::uuid, 'x' from record_question
			where person_id <> $2::uuid and area_id = $3 limit 1`,
		[newId(), idOf('ann'), area],
	)
	// What stands beside Tom's story is Hannah's, from when she worked with him.
	await underneath('update story_beside set author_id = $1 where person_id = $2', [idOf('hannah'), idOf('tom')])
	// Staff leave when their lead has ended their work: Hannah has.
	await underneath(`update standing set ended_at = now() where account_id = $1`, [idOf('hannah')])
	for (const called of leaving) {
		await plantRows(idOf(called))
		const browser = await place.as(keys[called])
		await browser.get('/')
		browsers.set(called, browser)
		for (const column of await plantCanaries(underneath, idOf(called), called)) planted.add(column)
		// Others who wrote in their plan wrote their name as well.
		const [{ name } = { name: '' }] = await underneath<{ name: string }>('select name from account where id = $1', [
			idOf(called),
		])
		await underneath(
			`update difference d set reason = 'I told ' || $2::text || ' so' from outcome o where o.id = d.outcome_id and o.person_id = $1 and d.author_id <> $1`,
			[idOf(called), name],
		)
	}
	saidYesTo = (
		await underneath<{ words: string }>(
			`select w.words from wording w join outcome o on o.id = w.outcome_id join agreement a on a.wording_id = w.id
			where w.author_id = $1 and o.person_id <> $1 and a.account_id = o.person_id and a.withdrawn_at is null`,
			[idOf('hannah')],
		)
	).map(({ words }) => words)
	await anchorHeads(place.system, anchors)
})

describe('before anybody leaves', () => {
	it('a canary stands in every column that can hold somebody’s words', async () => {
		assert.deepEqual([...planted].sort(), (await columnsOfPeople(underneath)).sort())
		assert((await findCanaries(underneath)).length > 60)
		for (const table of ofTheService) {
			const [{ says } = { says: '' }] = await underneath<{ says: string }>(
				`select obj_description($1::regclass, 'pg_class') as says`,
				[table],
			)
			assert.match(says, /; leaving: kept, /, `${table}: whatever no canary is planted in is kept, and says why`)
		}
	})

	it('staff are told that their work ends first, and nothing of them goes', async () => {
		const priya = await place.as('practitioner')
		const page = await priya.get('/account/leave')
		assert.match(page.html, /Your lead ends your work first/)
		assert.doesNotMatch(page.html, /Leave, and delete/)
		assert.equal((await priya.post('/account/leave')).status, 404)
		await assert.rejects(
			place.acting('practitioner', (tx) => tx.selectNoFrom((eb) => eb.fn('leave_alongside').as('at')).execute()),
			{ code: '42501' },
		)
	})

	it('nobody leaves who has not just shown that it is them', async () => {
		const grzegorz = await place.as('grzegorz')
		const page = await grzegorz.get('/account/leave')
		assert.doesNotMatch(page.html, /Leave, and delete what is mine/)
		assert.equal((await grzegorz.post('/account/leave')).location, '/account/sure?to=/account/leave&by=more')
		assert.equal((await grzegorz.get('/')).status, 200)
	})

	it('when the list cannot be written, nobody leaves and nothing has gone', async () => {
		const { erasures } = place
		const add = erasures.add
		const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
		erasures.add = async () => {
			throw full
		}
		const sophie = await place.as('sophie')
		await sophie.get('/')
		assert.equal((await leaves(sophie)).status, 500)
		erasures.add = add
		assert.match((await sophie.get('/')).html, /Sophie-Louise/)
	})
})

for (const called of leaving) {
	describe(`${called} leaves`, () => {
		let answer: Awaited<ReturnType<typeof leaves>>
		before(async () => {
			const browser = browsers.get(called)
			assert(browser)
			answer = await leaves(browser)
		})

		it('is signed out everywhere, the browser forgets, and a page says that it is done', async () => {
			assert.equal(answer.status, 303)
			assert.equal(answer.location, '/left')
			assert.equal(answer.raw.headers['clear-site-data'], '"cache", "storage", "cookies"')
			const browser = browsers.get(called)
			assert.equal(browser?.cookies.has('__Host-session'), false)
			assert.match((await browser?.get('/left'))?.html ?? '', /It is done\. What was yours is deleted\./)
			assert.equal((await underneath('select from session where account_id = $1', [idOf(called)])).length, 0)
			await assert.rejects(place.as(keys[called]), /answered 404/)
		})

		it('stands in no table of any schema', async () => {
			const found = await findCanaries(underneath, called)
			assert.deepEqual(
				found.filter(({ table, row }) => table !== 'public.wording' || /kanari/.test(withoutThose(row))),
				[],
			)
		})

		it('is a row without a name, so that the chains of the record hold', async () => {
			assert.deepEqual(
				await underneath(
					'select name, left_at = created_at as only_then, closed_at is not null as closed from account where id = $1',
					[idOf(called)],
				),
				[{ name: '', only_then: true, closed: true }],
			)
			assert.deepEqual((await verifyRecord(place.system, anchors)).problems, [])
		})

		it('stands on the list outside the database, as ids and a time', async () => {
			const all: unknown[] = []
			for await (const one of place.erasures.all()) all.push(one)
			const [row] = await underneath<{ left_at: Date }>('select left_at from account where id = $1', [idOf(called)])
			assert.deepEqual(all.at(-1), { area, account: idOf(called), at: row?.left_at.toISOString() })
		})
	})
}

describe('after all have left', () => {
	it('no page and no copy of anybody else says anything of them', async () => {
		for (const key of others) {
			const browser = await place.as(key)
			for (const [path, html] of await everyPageOf(browser)) {
				assert.doesNotMatch(withoutThose(html), /kanari/i, `${key} ${path}`)
				assert.doesNotMatch(html, /undefined|<bdi><\/bdi>/, `${key} ${path} says who it was`)
			}
			assert.doesNotMatch(withoutThose(await exportOf(browser)), /kanari/i, key)
		}
	})

	it('what others wrote is theirs to read, without the name, and nobody else’s', async () => {
		const priya = await place.as('practitioner')
		const { html } = await priya.get('/account/with-those-who-left')
		assert.match(html, /With someone who has left/)
		assert.match(html, /I told … so/)
		assert(!html.includes(idOf('ann')))
		const callum = await place.as('other-practitioner')
		assert.match((await callum.get('/account/with-those-who-left')).html, /There is nothing here/)
		assert.match(await exportOf(priya), /I told … so/)
		assert.equal((await priya.get(`/people/${idOf('ann')}/plan`)).status, 404)
		assert.equal((await priya.get(`/people/${idOf('ann')}`)).status, 404)
	})

	it('a plan that lost its practitioner stays whole for its person: what they said yes to, who was there', async () => {
		const tom = await place.as('tom')
		const work = await tom.get(`/people/${idOf('tom')}/plan/outcomes/${idOf('tom/work')}`)
		assert.equal(work.status, 200)
		assert.match(work.html, /Someone who has left/)
		assert(saidYesTo.length > 0)
		assert.match((await tom.get(`/people/${idOf('tom')}`)).html, /Someone who has left worked with you from/)
		assert.match(
			(await tom.get(`/people/${idOf('tom')}/record`)).html,
			/Someone who has left took their own words with them\./,
		)
	})

	it('nothing that had ended with them has opened again', async () => {
		const bilal = await place.as('partner')
		assert.equal((await bilal.get(`/people/${idOf('tom')}/plan/outcomes/${idOf('tom/work')}`)).status, 404)
	})

	it('of two presses at once one leaves, and the other is nobody’s', async () => {
		const both = [await place.as('grzegorz'), await place.as('grzegorz')]
		for (const browser of both) {
			await browser.get('/account/sure')
			await browser.post('/account/sure', { to: '/account/leave' })
			await browser.get('/account/leave')
		}
		const answers = await Promise.all(both.map((browser) => browser.post('/account/leave')))
		assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 401])
	})

	it('leaving again, or what was on its way meanwhile, is nobody’s act', async () => {
		const late = { form: 'late', about_id: idOf('ann'), account_id: idOf('ann'), fields: {}, once: newId() }
		await assert.rejects(
			place.acting('person', (tx) =>
				tx
					.insertInto('draft')
					.values({ area_id: area, ...late })
					.execute(),
			),
			{ name: 'NotSignedIn' },
		)
		assert.equal((await underneath(`select from draft where form = 'late'`)).length, 0)
		assert.equal(await eraseAgain(place.system, place.erasures), 0)
	})
})
