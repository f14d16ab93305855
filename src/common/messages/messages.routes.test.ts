/** What goes out gives nothing away, in any kind, locale or place; leads see counts, and the outbox is for the invented alone. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { northgate, rivermouth } from '../../../demo/cast.ts'
import { people } from '../../../demo/demonstration.ts'
import { openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { readSettings, SettingsMistake } from '../../platform/settings.ts'
import { locales } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { givesAway } from './gives-away.ts'
import { messageKinds, wordsOf } from './going.ts'
import { invitationLink } from './invitations.ts'
import { messagesOfMyArea, tellSomethingNew } from './messages.queries.ts'
import { messengersOf } from './messengers.ts'

const place = await openPlace()

const names = [...rivermouth, ...northgate].flatMap(({ name }) => name.split(' '))
/** As long as most: an invitation is the one that has to lead to where its reader can say never. */
const link = invitationLink('https://alongside.rivermouth.example', '7KQD-92MF-3XTA')
const areas = ['Rivermouth', 'Northgate', 'Alongside']

for (const locale of Object.keys(locales)) {
	for (const kind of messageKinds) {
		test(`${kind} in ${locale}: subject and text give nothing away`, () => {
			const { subject, text } = wordsOf(kind, locale, kind === 'invitation' ? link : '12345678')
			for (const said of [subject, text.replace(link, '')]) {
				assert.equal(givesAway(said), undefined, said)
				for (const name of [...names, ...areas])
					assert(!said.toLowerCase().includes(name.toLowerCase()), `${said} says ${name}`)
				assert.doesNotMatch(said, /https?:|www\.|[{}]/, 'and leads nowhere')
			}
			assert.equal(text.includes(link), kind === 'invitation', 'only an invitation leads anywhere')
			assert.doesNotMatch(subject, /\d/, 'a code is not read from a locked screen by its first line')
			assert(text.length <= 160, 'a text is one text')
		})
	}
}

test('the words that give something away are found, in a sender’s name too', () => {
	for (const said of [
		'Your probation officer',
		'the court',
		'Justice',
		'Our plan',
		'hello@probation.example',
		'Breach',
	]) {
		assert(givesAway(said), said)
	}
	assert.equal(givesAway('There is something new for you'), undefined)
})

const mail = { MAIL_URL: 'smtps://name:secret@mail.example', MAIL_FROM: 'Hello <hello@post.example>' }

test('settings for messages are checked at start, a sentence for each mistake', async () => {
	const wrong: [Record<string, string>, RegExp][] = [
		[{ MAIL_URL: 'mail.example' }, /^MAIL_URL must look like/],
		[{ MAIL_URL: mail.MAIL_URL }, /^MAIL_URL is set\. Set MAIL_FROM too/],
		[{ MAIL_FROM: mail.MAIL_FROM }, /^MAIL_FROM is set\. Set MAIL_URL too/],
		[{ ...mail, MAIL_FROM: 'hello' }, /^MAIL_FROM must be an address/],
		[{ NOTIFY_KEY: 'short', NOTIFY_TEXT_TEMPLATE: newId() }, /^NOTIFY_KEY must be a whole API key/],
		[{ NOTIFY_KEY: `us-${newId()}-${newId()}` }, /^NOTIFY_KEY is set\. Set NOTIFY_TEXT_TEMPLATE/],
		[{ NOTIFY_LETTER_TEMPLATE: 'letter' }, /^NOTIFY_LETTER_TEMPLATE must be the id/],
		[{ NOTIFY_TEXT_TEMPLATE: newId() }, /Set NOTIFY_KEY too/],
	]
	for (const [environment, sentence] of wrong) {
		assert.throws(
			() => readSettings(environment),
			(error) => error instanceof SettingsMistake && sentence.test(error.message),
			String(sentence),
		)
	}
	const givesAwayMore = readSettings({ ...mail, MAIL_FROM: 'Rivermouth Probation <hello@post.example>' })
	await assert.rejects(messengersOf(givesAwayMore), /MAIL_FROM says "Probation"/)
	const leadsToMore = readSettings({ ...mail, PUBLIC_URL: 'https://plans.probation.example' })
	await assert.rejects(messengersOf(leadsToMore), /PUBLIC_URL says "plans"/)
	const notify = { NOTIFY_KEY: `us-${newId()}-${newId()}`, NOTIFY_TEXT_TEMPLATE: newId() }
	assert.deepEqual(Object.keys(await messengersOf(readSettings({ ...mail, ...notify }))).sort(), ['email', 'text'])
	assert.deepEqual(await messengersOf(readSettings({})), {})
})

test('a lead sees what waits and failed as counts, and neither names nor addresses', async () => {
	const { html, status } = await (await place.as('lead')).get(routes.messages.ofArea.href())
	assert.equal(status, 200)
	for (const said of [
		'It cannot be sent to that number or address.',
		'The way out was closed.',
		'1 message by text: something new.',
		'1 message by letter: something new.',
	]) {
		assert(html.includes(said), said)
	}
	for (const { name } of rivermouth.filter((one) => one.called !== 'ruth')) assert(!html.includes(name), name)
	const contacts = await place.underneath<{ value: string }>('select value from contact')
	for (const { value } of contacts) assert(!html.includes(value), value)
	assert.doesNotMatch(html, /@|\+44/)
})

test('nobody but a lead finds that page, nor its press; one in another area sees that area', async () => {
	for (const key of ['person', 'practitioner', 'supporter', 'partner'] as const) {
		const browser = await place.as(key)
		assert.equal((await browser.get(routes.messages.ofArea.href())).status, 404, key)
		assert.equal((await browser.post(routes.messages.tryAgain.href())).status, 404, key)
	}
	const counted = await place.acting('person', messagesOfMyArea)
	assert.deepEqual(counted, [], 'nor by the database itself')
})

test('where the area is real, the page says what waits because nothing is set up, and no outbox shows it', async () => {
	const lead = await place.as('lead')
	assert.match((await lead.get(routes.demo.outbox.href())).html, /Ropewalk/)
	await place.underneath(`update area set is_demonstration = false where name = 'Rivermouth'`)
	const { html } = await lead.get(routes.messages.ofArea.href())
	assert.match(html, /Letters wait, because nothing is set up to send them\./)
	assert.doesNotMatch((await lead.get(routes.demo.outbox.href())).html, /Ropewalk|Mary|Ann Kerr/)
	await place.underneath('update area set is_demonstration = false')
	assert.equal((await lead.get(routes.demo.outbox.href())).status, 404)
	await place.underneath('update area set is_demonstration = true')
})

test('only somebody one knows can be told that there is something new, where they chose, once in half a day', async () => {
	const tell = (by: keyof typeof people, account: string) => place.acting(by, (tx) => tellSomethingNew(tx, account))
	assert.equal(await tell('practitioner', people.person), true)
	assert.equal(await tell('practitioner', people.person), false, 'one waits')
	assert.equal(await tell('other-practitioner', people.person), false)
	assert.equal(await tell('practitioner', people.robin), false, 'who chose nowhere is left in peace')
	const [message] = await place.underneath<{ address: string; kind: string }>(
		'select address, kind from message where account_id = $1 order by asked_at desc, id desc limit 1',
		[people.person],
	)
	assert.deepEqual(message, { address: 'annk@post.example', kind: 'something-new' })
})
