import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import { type Browser, openPlace } from '../support/place.ts'
import { givenBack, kept, refused, shown, unreadable } from './support/corpus.ts'
import { agree, ann, at, flat, priya, propose, shareThrough } from './support/plan.ts'
import { assertPlainPage, read, times } from './support/reading.ts'
import { rowCounts } from './support/rows.ts'

const place = await openPlace()
const person = await place.as('person')
const practitioner = await place.as('practitioner')
const proposePath = routes.plan.propose.href({ person: ann })

const request = await (async () => {
	const path = routes.contribution.ask.href(flat)
	return shareThrough(practitioner, path, { askedOf: ann, kind: 'time', words: 'A word about the letters.' })
})()

describe('every field of every form, and every page that shows it', () => {
	for (const { called, text } of shown) {
		test(`keeps ${called} exactly`, async () => {
			const words = kept(text)
			const outcome = await shareThrough(person, proposePath, { words: text })
			const here = at(outcome)
			const to = routes.outcome
			const bring = routes.contribution

			await shareThrough(practitioner, to.otherWords.href(here), { words: text, after: '1' })
			const stored = await place.underneath<{ words: string; hash: string }>(
				`select words, encode(words_hash, 'hex') as hash from wording where outcome_id = $1`,
				[outcome],
			)
			const hash = createHash('sha256').update(words).digest('hex')
			assert.deepEqual(stored, [
				{ words, hash },
				{ words, hash },
			])
			await agree(person, outcome)
			await agree(practitioner, outcome)
			await shareThrough(person, to.seeDifferently.href(here), { reason: text })
			await shareThrough(practitioner, bring.bring.href(here), { kind: 'time', words: text })
			const asked = await shareThrough(person, bring.ask.href(here), { askedOf: priya, kind: 'skill', words: text })
			const answerPath = bring.answer.href({ ...here, request: asked })
			assert.equal(times((await practitioner.get(answerPath)).html, words), 1, 'the question stands above its answer')
			await shareThrough(practitioner, answerPath, { answer: 'differently', words: text })
			const other = await shareThrough(practitioner, bring.ask.href(here), { askedOf: ann, kind: 'room', words: text })
			await shareThrough(person, bring.answer.href({ ...here, request: other }), { answer: 'declined', why: text })
			const cannot = { kind: 'cannot_be_done_now', inTheWay: text, whoseJob: text }
			await shareThrough(practitioner, to.turn.href(here), cannot)
			await shareThrough(person, to.turn.href(here), { kind: 'taken_up_again' })
			const inThePlan = async (reader: Browser) =>
				read((await reader.get(routes.plan.show.href({ person: ann }))).html).own.filter((one) => one.endsWith(words))
			for (const reader of [person, practitioner]) {
				const own = await inThePlan(reader)
				// words, difference, two promises
				assert.equal(own.filter((one) => one === words).length, 4, 'in the plan')
				assert(own.includes(`: ${words}`), 'in the link for those who listen')
			}
			await shareThrough(person, to.turn.href(here), { kind: 'set_aside', why: text })

			for (const reader of [person, practitioner]) {
				const outcomePage = (await reader.get(to.show.href(here))).html
				// words, difference, two promises, two questions, two answers, why
				assert.equal(times(outcomePage, words), 9, 'on the page of the outcome')
				const history = (await reader.get(to.history.href(here))).html
				// two wordings, two agreements, a difference, in the way, whose job, why, two promises, two questions, two answers
				assert.equal(times(history, words), 14, 'in the history')
				assert((await inThePlan(reader)).includes(words), 'among what is set aside')
				for (const form of [to.otherWords, to.seeDifferently]) {
					assert.equal(times((await reader.get(form.href(here))).html, words), 1, 'beside the form')
				}
			}
			assert(times((await practitioner.get('/')).html, words) >= 1, 'among what the practitioner has promised')
			// At rest, out of the way of the next ones.
			await place.underneath('update contribution set done_at = now() where outcome_id = $1', [outcome])
		})

		test(`keeps ${called} in a draft, and shows it when the form must be put right`, async () => {
			const exactly = text.replace(/\r\n?/g, '\n')
			const path = routes.contribution.bring.href(flat)
			const { status } = await person.post(path, { step: 'later', kind: 'time', words: text, byDay: '' })
			assert.equal(status, 303)
			assert.equal(read((await person.get(path)).html).fields.words, exactly)
			const again = await person.post(path, { step: 'check', kind: '', words: text, byDay: text })
			assertPlainPage(again, [422], 'no kind and no day')
			assert.equal(read(again.html).fields.words, exactly)
			assert.equal(read(again.html).fields.byDay, exactly.includes('\n') ? read(again.html).fields.byDay : exactly)
			await person.post(path, { step: 'throw-away' })
		})
	}
})

const [toCome] = await place.underneath<{ id: string }>(
	'select id from review where person_id = $1 and held_at is null and set_aside_at is null',
	[ann],
)
const spring = { person: ann, sitting: idOf('ann/sitting/spring'), life: idOf('ann/now/work') }
const preparePath = routes.reviews.prepare.href({ person: ann, review: toCome?.id ?? '' })
const turnPath = routes.outcome.turn.href(flat)
const answerPath = routes.contribution.answer.href({ ...flat, request })
const fields: readonly { path: string; name: string; rest?: Record<string, string>; mayBeEmpty?: true }[] = [
	{ path: proposePath, name: 'words' },
	{ path: routes.outcome.otherWords.href(flat), name: 'words', rest: { after: '1' } },
	{ path: routes.outcome.seeDifferently.href(flat), name: 'reason' },
	{ path: turnPath, name: 'why', rest: { kind: 'set_aside' } },
	{ path: turnPath, name: 'inTheWay', rest: { kind: 'cannot_be_done_now', whoseJob: 'The council’s job.' } },
	{ path: turnPath, name: 'whoseJob', rest: { kind: 'cannot_be_done_now', inTheWay: 'The waiting list.' } },
	{ path: routes.contribution.bring.href(flat), name: 'words', rest: { kind: 'time' } },
	{ path: routes.contribution.ask.href(flat), name: 'words', rest: { kind: 'time', askedOf: priya } },
	{ path: answerPath, name: 'words', rest: { answer: 'differently' } },
	{ path: answerPath, name: 'why', rest: { answer: 'declined' }, mayBeEmpty: true },
	{ path: routes.step.write.href(flat), name: 'words', rest: { whose: ann } },
	{ path: routes.recognition.giveAbout.href(flat), name: 'words', rest: { to: priya, beginning: 'thanks' } },
	{ path: routes.progress.rate.href(flat), name: 'words', rest: { rating: '5' }, mayBeEmpty: true },
	{ path: routes.progress.anchors.href(flat), name: 'at5', rest: { at0: 'The list.' }, mayBeEmpty: true },
	{ path: preparePath, name: 'good', rest: { hard: 'The wait.' }, mayBeEmpty: true },
	{ path: routes.hope.rate.href({ person: ann }), name: 'words', rest: { rating: '5' }, mayBeEmpty: true },
	{ path: routes.hope.write.href({ person: ann }), name: 'words', rest: { beside: 'nothing' } },
	{ path: routes.story.write.href({ person: ann }), name: 'words' },
	{ path: routes.newPiece.value.href({ person: ann }), name: 'words', rest: { sort: 'hope' } },
	{ path: routes.story.calm.href({ person: ann }), name: 'calms', mayBeEmpty: true },
	{ path: routes.now.well.href(spring), name: 'words' },
	{ path: routes.now.way.href(spring), name: 'words', rest: { place: 'world' } },
	{ path: routes.measures.happy.href({ person: ann }), name: 'words', rest: { answer: '4' }, mayBeEmpty: true },
	{ path: routes.opportunities.write.href({ person: ann }), name: 'words', rest: { kind: 'job' } },
	{
		path: routes.opportunities.write.href({ person: ann }),
		name: 'meaning',
		rest: { kind: 'job', words: 'A boat' },
		mayBeEmpty: true,
	},
]

/** How many rows there are of everything but drafts, which keep what is to be put right. */
async function shared(): Promise<Record<string, number>> {
	const { draft: _, ...others } = await rowCounts(place.underneath)
	return others
}

describe('what cannot be kept', () => {
	for (const { called, text } of refused) {
		test(`refuses ${called} in one sentence and gives it back`, async () => {
			const before = await shared()
			for (const { path, name, rest, mayBeEmpty } of fields) {
				// Where nothing need stand, nothing to see is nothing.
				if (mayBeEmpty && !/[\p{L}\p{N}]/u.test(text)) continue
				for (const step of ['check', 'share', ...(text.includes('\0') ? ['later'] : [])]) {
					const answer = await person.post(path, { ...rest, step, once: newId(), [name]: text })
					const what = `${path} ${name} ${step}`
					assertPlainPage(answer, [422], what)
					const page = read(answer.html)
					assert.equal(page.errors.length, 1, `${what}: one sentence`)
					assert.match(page.errors[0] ?? '', /^[A-Z][^.]*(?:\.[^.]*\.)?[^.]*\.?$/, `${what}: a sentence`)
					assert(page.fields[name] === givenBack(text), `${what}: given back`)
				}
			}
			assert.deepEqual(await shared(), before, 'and nothing was shared')
		})
	}

	for (const { called, value } of unreadable) {
		test(`refuses bytes that are no text: ${called}`, async () => {
			const before = await rowCounts(place.underneath)
			const { csrf = '' } = read((await person.get(proposePath)).html).fields
			for (const { path, name, rest } of fields) {
				for (const step of ['check', 'share', 'later']) {
					const form = new URLSearchParams({ csrf, ...rest, step, once: newId() })
					const payload = Buffer.concat([Buffer.from(`${form}&${name}=`), Buffer.from(value)])
					const answer = await postBytes(path, payload)
					const what = `${path} ${name} ${step}`
					assert([400, 422].includes(answer.statusCode), `${what}: ${answer.statusCode} instead of 400 or 422`)
				}
			}
			assert.deepEqual(await rowCounts(place.underneath), before, 'and nothing was stored')
		})
	}

	test('a draft that cannot be kept is not said to be kept', async () => {
		const post = (words: string) => person.post(proposePath, { words }, { 'x-draft': '1' })
		assert.equal((await post('A dog, one day.')).status, 204)
		for (const words of ['a\0b', 'x'.repeat(100_000)]) {
			const { status } = await post(words)
			const draft = read((await person.get(proposePath)).html).fields.words
			assert(status >= 400 || draft === words, `answered ${status}, and holds ${draft?.slice(0, 20)}`)
		}
		await person.post(proposePath, { step: 'throw-away' })
	})

	test('a form that is too large is refused on a plain page', async () => {
		const before = await rowCounts(place.underneath)
		for (const path of [proposePath, routes.words.href(), routes.demo.signIn.href(), routes.signOut.href()]) {
			const answer = await person.post(path, { words: 'x'.repeat(1_100_000), step: 'share' })
			assertPlainPage(answer, [413], path)
		}
		assert.deepEqual(await rowCounts(place.underneath), before)
	})
})

describe('fields that nobody types into', () => {
	const all = [...shown, ...refused.filter(({ text }) => text.length < 50_000)]
	const days = ['0000-01-01', '0001-01-01', '9999-12-31', '2027-02-30', '99999-01-01', '1/1/0000', '-1', '2027-1-1']

	test('choices take nothing but what was offered', async () => {
		const before = await rowCounts(place.underneath)
		const words = 'Some words.'
		const choices: [string, string, Record<string, string>][] = [
			[turnPath, 'kind', { why: words }],
			[routes.contribution.bring.href(flat), 'kind', { words }],
			[routes.contribution.bring.href(flat), 'byDay', { kind: 'time', words }],
			[routes.contribution.ask.href(flat), 'kind', { words, askedOf: priya }],
			[routes.contribution.ask.href(flat), 'askedOf', { words, kind: 'time' }],
			[answerPath, 'answer', { words }],
			[answerPath, 'byDay', { answer: 'accepted' }],
			[routes.outcome.otherWords.href(flat), 'after', { words }],
		]
		for (const { called, text } of all) {
			for (const [path, name, rest] of choices) {
				if ((name === 'byDay' && text.trim() === '') || (name === 'after' && text === '0')) continue
				const answer = await person.post(path, { ...rest, [name]: text, step: 'share', once: newId() })
				assertPlainPage(answer, [422], `${called} as ${name}`)
			}
		}
		assert.deepEqual(await rowCounts(place.underneath), before)
	})

	for (const day of days) {
		test(`the day ${day} is kept or refused`, async () => {
			const path = routes.contribution.bring.href(flat)
			const answer = await person.post(path, {
				kind: 'time',
				words: 'A day.',
				byDay: day,
				step: 'share',
				once: newId(),
			})
			assert([303, 422].includes(answer.status), String(answer.status))
			assert.equal((await person.get(routes.outcome.show.href(flat))).status, 200)
			assert.equal((await person.get('/')).status, 200)
		})
	}

	for (const { called, text } of all) {
		test(`${called} as key, step, token, account, locale, way back or hash`, async () => {
			const words = 'Some other words.'
			const named = { words, step: 'share' }
			const isFine = async (field: string, expected: number[], answer: Promise<{ status: number }>) => {
				const { status } = await answer
				assert(expected.includes(status), `${field}: ${status} instead of ${expected.join(' or ')}`)
			}
			await isFine('once', [303, 400, 422], person.post(proposePath, { ...named, once: text }))
			await isFine('step', [303, 400, 422], person.post(proposePath, { words, step: text }))
			await isFine('csrf', [403], person.post(proposePath, { ...named, csrf: text }))
			await isFine('account', [400, 404], place.anonymous().post(routes.demo.signIn.href(), { account: text }))
			await isFine('locale', [303], place.anonymous().post(routes.words.href(), { locale: text, back: '/' }))
			const back = await place.anonymous().post(routes.words.href(), { locale: 'en', back: text })
			assert.equal(back.status, 303)
			assert.match(back.location ?? '', /^\/(?!\/)/, 'back to a path of our own')
			const wrong = { wording: text, hash: text }
			await isFine('hash', [400, 409], person.post(routes.outcome.agree.href(flat), wrong))
			await isFine(
				'draft',
				[204, 400, 422],
				person.post(proposePath, { words: text }, { 'x-draft': text.slice(0, 1) && '1' }),
			)
			await person.post(proposePath, { step: 'throw-away' })
		})
	}

	test('a key that is taken makes nothing, and the words are not lost', async () => {
		const taken = await propose(person, 'The first words.')
		const answer = await person.post(proposePath, { words: 'Quite other words.', step: 'share', once: taken })
		const draft = read((await person.get(proposePath)).html).fields.words
		const rows = await place.underneath('select from wording where words = $1', ['Quite other words.'])
		const safe = rows.length === 1 || draft === 'Quite other words.' || answer.html.includes('Quite other words.')
		assert(safe, `answered ${answer.status}, and the words are gone`)
	})
})

const postBytes = (url: string, payload: Buffer) =>
	place.app.inject({
		method: 'POST',
		url,
		payload,
		headers: {
			cookie: [...person.cookies].map((pair) => pair.join('=')).join('; '),
			'content-type': 'application/x-www-form-urlencoded',
		},
	})
