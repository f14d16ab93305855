/** Words that somebody wrote down as they heard them, until the person says whether they are theirs. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import type { Browser } from '../../../test/support/place.ts'
import { routes } from '../../routes.ts'
import {
	type About,
	agreedTogether,
	ann,
	answer,
	forgetTries,
	hannah,
	joseph,
	lastWords,
	nextNumber,
	nothingAgreed,
	person,
	priya,
	proposed,
	secret,
	share,
	text,
	together,
	underneath,
} from './together.test-tools.ts'

/** Priya writes something down for Ann. */
async function writtenDown(words = `Heard, number ${nextNumber()}`) {
	const { pathname, outcome } = await share(priya, routes.plan.writeDown.href({ person }), { words })
	const about = { path: pathname, outcome, words, ...(await lastWords(outcome)) }
	const here = { person, outcome, thing: about.thing }
	return { ...about, own: routes.outcome.ownWords.href(here), disown: routes.outcome.disownWords.href(here) }
}
const agree = (browser: Browser, { outcome, thing, hash }: About) =>
	browser.post(routes.outcome.agree.href({ person, outcome }), { wording: thing, hash })

test('what a practitioner writes down carries their name, and is neither proposed nor agreed by the person', async () => {
	// Nothing else waits for Ann.
	await underneath('update agreement set withdrawn_at = now() where account_id = $1 and withdrawn_at is null', [person])
	await underneath(
		`insert into turn (area_id, id, outcome_id, scope_id, kind, why, author_id)
		select area_id, gen_random_uuid(), id, scope_id, 'set_aside', 'Later', person_id from outcome where person_id = $1`,
		[person],
	)
	await underneath('update contribution_request set taken_back_at = now() where asked_of_id = $1 and answer is null', [
		person,
	])
	const about = await writtenDown()
	const theirs = text(await priya.get(`${about.path}?done=writtenDown`))
	assert(
		theirs.includes('Written down by Priya Raman, in Ann Kerr’s words as Priya Raman heard them. Not confirmed yet.'),
	)
	assert(theirs.includes('Priya Raman wrote this down on') && !theirs.includes('Ann Kerr proposed this'))
	const mine = text(await ann.get(about.path))
	assert(mine.includes('Written down by Priya Raman, in your words as Priya Raman heard them. Not confirmed yet.'))
	assert(mine.includes('Are these your words?') && !mine.includes('I agree to these words'))
	assert((await ann.get('/')).html.includes('Say if these are your words'))
	assert.equal((await agree(ann, about)).status, 409, 'nor by a form of before')
	await agree(priya, about)
	await nothingAgreed(about)
	const record = text(await ann.get(routes.record.show.href({ person })))
	assert(record.includes('wrote down words as they heard you say them.'))
	for (const other of [priya, hannah, joseph]) {
		assert.equal((await other.post(about.own)).status, 404)
		assert.equal((await other.post(about.disown)).status, 404)
	}
})

test('the person says that they are their words; then they proposed them, and can agree', async () => {
	const about = await writtenDown()
	assert.equal((await ann.post(about.own)).location, `${about.path}?done=own`)
	assert.equal((await ann.post(about.own)).location, `${about.path}?done=own`)
	assert.equal((await ann.post(about.disown)).status, 409)
	const mine = text(await ann.get(`${about.path}?done=own`))
	assert(mine.includes('You said that these are your words.') && mine.includes('You proposed this on'))
	assert.match(
		text(await priya.get(about.path)),
		/Written down by Priya Raman\. Ann Kerr said on [^.]+ that these are their words\./,
	)
	assert.equal((await agree(ann, about)).location, `${about.path}?done=agreed`)
	await agree(priya, about)
	assert(text(await priya.get(about.path)).includes('You both agreed to these words.'))
})

test('the person says that they are not; then they are set aside with that said, and the words before stand again', async () => {
	const first = await writtenDown()
	assert.equal((await ann.post(first.disown)).location, `${first.path}?done=notOwn`)
	const page = text(await priya.get(first.path))
	assert(page.includes('Set aside') && page.includes('Ann Kerr said on'))
	assert.equal((await agree(priya, first)).status, 409)
	assert(!(await ann.get('/')).html.includes(first.words))
	const about = await proposed()
	await share(priya, routes.outcome.writeDown.href({ person, outcome: about.outcome }), {
		words: 'Misheard',
		after: '1',
	})
	const heard = await lastWords(about.outcome)
	await ann.post(routes.outcome.disownWords.href({ person, outcome: about.outcome, thing: heard.thing }))
	assert.equal((await agree(ann, about)).location, `${about.path}?done=agreed`, 'the words before stand')
	const other = await share(ann, routes.outcome.otherWords.href({ person, outcome: about.outcome }), {
		words: 'In mine',
		after: '2',
	})
	assert.equal(other.pathname, about.path)
	const history = text(await priya.get(routes.outcome.history.href({ person, outcome: about.outcome })))
	assert(history.includes('Misheard') && history.includes('Ann Kerr said these words are not theirs:'))
})

test('the person changes the words: theirs stand, and the scribe’s stay in the history', async () => {
	const about = await writtenDown()
	const form = await ann.get(routes.outcome.otherWords.href({ person, outcome: about.outcome }))
	assert(form.html.includes(`>${about.words}</textarea>`))
	await share(ann, routes.outcome.otherWords.href({ person, outcome: about.outcome }), {
		words: 'As I say it',
		after: '1',
	})
	const page = await priya.get(about.path)
	assert(page.html.includes('As I say it') && !text(page).includes('Ann Kerr proposed this on'))
	const history = text(await ann.get(routes.outcome.history.href({ person, outcome: about.outcome })))
	assert(history.includes('Priya Raman wrote this down, as you said it:') && history.includes(about.words))
})

test('a yes given together to words that were written down says also that they are the person’s', async () => {
	const about = await writtenDown()
	const handed = await priya.get(together(about))
	assert(text(handed).includes('A yes also says that these are your words.'))
	await answer(priya, about, { secret })
	const page = text(await priya.get(about.path))
	assert.match(page, /Ann Kerr said on Priya Raman’s device, on [^.]+, that these are their words\./)
	assert(page.includes('Ann Kerr has not yet said so alone.') && page.includes('Ann Kerr proposed this on'))
})

test('how the person sees it can be written down too, confirmed alone or together, or replaced', async () => {
	const { path, outcome } = await proposed()
	const write = (reason: string) => share(priya, routes.outcome.writeDownView.href({ person, outcome }), { reason })
	const last = async () =>
		(
			await underneath<{ id: string }>(
				'select id from difference where outcome_id = $1 order by written_at desc limit 1',
				[outcome],
			)
		)[0]?.id ?? ''
	const place = (thing: string) => ({ person, outcome, thing })
	await write('Heard of seeing it')
	assert(text(await priya.get(path)).includes('Not confirmed yet.'))
	const one = await last()
	const handed = await priya.get(routes.outcome.together.href(place(one)))
	assert(text(handed).includes('Ann Kerr, are these your words?'))
	const hash = /name="hash" value="(\w+)"/.exec(handed.html)?.[1] ?? ''
	const wrong = await priya.post(routes.outcome.together.href(place(one)), { hash, secret: 'wrong' })
	assert.equal(wrong.status, 422)
	const yes = await priya.post(routes.outcome.together.href(place(one)), { hash, secret })
	assert.equal(yes.location, `${path}?done=togetherOwn`)
	const withdraw = routes.outcome.withdrawDifference.href({ person, outcome, difference: one })
	assert.equal((await priya.post(withdraw)).status, 404, 'it is Ann’s now')
	assert.equal((await ann.post(withdraw)).status, 303)

	await write('Heard again')
	const two = await last()
	await ann.post(routes.outcome.ownWords.href(place(two)))
	assert.match(text(await priya.get(path)), /Ann Kerr said on [^.]+ that these are their words\./)

	await write('Heard a third time')
	await share(ann, routes.outcome.seeDifferently.href({ person, outcome }), { reason: 'This is how I see it' })
	const page = await priya.get(path)
	assert(page.html.includes('This is how I see it') && !page.html.includes('Heard a third time'))
	await forgetTries()
})

test('a person writes nothing down for themselves, nor anybody for somebody they do not work with', async () => {
	const { outcome } = await proposed()
	for (const path of [
		routes.plan.writeDown.href({ person }),
		routes.outcome.writeDown.href({ person, outcome }),
		routes.outcome.writeDownView.href({ person, outcome }),
	]) {
		for (const browser of [ann, hannah, joseph]) {
			assert.equal((await browser.get(path)).status, 404)
			assert.equal((await browser.post(path, { words: 'x', reason: 'x', after: '1', step: 'share' })).status, 404)
		}
		const empty = await priya.post(path, { words: '', reason: '', after: '1', step: 'check' })
		assert.equal(empty.status, 422)
		assert(empty.html.includes('Write what Ann Kerr says'))
	}
})

test('what the person takes with them tells of both, and a sheet shows only what they said alone', async () => {
	const { words, agreement, alone, path, outcome } = await agreedTogether()
	const [wording] = await underneath<{ id: string; hash: string }>(
		`select id, encode(words_hash, 'hex') as hash from wording where outcome_id = $1`,
		[outcome],
	)
	await agree(priya, { outcome, thing: wording?.id ?? '', hash: wording?.hash ?? '' })
	await ann.get('/account')
	await underneath('update session set stepped_up_at = now() where account_id = $1', [person])
	const file = JSON.parse((await ann.get('/take-with-you/file')).html)
	const mine = file.plan.outcomes.find((one: { id: string }) => one.id === outcome)
	const yes = mine.agreements.find((one: { by: string }) => one.by === person)
	assert.equal(yes.togetherWith, idOf('priya'))
	assert.equal(yes.saidAloneAt, null)
	assert(file.plan.outcomes.some((one: { proposedBy: string | null }) => one.proposedBy === null))
	assert(text(await ann.get('/take-with-you/everything')).includes('You have not yet said so alone.'))
	assert(!(await ann.get('/take-with-you/show')).html.includes(words))
	await ann.post(alone)
	assert((await ann.get('/take-with-you/show')).html.includes(words))
	assert(agreement && path)
})
