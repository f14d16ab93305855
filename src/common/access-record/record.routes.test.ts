import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf } from '../../../demo/demonstration.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { kinds, recordOfQuestion } from './access-record.queries.ts'
import { sentenceOf } from './entry.tsx'
import { entryId } from './record.ts'

const place = await openPlace()
const [ann, priya, tom, mary, area] = ['ann', 'priya', 'tom', 'mary', 'Rivermouth'].map(idOf) as [
	string,
	...string[],
] as [string, string, string, string, string]
const recordOf = (person: string) => routes.record.show.href({ person })
/** A page as somebody would read it: without its marks. */
const read = async (browser: Browser, path: string) =>
	(await browser.get(path)).html
		.replace(/<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.replaceAll('&amp;', '&')

/** Writes entries past everything, as looks of somebody's, a minute after each other. */
async function looked(person: string, by: string, what: string, from: string, times = 1): Promise<void> {
	await place.underneath(
		`select append_access_entry($1, $2, $3, 'looked', $4, $5, $6::timestamptz + n * interval '1 minute')
			from generate_series(1, $7::integer) n`,
		[area, person, by, what, newId(), from, times],
	)
}

const newest = async (person: string, where = 'true') =>
	(
		await place.underneath<{ number: number; act: string; what: string; by: string; thing: string }>(
			`select number::integer as number, act, what, by_id as by, thing_id as thing from access_entry
				where person_id = $1 and ${where} order by number desc limit 1`,
			[person],
		)
	)[0]

describe('the record of access', () => {
	it('tells who looked, which day and at what, in a sentence', async () => {
		await (await place.as('practitioner')).get(routes.plan.show.href({ person: ann }))
		const page = await read(await place.as('person'), recordOf(ann))
		assert.match(page, /Priya Raman looked at your plan\./)
		assert.match(
			page,
			new RegExp(new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format()),
		)
		assert.match(page, /A flat of my own, with a door I can lock\./, 'and the words of the thing itself')
	})

	it('tells the same look of one day once, with how often', async () => {
		const thing = newId()
		for (let times = 0; times < 3; times++) {
			await place.underneath(`select append_access_entry($1, $2, $3, 'looked', 'turn', $4, now())`, [
				area,
				ann,
				priya,
				thing,
			])
		}
		const page = await read(await place.as('person'), recordOf(ann))
		assert.equal(page.match(/looked at how something in your plan goes\. 3 times/g)?.length, 1)
	})

	it('keeps what the person did themselves on a page of its own', async () => {
		const browser = await place.as('person')
		const others = await read(browser, recordOf(ann))
		assert.doesNotMatch(others, /You (looked at this|put something)/)
		const own = await read(browser, routes.record.own.href({ person: ann }))
		assert.match(own, /You looked at this record\./)
		assert.match(own, /You put something into the plan\./)
		assert.doesNotMatch(own, /Priya Raman looked/)
	})

	it('is there for nobody else, and not in any other area', async () => {
		for (const key of ['practitioner', 'lead', 'supporter', 'other-person', 'person-elsewhere'] as const) {
			const browser = await place.as(key)
			for (const route of [routes.record.show, routes.record.own]) {
				assert.equal((await browser.get(route.href({ person: ann }))).status, 404, key)
			}
		}
	})

	it('is itself recorded, in the same transaction, or not shown', async () => {
		const browser = await place.as('person')
		for (const route of [routes.record.show, routes.record.own]) {
			const before = (await newest(ann))?.number ?? 0
			await browser.get(route.href({ person: ann }))
			assert.deepEqual(await newest(ann), { number: before + 1, act: 'looked', what: 'record', by: ann, thing: ann })
		}
		await place.underneath(`alter table access_entry add constraint closed check (what <> 'record') not valid`)
		try {
			const answer = await browser.get(recordOf(ann))
			assert.equal(answer.status, 500)
			assert.doesNotMatch(answer.html, /Priya/)
		} finally {
			await place.underneath('alter table access_entry drop constraint closed')
		}
	})

	it('misses nobody: also who is no longer known to the person is told by name', async () => {
		await looked(ann, idOf('linda'), 'plan', '2026-01-03T10:00Z')
		await looked(ann, idOf('hannah'), 'plan', '2026-01-03T11:00Z')
		await looked(ann, idOf('bilal'), 'plan', '2026-01-03T12:00Z')
		const page = await read(await place.as('person'), recordOf(ann))
		for (const name of [
			'Linda Kerr',
			'Hannah Lindqvist \\(works for the service\\)',
			'Bilal Hussain \\(a partner\\)',
		]) {
			assert.match(page, new RegExp(`${name} looked at your plan\\.`))
		}
		assert.match(await read(await place.as('tom'), recordOf(tom)), /Hannah Lindqvist \(worked with you\) looked/)
	})

	it('tells of staff in danger by role, as a lead has set it, and by name once it has ended', async () => {
		const browser = await place.as('mary')
		const page = await read(browser, recordOf(mary))
		assert.match(page, /Your practitioner looked at your plan\./)
		assert.doesNotMatch(page, /Delroy/)
		await place.acting('lead', (tx) =>
			tx
				.updateTable('shown_by_role')
				.set(({ fn }) => ({ ended_at: fn<Date>('now'), ended_by_id: tx.account }))
				.where('area_id', '=', tx.area)
				.where('account_id', '=', idOf('delroy'))
				.execute(),
		)
		assert.match(await read(browser, recordOf(mary)), /Delroy Francis looked at your plan\./)
	})

	it('goes on by whole days, and every entry is told on one page or another', async () => {
		await looked(tom, idOf('ewa'), 'plan', '2025-02-01T09:00Z', 60)
		await looked(tom, idOf('ewa'), 'outcome', '2025-02-02T09:00Z', 60)
		await looked(tom, idOf('ewa'), 'turn', '2025-02-03T09:00Z', 130)
		const browser = await place.as('tom')
		let [path, told, pages] = [recordOf(tom), '', 0]
		for (; path && pages < 20; pages++) {
			const { html } = await browser.get(path)
			told += html
			path = html.match(/href="([^"]+\?before=\d+)"/)?.[1] ?? ''
		}
		assert.ok(pages >= 3)
		assert.equal(told.match(/looked at your plan\.<\/bdi><\/span><span class="quiet"> 60 times/g)?.length, 1)
		assert.equal(told.match(/something in your plan\.<\/bdi><\/span><span class="quiet"> 60 times/g)?.length, 1)
		const turns = [
			...told.matchAll(/how something in your plan goes\.<\/bdi><\/span><span class="quiet"> (\d+) times/g),
		]
		assert.equal(
			turns.reduce((sum, [, times]) => sum + Number(times), 0),
			130,
			'a day too long for a page is cut',
		)
	})

	it('answers whatever stands in the address with the newest page', async () => {
		const browser = await place.as('person')
		for (const before of ['0', '-1', 'x', '1e3', '9'.repeat(40), '%00', '1&before=2']) {
			const { status } = await browser.get(`${recordOf(ann)}?before=${before}`)
			assert.equal(status, before === '%00' ? 400 : 200, before)
		}
	})

	it('tells a kind that we have no words for all the same', async () => {
		await looked(ann, priya, 'tomorrows_part', '2025-01-01T10:00Z')
		assert.match(await read(await place.as('person'), recordOf(ann)), /Priya Raman looked at something of yours\./)
	})
})

describe('the sentences of the record', () => {
	it('are there for each kind, to each reader', () => {
		const who = { id: priya, name: 'Priya', kind: 'my_practitioner' } as const
		for (const voice of ['person', 'own', 'asked', 'lead'] as const) {
			const reader = { locale: 'en', voice } as const
			const said = ['looked', 'changed'].flatMap((act) =>
				kinds.map((what) => sentenceOf({ act: act as 'looked', what, who }, reader)),
			)
			for (const sentence of said) assert.doesNotMatch(sentence, /undefined|of yours|of theirs/, sentence)
			assert.equal(new Set(said).size, said.length, `${voice}: no two kinds read the same`)
		}
	})

	it('are there for everything in the demonstration', async () => {
		const rows = await place.underneath<{ what: string }>('select distinct what from access_entry')
		const unknown = rows.map(({ what }) => what).filter((what) => !kinds.some((kind) => kind === what))
		assert.deepEqual(unknown, ['tomorrows_part'])
	})
})

describe('asking about a look', () => {
	const words = 'Why then? "<b>'
	let question = ''
	const questionOf = () => routes.record.question.href({ person: ann, question })

	it('says who will read it before it is sent', async () => {
		await looked(ann, priya, 'plan', new Date().toISOString())
		const entry = entryId(ann, (await newest(ann))?.number ?? 0)
		const browser = await place.as('person')
		const path = routes.record.ask.href({ person: ann, entry })
		assert.match(
			await read(browser, path),
			/Priya Raman can read this\. The people who lead the service can read it too\./,
		)
		assert.equal((await browser.post(path, { step: 'share', once: newId(), words: ' ' })).status, 422)
		const checked = await browser.post(path, { step: 'check', words })
		assert.match(await read(browser, checked.location ?? ''), /Priya Raman can read this\..*Send it/)
		question = newId()
		for (let presses = 0; presses < 2; presses++) {
			const sent = await browser.post(path, { step: 'share', once: question, words })
			assert.equal(sent.location, `${questionOf()}?done=asked`)
		}
		const rows = await place.underneath('select * from record_question where id = $1', [question])
		assert.equal(rows.length, 1, 'two presses ask once')
		assert.deepEqual(
			{ ...(await newest(ann, `what = 'question' and act = 'changed'`)), number: 0 },
			{ number: 0, act: 'changed', what: 'question', by: ann, thing: question },
		)
		assert.match(await read(browser, recordOf(ann)), /Why then\? .*Nobody has answered yet\./)
	})

	it('is not there for what is one’s own, or in anybody else’s record', async () => {
		const own = (await newest(ann, 'by_id = person_id'))?.number ?? 0
		const theirs = (await newest(ann, 'by_id <> person_id'))?.number ?? 0
		const ask = (person: string, entry: string) => routes.record.ask.href({ person, entry })
		const browser = await place.as('person')
		assert.equal((await browser.get(ask(ann, entryId(ann, own)))).status, 404)
		assert.equal((await browser.get(ask(ann, entryId(ann, 999_999)))).status, 404)
		assert.equal((await browser.get(ask(ann, entryId(mary, theirs)))).status, 404)
		assert.equal((await browser.get(ask(ann, entryId(ann, theirs)))).status, 200)
		for (const key of ['practitioner', 'lead', 'other-person'] as const) {
			assert.equal((await (await place.as(key)).get(ask(ann, entryId(ann, theirs)))).status, 404, key)
		}
	})

	it('waits on the home of the one who looked and of a lead, and of nobody else', async () => {
		for (const key of ['practitioner', 'lead'] as const) {
			const home = await (await place.as(key)).get('/')
			assert.ok(home.html.includes(questionOf()), key)
			assert.doesNotMatch(home.html, /Why then/, 'a home shows nobody’s words')
		}
		for (const key of ['other-practitioner', 'hannah', 'supporter', 'partner', 'person-elsewhere'] as const) {
			const browser = await place.as(key)
			assert.ok(!(await browser.get('/')).html.includes(question), key)
			assert.equal((await browser.get(questionOf())).status, 404, key)
		}
	})

	it('tells a lead who, when and what kind, and nothing of the content; and records that they looked', async () => {
		const browser = await place.as('lead')
		const page = await read(browser, questionOf())
		assert.match(page, /Ann Kerr asks .* Priya Raman looked at the plan\. .*Why then\?/)
		assert.doesNotMatch(page, /A flat of my own/)
		assert.deepEqual(
			{ ...(await newest(ann)), number: 0 },
			{ number: 0, act: 'looked', what: 'question', by: idOf('ruth'), thing: question },
		)
		assert.match(await read(await place.as('practitioner'), questionOf()), /You looked at the plan\./)
	})

	it('is answered by own hand, and not by the one who asked', async () => {
		const path = routes.record.answer.href({ person: ann, question })
		const asker = await place.as('person')
		assert.equal((await asker.get(path)).status, 404)
		assert.equal((await asker.post(path, { step: 'share', words: 'Because' })).status, 404)
		const once = newId()
		const practitioner = await place.as('practitioner')
		for (let presses = 0; presses < 2; presses++) {
			const sent = await practitioner.post(path, { step: 'share', once, words: 'I had to ring the housing office.' })
			assert.equal(sent.location, `${questionOf()}?done=answered`)
		}
		const rows = await place.underneath<{ author_id: string }>(
			'select author_id from record_answer where question_id = $1',
			[question],
		)
		assert.deepEqual(rows, [{ author_id: priya }])
	})

	it('an answer is something new on the home until the record is read, stands beside its entry, and nothing waits', async () => {
		const browser = await place.as('person')
		assert.match(await read(browser, '/'), /something new for you: an answer to what you asked/)
		const page = await browser.get(recordOf(ann))
		assert.ok(page.html.includes(`href="${questionOf()}"`), 'the way to the new answer')
		assert.match(await read(browser, recordOf(ann)), /Why then\? .*I had to ring the housing office\./)
		assert.doesNotMatch(await read(browser, '/'), /something new/)
		assert.ok(!(await (await place.as('practitioner')).get('/')).html.includes(question))
		assert.ok(!(await (await place.as('lead')).get('/')).html.includes(question))
	})

	it('goes to a supporter too, who need not answer, while the service must', async () => {
		await looked(ann, idOf('linda'), 'plan', new Date().toISOString())
		const browser = await place.as('person')
		const path = routes.record.ask.href({ person: ann, entry: entryId(ann, (await newest(ann))?.number ?? 0) })
		assert.match(await read(browser, path), /Linda Kerr does not have to answer\. The service has to\./)
		const id = newId()
		await browser.post(path, { step: 'share', once: id, words: 'Did you show it to Mum?' })
		const at = routes.record.question.href({ person: ann, question: id })
		const linda = await place.as('supporter')
		assert.ok((await linda.get('/')).html.includes(at))
		assert.match(await read(linda, at), /You may answer\. You do not have to\./)
		assert.match(await read(await place.as('lead'), at), /The service owes Ann Kerr an answer\./)
	})

	it('keeps what was typed, and shares nothing under an id that stands for something else', async () => {
		const browser = await place.as('person')
		const path = routes.record.ask.href({
			person: ann,
			entry: entryId(ann, (await newest(ann, 'by_id <> person_id'))?.number ?? 0),
		})
		const taken = await browser.post(path, { step: 'share', once: question, words: 'Another question' })
		assert.equal(taken.status, 409)
		assert.match(taken.html, /Another question/)
		await browser.post(path, { step: 'later', words: 'Half a question' })
		assert.match(await read(browser, path), /Half a question/)
	})

	it('cannot be recorded by somebody who has nothing to do with it', async () => {
		await assert.rejects(
			place.acting('other-practitioner', async (tx) => recordOfQuestion(tx, question, 'looked')),
			/not yours to record/,
		)
	})
})
