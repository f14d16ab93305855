/** Sitting together on one device, saying the same alone, and words that somebody wrote down as they heard them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { makePasskey } from '../../../test/support/authenticator.ts'
import { type Answer, type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

const place = await openPlace()
const { underneath } = place
const person = idOf('ann')
const [ann, priya, hannah, joseph, callum] = [
	await place.as('person'),
	await place.as('practitioner'),
	await place.as('hannah'),
	await place.as('other-person'),
	await place.as('other-practitioner'),
]
const passkeyOf = async (browser: Browser) => {
	await browser.post('/account/sure', { to: '/account/passkeys/add' })
	await browser.get('/account/passkeys/add')
	const passkey = makePasskey(JSON.parse((await browser.post('/account/passkeys/begin')).html))
	await browser.post('/account/passkeys/add', { name: 'Mine', credential: passkey.made })
	await browser.get('/')
	return passkey
}
const [annsPasskey, josephsPasskey] = [await passkeyOf(ann), await passkeyOf(joseph)]

const secret = 'four blue herons'
await ann.post('/account/sure', { to: '/account/secret' })
await ann.get('/account/secret')
assert.equal((await ann.post('/account/secret', { secret, again: secret })).status, 303)
await ann.get('/')
// From here on the area is a real one: what somebody knows or holds is asked for.
await underneath(`update area set is_demonstration = false, passed_on = 'Danger to life.', passed_on_signed_off_at = now(),
	staff_need_strong = false`)

const share = async (browser: Browser, path: string, fields: Record<string, string>) => {
	const shared = await browser.post(path, { ...fields, once: newId(), step: 'share' })
	assert.equal(shared.status, 303, shared.html)
	const { pathname } = new URL(shared.location ?? '', 'http://localhost')
	return { pathname, outcome: pathname.split('/').at(-1) ?? '' }
}
let count = 0
/** An outcome that Priya proposes, and its words. */
async function proposed(by = priya, words = `Words number ${count++}`) {
	const { pathname, outcome } = await share(by, routes.plan.propose.href({ person }), { words })
	return { path: pathname, outcome, words, ...(await lastWords(outcome)) }
}
const lastWords = async (outcome: string) => {
	const [found] = await underneath<{ thing: string; hash: string }>(
		`select id as thing, encode(words_hash, 'hex') as hash from wording where outcome_id = $1 order by number desc limit 1`,
		[outcome],
	)
	assert(found)
	return found
}
type About = { outcome: string; thing: string; hash: string }
const together = ({ outcome, thing }: About) => routes.outcome.together.href({ person, outcome, thing })
const answer = (browser: Browser, about: About, fields: Record<string, string>) =>
	browser.post(together(about), { hash: about.hash, ...fields })
const agreements = (outcome: string) =>
	underneath<{
		id: string
		account_id: string
		together_with_id: string
		said_alone_at: Date | null
		withdrawn_at: Date | null
	}>('select * from agreement where outcome_id = $1 and account_id = $2', [outcome, person])
const nothingAgreed = async ({ outcome }: About) => assert.deepEqual(await agreements(outcome), [])
const forgetTries = () => underneath('delete from gate.tries')
const forgetMessages = () => underneath('delete from message')
const text = ({ html }: Answer) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the device is handed over with the words, in the person’s voice, and a yes and a no of the same size', async () => {
	const about = await proposed()
	const page = await priya.get(about.path)
	assert(page.html.includes(together(about)) && page.html.includes('Agree together on this device'))
	const handed = await priya.get(together(about))
	assert.equal(handed.status, 200)
	assert(text(handed).includes('Ann Kerr, do you agree to these words?') && handed.html.includes(about.words))
	assert.match(handed.html, /<input[^>]*name="secret"[^>]*autocomplete="off"/)
	assert(!handed.html.includes('data-draft'), 'nothing that is typed here is kept anywhere')
	const [header = ''] = handed.html.split('<main')
	assert(!/class="navigation"|Sign out|href="\/"/.test(header), 'nothing leads to what is the practitioner’s own')
	const both = /<div class="yes-no">([\s\S]*?)<\/div>/.exec(handed.html)?.[1] ?? ''
	assert(both.includes('Yes, I agree') && both.includes('No, not now') && both.includes(`${about.path}?done=notNow`))
	assert((await priya.get(`${about.path}?done=notNow`)).html.includes('Nothing was agreed.'))
	await nothingAgreed(about)
})

test('the person agrees by their secret, for this one act: marked as such, told to them, and nobody is signed in', async () => {
	const about = await proposed()
	await forgetMessages()
	const sessions = () => underneath('select id, account_id, assurance, stepped_up_at from session order by id')
	const before = await sessions()
	const done = await answer(priya, about, { secret })
	assert.equal(done.location, `${about.path}?done=together`)
	const told = await priya.get(done.location ?? '')
	assert(
		told.html.includes('Ann Kerr said yes on your device.') && told.html.includes('Priya Raman'),
		'still as herself',
	)
	assert.match(text(told), /Agreed together on Priya Raman’s device, on [^.]+\. Ann Kerr has not yet said so alone\./)
	assert.deepEqual(await sessions(), before, 'no session came or changed')
	const [yes] = await agreements(about.outcome)
	assert.equal(yes?.together_with_id, idOf('priya'))
	const [message] = await underneath<{ kind: string; account_id: string }>('select kind, account_id from message')
	assert.deepEqual(message, { kind: 'something-new', account_id: person })
	const again = await answer(priya, about, { secret: 'not even right' })
	assert.equal(again.location, done.location, 'a second press finds what the first one did')
	assert.equal((await agreements(about.outcome)).length, 1)
	assert.deepEqual(await underneath('select * from gate.one_act'), [], 'and the proof is used up')

	const mine = await ann.get(about.path)
	assert.match(text(mine), /Agreed together on Priya Raman’s device, on [^.]+\. You have not yet said so alone\./)
	const record = text(await ann.get(routes.record.show.href({ person })))
	assert(record.includes('handed you their device, and you said yes to one thing on it.'))
	const history = text(await ann.get(routes.outcome.history.href({ person, outcome: about.outcome })))
	assert(history.includes('You agreed to these words, on Priya Raman’s device:'))
})

test('what is wrong agrees to nothing; each try is told to the person; nothing typed stands on the page again', async () => {
	const about = await proposed()
	for (const wrong of ['guessed it', ' ', '\0', 'x'.repeat(5000)]) {
		const refused = await answer(priya, about, { secret: wrong })
		assert.equal(refused.status, 422)
		assert(refused.html.includes('or say no.') && refused.html.includes('Error: '))
		assert(!refused.html.includes('guessed it') && !refused.html.includes('xxxx'))
	}
	await nothingAgreed(about)
	await answer(priya, about, { secret })
	const account = text(await ann.get('/account'))
	assert(account.includes('Someone tried your secret or passkey on Priya Raman’s device. It did not fit.'))
	assert(account.includes('Your secret or passkey was used on Priya Raman’s device.'))
	await forgetTries()
})

test('five wrong tries end it for these two, and the person comes in elsewhere as before', async () => {
	const about = await proposed()
	for (let time = 0; time < 5; time++) assert.equal((await answer(priya, about, { secret: 'wrong' })).status, 422)
	const many = await answer(priya, about, { secret })
	assert.equal(many.status, 429)
	assert(many.html.includes('There were many tries here.'))
	await nothingAgreed(about)
	const elsewhere = place.anonymous()
	await elsewhere.get('/sign-in')
	const [name] = await underneath<{ sign_in_name: string }>('select sign_in_name from secret where account_id = $1', [
		person,
	])
	const cameIn = await elsewhere.post('/sign-in', { name: name?.sign_in_name ?? '', secret })
	assert.equal(cameIn.location, '/')
	await forgetTries()
	const fifty = await Promise.all(Array.from({ length: 20 }, () => answer(priya, about, { secret: 'wrong' })))
	assert.equal(fifty.filter(({ status }) => status === 422).length, 5, 'also when all come at once')
	await forgetTries()
})

test('words that changed since they were handed over are refused, and both stand there', async () => {
	const about = await proposed()
	await priya.get(together(about))
	await share(ann, routes.outcome.otherWords.href({ person, outcome: about.outcome }), {
		words: 'Quite other words',
		after: '1',
	})
	const events = () => underneath(`select id from sign_in_event where kind like 'together%'`)
	const before = await events()
	const refused = await answer(priya, about, { secret })
	assert.equal(refused.status, 409)
	assert(refused.html.includes('Quite other words') && refused.html.includes(about.words))
	assert(text(refused).includes('Nothing was agreed.'))
	assert.deepEqual(await events(), before, 'no secret was even looked at')
	await nothingAgreed(about)
	const now = await lastWords(about.outcome)
	const forged = await answer(priya, { ...about, ...now, hash: about.hash }, { secret })
	assert.equal(forged.status, 409, 'nor does another hash fit')
	assert.equal((await priya.get(together(about))).status, 409)
	await nothingAgreed(about)
})

test('the person agrees by a passkey of theirs, asked for this very act', async () => {
	const [about, other] = [await proposed(), await proposed()]
	const begin = async ({ outcome, thing }: About) =>
		JSON.parse((await priya.post(routes.outcome.beginTogether.href({ person, outcome, thing }))).html)
	await priya.get(together(about))
	const asked = await begin(about)
	assert.equal(asked.allowCredentials.length, 1)
	const elsewhere = annsPasskey.show(asked, { count: 1 })
	assert.equal((await answer(priya, other, { credential: elsewhere })).status, 422, 'for other words')
	const notHers = josephsPasskey.show(await begin(about), { count: 1 })
	assert.equal((await answer(priya, about, { credential: notHers })).status, 422, 'somebody else’s')
	const unverified = annsPasskey.show(await begin(about), { count: 2, unverified: true })
	assert.equal((await answer(priya, about, { credential: unverified })).status, 422, 'nobody touched it')
	await nothingAgreed(about)
	const right = annsPasskey.show(await begin(about), { count: 3 })
	assert.equal((await answer(priya, about, { credential: right })).location, `${about.path}?done=together`)
	assert.equal((await agreements(about.outcome)).length, 1)
	await answer(priya, other, { credential: right })
	await nothingAgreed(other)
	await forgetTries()
})

test('nobody else finds it, the person included', async () => {
	const about = await proposed()
	const { outcome, thing } = about
	const begin = routes.outcome.beginTogether.href({ person, outcome, thing })
	for (const browser of [ann, hannah, joseph, callum]) {
		assert.equal((await browser.get(together(about))).status, 404)
		assert.equal((await answer(browser, about, { secret })).status, 404)
		assert.equal((await browser.post(begin)).status, 404)
	}
	await nothingAgreed(about)
})

test('who has neither secret nor passkey is told so, and a press is not enough', async () => {
	const about = await proposed()
	await underneath('create table kept as select * from secret where account_id = $1', [person])
	await underneath('create table kept_too as select * from passkey where account_id = $1', [person])
	await underneath('delete from secret where account_id = $1', [person])
	await underneath('delete from passkey where account_id = $1', [person])
	const handed = await priya.get(together(about))
	assert(text(handed).includes('You have no secret and no passkey yet.') && !handed.html.includes('Yes, I agree'))
	assert.equal((await answer(priya, about, {})).status, 422)
	assert.equal((await answer(priya, about, { secret: 'anything at all' })).status, 422)
	await nothingAgreed(about)
	await underneath('insert into secret select * from kept')
	await underneath('insert into passkey select * from kept_too')
	await underneath('drop table kept, kept_too')
	await forgetTries()
})

/** Ann has agreed together to words of Priya's. */
async function agreedTogether() {
	const about = await proposed()
	await answer(priya, about, { secret })
	const [yes] = await agreements(about.outcome)
	assert(yes)
	return {
		...about,
		agreement: yes.id,
		alone: routes.outcome.sayAlone.href({ person, outcome: about.outcome, agreement: yes.id }),
	}
}

test('the person is asked again on their home, alone, and says the same', async () => {
	const { path, alone, outcome, words } = await agreedTogether()
	const home = await ann.get('/')
	assert(home.html.includes(words) && home.html.includes(alone) && text(home).includes('do you still agree?'))
	assert(!text(home).includes('This has waited for you since'))
	await underneath(`update agreement set agreed_at = now() - interval '50 hours' where outcome_id = $1`, [outcome])
	for (const page of [await ann.get('/'), await ann.get(path)])
		assert(text(page).includes('This has waited for you since'))
	for (const other of [priya, hannah, joseph]) assert.equal((await other.post(alone)).status, 404)
	assert.equal((await ann.post(alone)).location, `${path}?done=stillAgree`)
	assert.equal((await ann.post(alone)).location, `${path}?done=stillAgree`, 'a second press is no mistake')
	assert(text(await ann.get(`${path}?done=stillAgree`)).includes('You still agree, and you said so alone.'))
	assert.match(
		text(await priya.get(path)),
		/Agreed together on Priya Raman’s device, on [^.]+\. Ann Kerr said so alone on/,
	)
	assert(!(await ann.get('/')).html.includes(alone))
})

test('a no takes the yes back as any other, and the same cannot then be said', async () => {
	const { path, alone, outcome } = await agreedTogether()
	const page = await ann.get(path)
	assert(page.html.includes(routes.outcome.withdrawAgreement.href({ person, outcome })))
	await ann.post(routes.outcome.withdrawAgreement.href({ person, outcome }))
	assert(!(await ann.get('/')).html.includes(alone))
	assert.equal((await ann.post(alone)).status, 409)
	assert(text(await priya.get(path)).includes('Ann Kerr took their yes back on'))
})

test('whoever came in with a card, which somebody gave them, is not alone', async () => {
	const { path, alone, outcome } = await agreedTogether()
	const [session] = await underneath<{ id: string; assurance: string }>(
		'select id, assurance from session where account_id = $1 order by seen_at desc, began_at desc limit 1',
		[person],
	)
	for (const how of ['card', 'together']) {
		await underneath('update session set assurance = $1 where account_id = $2', [how, person])
		const page = await ann.get(path)
		assert(!page.html.includes(alone) && text(page).includes('You came in with a card.'))
		assert.equal((await ann.post(alone)).status, 404)
	}
	assert.equal((await agreements(outcome))[0]?.said_alone_at, null)
	await underneath('update session set assurance = $1 where account_id = $2', [session?.assurance, person])
	assert.equal((await ann.post(alone)).status, 303)
})

test('saying it alone and taking it back at once: one of them holds, never both', async () => {
	for (let round = 0; round < 5; round++) {
		const { alone, outcome } = await agreedTogether()
		await Promise.all([ann.post(alone), ann.post(routes.outcome.withdrawAgreement.href({ person, outcome }))])
		const [yes] = await agreements(outcome)
		assert(yes?.withdrawn_at, 'the yes is taken back, whichever came first')
	}
})

test('handing over and other words at once: no yes comes to stand under words that were not shown', async () => {
	for (let round = 0; round < 5; round++) {
		const about = await proposed()
		const other = { words: `Others ${round}`, after: '1', once: newId(), step: 'share' }
		const [yes] = await Promise.all([
			answer(priya, about, { secret }),
			ann.post(routes.outcome.otherWords.href({ person, outcome: about.outcome }), other),
		])
		const found = await underneath<{ words: string }>(
			'select w.words from agreement a join wording w on w.area_id = a.area_id and w.id = a.wording_id where a.outcome_id = $1 and a.account_id = $2',
			[about.outcome, person],
		)
		assert.deepEqual(
			found.map(({ words }) => words),
			yes.status === 303 ? [about.words] : [],
		)
		assert([303, 409].includes(yes.status))
	}
})

/** Priya writes something down for Ann. */
async function writtenDown(words = `Heard, number ${count++}`) {
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
