/** Photos and voice notes of a moment: its owner's, and of those who get the moment; as it lies, is opened, closed and deleted. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { idOf } from '../../../demo/ids.ts'
import { point, silence } from '../../../test/access/smallest.ts'
import { formWith } from '../../../test/support/form-with.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'
import { keep, momentOf, partOf, person } from './story.test-tools.ts'

const place = await openPlace()
const { underneath } = place
const [ann, priya, linda] = [await place.as('person'), await place.as('practitioner'), await place.as('supporter')]
await ann.get('/')

const cookie = ({ cookies }: Browser) => [...cookies].map((pair) => pair.join('=')).join('; ')

/** Adds a file to a moment. Answers with the status and the id of what was kept. */
async function add(kind: 'photo' | 'voice', moment: string, file: Buffer, words = 'Ours', browser = ann) {
	const url = routes.moment[kind].href({ person, moment })
	const csrf = (await browser.get('/')).html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? ''
	const { payload, headers } = formWith({ csrf, once: newId(), words }, file)
	const answer = await place.app.inject({
		method: 'POST',
		url,
		payload,
		headers: { ...headers, cookie: cookie(browser) },
	})
	const [row] = await underneath<{ id: string }>('select id from file where about_id = $1 order by id desc limit 1', [
		moment,
	])
	return { answer, file: row?.id ?? '' }
}

const gets = async (browser: Browser, file: string) =>
	(await browser.get(routes.file.whole.href({ person, file }))).status

const [song, bench, night] = [idOf('ann/voice/-59'), idOf('ann/photo/-38'), idOf('ann/voice/-49')]

test('whoever a moment is open to gets its sound and photos, as a look in the record; nobody else gets a byte', async () => {
	const statuses = async (file: string) => [await gets(ann, file), await gets(priya, file), await gets(linda, file)]
	assert.deepEqual(await statuses(song), [200, 200, 200], 'it lies in a part that is open to each')
	assert.deepEqual(await statuses(bench), [200, 404, 200])
	assert.deepEqual(await statuses(night), [200, 404, 404])
	for (const other of ['kayleigh', 'lead', 'ewa', 'person-elsewhere'] as const) {
		const browser = await place.as(other)
		for (const file of [song, bench, night]) assert.equal(await gets(browser, file), 404, other)
	}
	const [look] = await underneath<{ n: number }>(
		`select count(*)::integer as n from access_entry where what = 'file' and thing_id = $1 and by_id = $2`,
		[bench, idOf('linda')],
	)
	assert.equal(look?.n, 1)
})

test('a moment has its photo and voice with it on its own page and where it is open; what is hard keeps them folded', async () => {
	const { html } = await ann.get(routes.moment.show.href(momentOf('choir')))
	assert.match(
		html,
		new RegExp(`<img src="${routes.file.preview.href({ person, file: bench })}" alt="The bench by the water`),
	)
	const hard = await ann.get(routes.moment.show.href(momentOf('night')))
	assert.match(hard.html, new RegExp(`<details[^>]*>(?:(?!</details>)[\\s\\S])*<audio[^>]*${night}`))
	const opened = await priya.get(routes.piece.show.href(partOf('gran')))
	assert.match(opened.html, new RegExp(`<audio[^>]*${song}`))
	assert.match(opened.html, /The song that L\. and I had for stirring\./)
	assert.doesNotMatch(opened.html, /Linda|Delete it/)
	assert.match(String(opened.raw.headers['content-security-policy']), /media-src 'self'/)
})

test('it is seen before opening as they will see it, and gone with the moment, the closing, the taking out', async () => {
	const { once: moment } = await keep(ann, routes.story.write.href({ person }), { words: 'The gate at dusk.' })
	const photo = await add('photo', moment, point)
	const voice = await add('voice', moment, silence)
	assert.equal(photo.answer.headers.location, `${routes.moment.show.href({ person, moment })}?done=kept`)
	assert.match((await ann.get(photo.answer.headers.location ?? '')).html, /We kept it\./)
	assert.deepEqual([await gets(ann, voice.file), await gets(linda, voice.file)], [200, 404])
	const { once: piece } = await keep(ann, routes.newPiece.chapter.href({ person }), { words: 'Gates' })
	await ann.post(routes.piece.moments.href({ person, piece }), { moments: moment })
	const opens = {
		...{ once: newId(), what: `story/${piece}`, to: idOf('linda'), purpose: 'So you know' },
		...{ until: 'one', day: '', names: 'none' },
	}
	for (const question of ['what', 'to', 'purpose', 'until']) {
		await ann.post(routes.openings.open.href({ person }), { ...opens, question })
	}
	const preview = await ann.get(routes.openings.open.href({ person }))
	assert.match(preview.html, new RegExp(`src="${routes.file.preview.href({ person, file: photo.file })}"`))
	assert.match(preview.html, new RegExp(`<audio[^>]*${voice.file}`))
	assert.match(String(preview.raw.headers['content-security-policy']), /media-src 'self'/)
	await ann.post(routes.openings.open.href({ person }), { ...opens, step: 'yes' })
	assert.deepEqual(
		[await gets(linda, voice.file), await gets(linda, photo.file), await gets(priya, voice.file)],
		[200, 200, 404],
	)

	await ann.post(routes.piece.moments.href({ person, piece }), {})
	assert.equal(await gets(linda, voice.file), 404, 'taken out of what is open')
	await ann.post(routes.piece.moments.href({ person, piece }), { moments: moment })
	assert.equal(await gets(linda, voice.file), 200)
	const gone = await ann.post(routes.file.delete.href({ person, file: photo.file }))
	assert.equal(gone.location, `${routes.moment.show.href({ person, moment })}?done=deleted`)
	assert.deepEqual([await gets(linda, photo.file), await gets(ann, photo.file)], [404, 404])
	await ann.post(routes.moment.delete.href({ person, moment }), {})
	assert.deepEqual([await gets(linda, voice.file), await gets(ann, voice.file)], [404, 404])
	assert.deepEqual(await underneath('select from file where about_id = $1', [moment]), [])
	assert.deepEqual(
		await underneath('select from file_piece where file_id = any ($1::uuid[])', [[photo.file, voice.file]]),
		[],
	)
})

test('nobody adds to a moment of somebody else’s, nor to words that are not confirmed, nor to one that is gone', async () => {
	const { answer } = await add('voice', momentOf('gran').moment, silence, 'Mine', priya)
	assert.equal(answer.statusCode, 404)
	const robin = await place.as('robin')
	const theirs = await place.app.inject({
		...{ method: 'POST', url: routes.moment.voice.href({ person: idOf('robin'), moment: momentOf('gran').moment }) },
		...(() => {
			const { payload, headers } = formWith({ csrf: '', once: newId() }, silence)
			return { payload, headers: { ...headers, cookie: cookie(robin) } }
		})(),
	})
	assert.notEqual(theirs.statusCode, 303)
	assert.equal((await add('voice', newId(), silence)).answer.statusCode, 404)
	const inserted = await place
		.acting('robin', (tx) => {
			const mine = { area_id: tx.area, account_id: tx.account, scope_id: null, once: newId() }
			const its = { about: 'moment', about_id: momentOf('gran').moment, kind: 'voice', type: 'audio/wav' } as const
			return tx
				.insertInto('file')
				.values({ ...mine, ...its, id: newId() })
				.execute()
		})
		.then(
			() => 'kept',
			() => 'refused',
		)
	assert.equal(inserted, 'refused')
})

test('a photo of 12 MB and half an hour of talk go with a moment, and play in parts', {
	timeout: 120_000,
}, async () => {
	const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
	const photo = await sharp({ create: { width: 3000, height: 2400, channels: 3, background: '#888', noise } })
		.jpeg({ quality: 94, chromaSubsampling: '4:4:4' })
		.toBuffer()
	assert(photo.length > 12_000_000)
	const { moment } = momentOf('bus')
	assert.equal((await add('photo', moment, photo)).answer.statusCode, 303)
	const seconds = 30 * 60
	const talk = Buffer.alloc(44 + seconds * 16_000, 0x80)
	silence.copy(talk, 0, 0, 44)
	talk.writeUInt32LE(16_000, 24)
	talk.writeUInt32LE(16_000, 28)
	talk.writeUInt32LE(talk.length - 8, 4)
	talk.writeUInt32LE(talk.length - 44, 40)
	const { answer, file } = await add('voice', moment, talk)
	assert.equal(answer.statusCode, 303)
	const part = await place.app.inject({
		url: routes.file.whole.href({ person, file }),
		headers: { cookie: cookie(ann), range: `bytes=${talk.length - 3}-` },
	})
	assert.equal(part.statusCode, 206)
	assert.equal(part.headers['content-range'], `bytes ${talk.length - 3}-${talk.length - 1}/${talk.length}`)
	await ann.post(routes.file.delete.href({ person, file }))
})

test('what is printed and taken along has them: on the page, in the data, and themselves in the packet, with names swapped', async () => {
	const copy = routes.story.copy.href({ person })
	const swap = { name1: 'Linda', instead1: 'my sister' }
	const page = await ann.post(copy, { ...swap, as: 'page' })
	assert.match(page.html, new RegExp(`<img src="${routes.file.preview.href({ person, file: bench })}"`))
	assert.match(page.html, /A voice note, kept on[^<]*<[\s\S]{0,60}The song that my sister and I had for stirring\./)
	const data = JSON.parse((await ann.post(copy, { ...swap, as: 'data' })).html)
	const [its] = data.moments.find(({ id }: { id: string }) => id === momentOf('gran').moment).files
	assert.match(its.path, /^files\/.*voice-note\.wav$/)
	assert.equal(its.words, 'The song that my sister and I had for stirring.')
	const packet = await ann.post(copy, { ...swap, as: 'packet' })
	assert.match(String(packet.raw.headers['content-disposition']), /my-story\.zip/)
	for (const part of ['my-story.html', 'my-story.json', its.path]) assert(packet.raw.rawPayload.includes(part), part)
	assert(!packet.raw.rawPayload.includes('Linda'))
})
