/** Taking everything of mine with me, and showing only what I choose. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import fastify from 'fastify'
import { idOf, people } from '../../../demo/demonstration.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { tellSomethingNew } from '../messages/index.ts'

const place = await openPlace()
const ann = await place.as('person')
await ann.get('/')

async function sure(browser: Browser, to: string) {
	const start = '/take-with-you'
	assert((await browser.get(start)).html.includes('We ask first that you show it is you.'))
	assert.equal((await browser.get(to)).location, `/account/sure?to=${start}`, 'not before they show that it is them')
	await browser.get(`/account/sure?to=${start}`)
	assert.equal((await browser.post('/account/sure', { to: start })).location, start)
	assert((await browser.get(start)).html.includes('You have shown that it is you.'), 'and then they choose')
	return browser.get(to)
}

const words = async (sql: string, values: unknown[] = []) =>
	(await place.underneath<{ words: string }>(sql, values)).map((row) => row.words)

/** Every text that stands in Ann's plan, whoever wrote it. */
const inPlan = await words(
	`select words from wording join outcome o on o.id = outcome_id where o.person_id = $1
		union all select words from contribution join outcome o on o.id = outcome_id where o.person_id = $1
		union all select words from contribution_request join outcome o on o.id = outcome_id where o.person_id = $1`,
	[idOf('ann')],
)
/** Texts of other plans that stand nowhere in hers. */
const elsewhere = (
	await words('select words from wording join outcome o on o.id = outcome_id where o.person_id <> $1', [idOf('ann')])
).filter((text) => !inPlan.includes(text))

test('the file has every word of the plan, fits its published schema, and holds nothing of anybody else’s plan', async () => {
	await ann.post(`/people/${people.person}/plan/propose`, { step: 'later', words: 'Begun and kept to myself.' })
	const answer = await sure(ann, '/take-with-you/file')
	assert.equal(answer.status, 200)
	assert.match(String(answer.raw.headers['content-disposition']), /^attachment; filename="everything-of-mine\.json"$/)
	const file = JSON.parse(answer.html)
	const text = JSON.stringify(file)
	for (const one of inPlan) assert(text.includes(JSON.stringify(one).slice(1, -1)), one)
	for (const one of elsewhere) assert(!text.includes(JSON.stringify(one).slice(1, -1)), one)
	assert(text.includes('Begun and kept to myself.'))
	assert.equal(file.me.name, 'Ann Kerr')
	assert.equal(file.signIn.signInName, 'robin-lamp-482')
	const [entries] = await place.underneath<{ n: number }>(
		'select count(*)::int as n from access_entry where person_id = $1',
		[idOf('ann')],
	)
	assert.equal(file.record.length + 1, entries?.n, 'the whole record, and that it was read stands in it now')
	assert(file.openings.length > 0 && file.contacts.length > 0)

	const schema = JSON.parse((await place.anonymous().get('/take-with-you/schema')).html)
	assert.deepEqual(await mistakesIn(file, schema), [])
	delete file.plan.outcomes[0].wordings[0].words
	assert.notDeepEqual(await mistakesIn(file, schema), [], 'and the schema does tell')
})

test('it is told where they said that it is safe, whatever they were told lately, and once for what is taken together', async () => {
	const browser = await place.as('person')
	await browser.get('/')
	await place.underneath(`delete from message where account_id = $1`, [idOf('ann')])
	await place.acting('person', (tx) => tellSomethingNew(tx, tx.account))
	await sure(browser, '/take-with-you/file')
	await browser.get('/take-with-you/everything')
	const told = () => words(`select kind as words from message where account_id = $1 order by asked_at`, [idOf('ann')])
	assert.deepEqual(await told(), ['something-new', 'everything-taken'])
	await place.underneath(`update message set asked_at = asked_at - interval '16 minutes'`)
	await browser.get('/take-with-you/file')
	assert.deepEqual(await told(), ['something-new', 'everything-taken', 'everything-taken'])
	await place.underneath(`update contact set chosen_at = null where account_id = $1`, [idOf('ann')])
	await place.underneath(`delete from message where account_id = $1`, [idOf('ann')])
	await browser.get('/take-with-you/file')
	assert.deepEqual(await told(), [], 'nowhere else')
	const times = (await browser.get('/account')).html.split('Everything of yours was taken with you').length - 1
	assert(times >= 4, 'each time stands on their own page')
})

/** What a JSON schema finds wrong, as the server's own validator reads it. */
async function mistakesIn(file: unknown, schema: Record<string, unknown>): Promise<unknown[]> {
	const app = fastify({ ajv: { customOptions: { coerceTypes: false, allowUnionTypes: true, strict: false } } })
	let found: unknown[] = []
	app.get('/', async (request) => {
		const validate = request.compileValidationSchema(schema)
		if (!validate(file)) found = validate.errors ?? ['wrong']
		return ''
	})
	await app.inject('/')
	await app.close()
	return found
}

test('the page to read has every word of the plan and whose it is', async () => {
	const browser = await place.as('person')
	await browser.get('/')
	const { html, raw } = await sure(browser, '/take-with-you/everything')
	assert.match(String(raw.headers['content-disposition']), /^attachment/)
	const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
	for (const one of inPlan) assert(html.includes(escaped(one)), one)
	for (const one of elsewhere) assert(!html.includes(escaped(one)), one)
	assert(html.includes('Priya Raman') && !html.includes('<script'))
})

test('a sheet holds what was ticked and nothing else, and nothing is ticked before', async () => {
	const choose = await ann.get('/take-with-you/show')
	assert.doesNotMatch(choose.html, /<input[^>]*checked/)
	const ids = [...choose.html.matchAll(/name="things" type="checkbox" value="([\w-]{36})"/g)].flatMap(
		([, id]) => id ?? [],
	)
	assert(ids.length >= 2, `${ids.length} things could be shown`)
	assert.equal((await ann.post('/take-with-you/show', { name: 'Ann' })).status, 422)
	const [first = '', ...others] = ids
	const sheet = await ann.post('/take-with-you/show', { things: first, name: 'A. <b>Kerr' })
	assert.equal(sheet.status, 200)
	const shown = /<main[\s\S]*<\/main>/.exec(sheet.html)?.[0] ?? ''
	const wordsOf = (id: string) => new RegExp(`value="${id}"[\\s\\S]*?<bdi>([^<]*)</bdi>`).exec(choose.html)?.[1] ?? ''
	assert(shown.includes(wordsOf(first)) && wordsOf(first) !== '')
	for (const id of others) assert(!shown.includes(wordsOf(id)), wordsOf(id))
	assert(shown.includes('A. &lt;b>Kerr'))
	assert(!shown.includes('Priya') && !shown.includes('Rivermouth'))
	const [foreign] = await place.underneath<{ id: string }>('select id from wording where scope_id = $1 limit 1', [
		idOf('joseph/plan'),
	])
	assert.equal((await ann.post('/take-with-you/show', { things: foreign?.id ?? '' })).status, 422, 'nothing of others')
})

test('taking everything is told: it stands at their sign-in, and a message goes where they chose', async () => {
	const joseph = await place.as('other-person')
	await joseph.get('/')
	await place.underneath('delete from message where account_id = $1', [idOf('joseph')])
	const taken = await sure(joseph, '/take-with-you/everything')
	assert.equal(taken.status, 200)
	assert.match((await joseph.get('/account')).html, /Everything of yours was taken with you/)
	const told = await place.underneath('select kind from message where account_id = $1', [idOf('joseph')])
	assert.deepEqual(told, [{ kind: 'everything-taken' }])
})

test('passkeys are taken by their names and days, never a key; and the connection to an organisation', async () => {
	const priya = await place.as('practitioner')
	await priya.get('/')
	const area = idOf('Rivermouth')
	await place.underneath(
		`insert into identity_provider (area_id, id, name, issuer, client_id, secret) values ($1, $1, 'Rivermouth Council', 'https://sign-in.example', 'x', 'x')`,
		[area],
	)
	await place.underneath(
		`insert into identity (area_id, account_id, provider_id, issuer, subject) values ($1, $2, $1, 'https://sign-in.example', 'subject-77')`,
		[area, idOf('priya')],
	)
	const { html } = await sure(priya, '/take-with-you/file')
	const file = JSON.parse(html)
	assert.deepEqual(
		file.passkeys.map(({ name }: { name: string }) => name),
		['My work phone', 'The key on my ring'],
	)
	assert.deepEqual(Object.keys(file.passkeys[0]).sort(), ['addedAt', 'name', 'usedAt'])
	assert.equal(file.provider.name, 'Rivermouth Council')
	assert(!html.includes('subject-77'))
})

test('the packet has the page, the data and every photo and voice note, as a ZIP that others can open', async () => {
	const browser = await place.as('person')
	await browser.get('/')
	const { raw, status } = await sure(browser, '/take-with-you/packet')
	assert.equal(status, 200)
	assert.match(String(raw.headers['content-disposition']), /^attachment; filename="everything-of-mine\.zip"$/)
	const files = unzipped(raw.rawPayload)
	assert.deepEqual([...files.keys()].slice(0, 2), ['everything-of-mine.html', 'everything-of-mine.json'])
	const data = JSON.parse(String(files.get('everything-of-mine.json')))
	const page = String(files.get('everything-of-mine.html'))
	assert.equal(data.files.length, 5)
	assert.equal(files.size, 7)
	for (const { path, bytes, kind } of data.files) {
		assert(page.includes(`href="${path}"`), 'the page leads to it')
		const file = files.get(path)
		assert.equal(file?.length, bytes)
		assert.equal(file?.subarray(0, 2).toString('latin1'), kind === 'photo' ? '\xff\xd8' : 'RI')
	}
})

/** The files of a ZIP, by its own list at its end, each held against its checksum. */
function unzipped(packet: Buffer): Map<string, Buffer> {
	const end = packet.length - 22
	assert.equal(packet.readUInt32LE(end), 0x06054b50)
	const files = new Map<string, Buffer>()
	let at = packet.readUInt32LE(end + 16)
	for (let left = packet.readUInt16LE(end + 10); left > 0; left--) {
		assert.equal(packet.readUInt32LE(at), 0x02014b50)
		const [sum, bytes, length] = [
			packet.readUInt32LE(at + 16),
			packet.readUInt32LE(at + 24),
			packet.readUInt16LE(at + 28),
		]
		const name = packet.toString('utf8', at + 46, at + 46 + length)
		const head = packet.readUInt32LE(at + 42)
		assert.equal(packet.readUInt32LE(head), 0x04034b50)
		const begins = head + 30 + length
		files.set(name, packet.subarray(begins, begins + bytes))
		assert.equal(crc32(packet.subarray(begins, begins + bytes)), sum, name)
		at += 46 + length
	}
	assert.equal(at, end)
	return files
}
