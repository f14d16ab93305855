/** Sitting together on one device, and saying the same alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../../demo/ids.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import {
	type About,
	agreedTogether,
	agreements,
	ann,
	annsPasskey,
	answer,
	callum,
	forgetMessages,
	forgetTries,
	hannah,
	joseph,
	josephsPasskey,
	lastWords,
	nothingAgreed,
	person,
	place,
	priya,
	proposed,
	secret,
	share,
	text,
	together,
	underneath,
} from './together.test-tools.ts'

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
