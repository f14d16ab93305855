/** Photos and voice notes, through the door that people use: what is taken, what is left of it, and what nothing stays of. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { idOf, people } from '../../../demo/demonstration.ts'
import { point, silence } from '../../../test/access/smallest.ts'
import { anAac, anM4a, anMp3, anOgg, aWav, aWebm } from '../../../test/access/sounds.ts'
import { formWith } from '../../../test/support/form-with.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { deleteFilesWith, filesWith, moveFiles } from './files.queries.ts'
import { mostBytes, mostInAll } from './files.ts'

const place = await openPlace()
const ann = await place.as('person')
const of = (kind: 'voice' | 'photo') => `/people/${people.person}/notes/${kind}`

type Kept = {
	id: string
	kind: string
	type: string
	bytes: number
	preview_bytes: number | null
	words: string | null
}

/** Sends a form with this file in it, under whatever name. */
async function send(
	kind: 'voice' | 'photo',
	file: Buffer | undefined,
	more: Record<string, string> = {},
	{ browser = ann, name = 'whatever.bin' }: { browser?: Browser; name?: string } = {},
) {
	const csrf = (await browser.get(of(kind))).html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? ''
	const { payload, headers } = formWith({ csrf, once: newId(), ...more }, file, name)
	const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
	return place.app.inject({ method: 'POST', url: of(kind), payload, headers: { ...headers, cookie } })
}

const all = () => place.underneath<Kept>('select id, kind, type, bytes, preview_bytes, words from file order by id')
const newest = async () => (await all()).at(-1)
const rows = async () =>
	(
		await place.underneath(
			'select (select count(*)::int from file) as files, (select count(*)::int from file_piece) as pieces',
		)
	)[0]

/** Sends this, and expects it to be refused with these words, with nothing of it kept. */
async function refused(
	kind: 'voice' | 'photo',
	file: Buffer | undefined,
	words: RegExp,
	more?: Record<string, string>,
) {
	const before = await rows()
	const answer = await send(kind, file, more)
	assert.equal(answer.statusCode, 422)
	assert.match(answer.body.replaceAll('&quot;', '"'), words)
	assert.deepEqual(await rows(), before, 'nothing of it stays')
	return answer
}

const bytesOf = async (file: string, path = '', browser = ann, headers: Record<string, string> = {}) => {
	const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
	return place.app.inject({ url: `/people/${people.person}/files/${file}${path}`, headers: { cookie, ...headers } })
}

/** A photo with a place, a day and a device in it, on its side. */
const withPlace = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#264' } })
	.withExif({
		IFD0: { Make: 'kanari-phone', Copyright: 'kanari-somebody' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
	})
	.withMetadata({ orientation: 6 })
	.jpeg()
	.toBuffer()

describe('a photo', () => {
	test('of the kind that phones by Apple take is refused in one sentence that says what to do', async () => {
		const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(40)])
		await refused(
			'photo',
			heic,
			/That photo is a HEIC, which we cannot read\. Send it to yourself as a JPEG, and choose that\./,
		)
	})

	test('is made anew: no place, no device, the right way up, no larger than it need be; and a small one beside it', async () => {
		assert.ok((await sharp(withPlace).metadata()).exif?.includes('kanari-phone'), 'there was something to take out')
		assert.equal((await send('photo', withPlace, { words: 'Green.' }, { name: 'holiday.png' })).statusCode, 303)
		const kept = await newest()
		assert.deepEqual([kept?.kind, kept?.type, kept?.words], ['photo', 'image/jpeg', 'Green.'])
		for (const [path, width, height] of [
			['', 683, 2048],
			['/preview', 213, 640],
		] as const) {
			const { rawPayload, headers } = await bytesOf(kept?.id ?? '', path)
			const { exif, xmp, iptc, icc, orientation, ...found } = await sharp(rawPayload).metadata()
			assert.deepEqual([exif, xmp, iptc, icc, orientation], [undefined, undefined, undefined, undefined, undefined])
			assert.deepEqual([found.format, found.width, found.height], ['jpeg', width, height])
			assert.equal(headers['content-type'], 'image/jpeg')
			assert(!rawPayload.includes('kanari'))
		}
	})

	test('is what its bytes are, whatever it is called: a page or a drawing with script is none', async () => {
		const says = /We cannot read that as a photo\. Choose a JPEG or PNG photo\./
		await refused('photo', Buffer.from('<!doctype html><script>alert(1)</script>'), says)
		await refused('photo', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), says)
		await refused('photo', silence, says)
		await refused('photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4]), says)
		await refused('photo', withPlace.subarray(0, withPlace.length / 3), says)
	})

	test('keeps nothing of what hides behind its pixels', async () => {
		const both = Buffer.concat([await sharp(point).png().toBuffer(), Buffer.from('<script>kanari()</script>')])
		assert.equal((await send('photo', both)).statusCode, 303)
		const { rawPayload } = await bytesOf((await newest())?.id ?? '')
		assert(!rawPayload.includes('kanari'))
	})

	test('of more pixels than anybody takes is not even opened', { timeout: 60_000 }, async () => {
		const bomb = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: '#000' } })
			.png({ compressionLevel: 9 })
			.toBuffer()
		assert(bomb.length < 2_000_000, 'small as it comes')
		await refused('photo', bomb, /We cannot read that as a photo/)
	})

	test('of 12 MB is kept; one of more than 15 MB is not', { timeout: 60_000 }, async () => {
		const noise = await sharp({
			create: {
				width: 3000,
				height: 2400,
				channels: 3,
				background: '#888',
				noise: { type: 'gaussian', mean: 128, sigma: 60 },
			},
		})
			.jpeg({ quality: 94, chromaSubsampling: '4:4:4' })
			.toBuffer()
		assert(noise.length > 12_000_000 && noise.length < mostBytes.photo, `${noise.length} bytes`)
		assert.equal((await send('photo', noise)).statusCode, 303)
		const padded = Buffer.concat([noise, Buffer.alloc(mostBytes.photo + 1 - noise.length)])
		await refused('photo', padded, /That photo is too large\. Choose one of 15 MB or less\./)
	})
})

/** A voice note of so many bytes that begins as one does. */
const voice = (bytes: number) => {
	const made = Buffer.alloc(bytes)
	for (let at = 0; at < bytes; at += 4) made.writeUInt32LE(at, at)
	silence.copy(made)
	made.writeUInt32LE(bytes - 44, 40)
	return made
}

describe('a voice note', () => {
	test('of half an hour comes and goes byte for byte, whole and in parts', { timeout: 120_000 }, async () => {
		const spoken = voice(30_000_000)
		assert.equal((await send('voice', spoken)).statusCode, 303)
		const kept = await newest()
		assert.equal(kept?.bytes, spoken.length)
		const whole = await bytesOf(kept?.id ?? '')
		assert.equal(whole.statusCode, 200)
		assert.equal(whole.headers['accept-ranges'], 'bytes')
		assert(whole.rawPayload.equals(spoken))
		for (const [range, from, to] of [
			['bytes=0-1', 0, 1],
			['bytes=262143-262145', 262_143, 262_145],
			['bytes=29999990-', 29_999_990, 29_999_999],
			['bytes=-5', 29_999_995, 29_999_999],
			['bytes=29999990-99999999', 29_999_990, 29_999_999],
		] as const) {
			const part = await bytesOf(kept?.id ?? '', '', ann, { range })
			assert.equal(part.statusCode, 206, range)
			assert.equal(part.headers['content-range'], `bytes ${from}-${to}/30000000`)
			assert.equal(part.headers['content-length'], String(to - from + 1))
			assert(part.rawPayload.equals(spoken.subarray(from, to + 1)), range)
		}
		assert.equal((await bytesOf(kept?.id ?? '', '', ann, { range: 'bytes=30000000-' })).statusCode, 416)
		assert.equal((await bytesOf(kept?.id ?? '', '', ann, { range: 'bytes=0-1,5-6' })).statusCode, 200)
		assert.equal((await ann.post(`/people/${people.person}/files/${kept?.id}/delete`)).status, 303)
		assert.equal((await bytesOf(kept?.id ?? '')).statusCode, 404)
		assert.deepEqual(await place.underneath('select from file_piece where file_id = $1', [kept?.id]), [])
	})

	test('of more than 40 MB is not kept, whether it says so before or not', { timeout: 120_000 }, async () => {
		await refused('voice', voice(mostBytes.voice + 4), /That voice note is too long\. Choose one of 40 MB or less\./)
		await refused('voice', voice(mostBytes.voice + 400_000), /That voice note is too long/)
	})

	test('is what its bytes are: each kind that phones record is kept as that, and nothing else is', async () => {
		const kinds: [string, Buffer][] = [
			['audio/ogg', anOgg()],
			[
				'audio/mp4',
				Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypM4A \0\0\0\0M4A isom'), Buffer.alloc(40)]),
			],
			[
				'audio/mp4',
				Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\0\0isommp42'), Buffer.alloc(40)]),
			],
			[
				'audio/3gpp',
				Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftyp3gp4\0\0\0\x003gp43gp6'), Buffer.alloc(40)]),
			],
			['audio/amr', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(40)])],
			['audio/aac', anAac()],
			['audio/mpeg', anMp3()],
			[
				'audio/webm',
				Buffer.from(
					'1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff',
					'hex',
				),
			],
			['audio/wav', silence],
		]
		for (const [type, bytes] of kinds) {
			assert.equal((await send('voice', bytes, {}, { name: 'page.html' })).statusCode, 303, type)
			const kept = await newest()
			assert.equal(kept?.type, type)
			const { headers } = await bytesOf(kept?.id ?? '')
			assert.equal(headers['content-type'], type)
			assert.match(String(headers['content-disposition']), /^attachment; filename="voice-note\.\w+"$/)
			assert.match(String(headers['content-security-policy']), /^default-src 'none';.*; sandbox$/)
			assert.equal(headers['x-content-type-options'], 'nosniff')
			assert.equal(headers['cache-control'], 'no-store')
		}
		for (const other of [withPlace, Buffer.from('<html>'), Buffer.from('%PDF-1.7'), Buffer.alloc(0), undefined]) {
			await refused('voice', other, /We cannot read that as a voice note|Record something, or choose a voice note/)
		}
	})

	test('has only its sound kept: where it was made, which a phone wrote beside it, is not in what comes back', async () => {
		const made = 'kanari +55.95-003.19/'
		for (const sound of [anM4a(made), aWebm(made), anOgg(`LOCATION=${made}`), anMp3(made, 'kanari'), aWav(made)]) {
			assert(sound.includes('kanari'))
			assert.equal((await send('voice', sound)).statusCode, 303)
			assert(!(await bytesOf((await newest())?.id ?? '')).rawPayload.includes('kanari'))
		}
		assert.deepEqual(await place.underneath(`select from file_piece where position('kanari'::bytea in bytes) > 0`), [])
		await refused('voice', anM4a(made, 'vide'), /We cannot read that as a voice note/)
		await refused('voice', Buffer.concat([anOgg(), Buffer.from('no page')]), /We cannot read that as a voice note/)
	})

	test('that is cut on its way leaves nothing', async () => {
		const before = await rows()
		const csrf = (await ann.get(of('voice'))).html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? ''
		const { payload, headers } = formWith({ csrf, once: newId() }, voice(3_000_000))
		await place.app.listen({ port: 0, host: '127.0.0.1' })
		const { port } = place.app.server.address() as { port: number }
		const cut = new AbortController()
		async function* half() {
			yield payload.subarray(0, 2_000_000)
			while ((await rows())?.pieces === before?.pieces) await new Promise((later) => setTimeout(later, 20))
			cut.abort()
			yield payload.subarray(2_000_000, 2_000_001)
		}
		const cookie = [...ann.cookies].map((pair) => pair.join('=')).join('; ')
		const sent = fetch(`http://127.0.0.1:${port}${of('voice')}`, {
			method: 'POST',
			body: Readable.toWeb(Readable.from(half())),
			duplex: 'half',
			headers: { ...headers, cookie },
			signal: cut.signal,
		} as RequestInit)
		await assert.rejects(sent)
		for (let tries = 0; tries < 200 && (await rows())?.pieces !== before?.pieces; tries++) {
			await new Promise((later) => setTimeout(later, 20))
		}
		assert.deepEqual(await rows(), before)
	})
})

describe('a form with a file', () => {
	test('a second press keeps no second one', async () => {
		const before = await rows()
		const once = newId()
		for (let press = 0; press < 2; press++) assert.equal((await send('voice', silence, { once })).statusCode, 303)
		assert.deepEqual(await rows(), { files: Number(before?.files) + 1, pieces: Number(before?.pieces) + 1 })
	})

	test('two presses at once keep one', async () => {
		const before = await rows()
		const once = newId()
		const answers = await Promise.all([1, 2, 3].map(() => send('voice', silence, { once })))
		assert.deepEqual(
			answers.map(({ statusCode }) => statusCode),
			[303, 303, 303],
		)
		assert.deepEqual(await rows(), { files: Number(before?.files) + 1, pieces: Number(before?.pieces) + 1 })
	})

	test('what is typed is not lost, and too much of it keeps no file', async () => {
		const words = 'x'.repeat(501)
		const { body } = await refused('voice', silence, /Use 500 characters or fewer\./, { words })
		assert(body.includes(words))
		for (const file of [undefined, Buffer.alloc(0), withPlace, voice(mostBytes.voice + 400_000)]) {
			const answer = await refused('voice', file, /voice note/, { words: 'Typed already.' })
			assert(answer.body.includes('Typed already.'))
		}
	})

	test('without its token not a byte is taken; nor at an address that awaits none', async () => {
		const before = await rows()
		assert.equal((await send('voice', silence, { csrf: 'wrong' })).statusCode, 403)
		const { payload, headers } = formWith({}, silence)
		const elsewhere = await place.app.inject({ method: 'POST', url: '/sign-out', payload, headers })
		assert.equal(elsewhere.statusCode, 400)
		// Parts that do not fit together are no form either, before the file and in the middle of it.
		const { csrf } = { csrf: (await ann.get(of('voice'))).html.match(/name="csrf" value="([\w-]+)"/)?.[1] ?? '' }
		const whole = formWith({ csrf, once: newId() }, voice(900_000))
		const cookie = [...ann.cookies].map((pair) => pair.join('=')).join('; ')
		for (const end of [20, 150, whole.payload.length - 300_000, whole.payload.length - 20]) {
			const half = { payload: whole.payload.subarray(0, end), headers: { ...whole.headers, cookie } }
			const broken = await place.app.inject({ method: 'POST', url: of('voice'), ...half })
			assert.equal(broken.statusCode, 400, `cut at ${end}`)
		}
		assert.deepEqual(await rows(), before)
	})

	test('nobody keeps more than 500 MB in all, or sends more than 60 in an hour', async () => {
		const [one] = await place.underneath<{ id: string }>(
			'select id from file where account_id = $1 and kind = $2 limit 1',
			[people.person, 'voice'],
		)
		await place.underneath('update file set bytes = $1 where id = $2', [mostInAll, one?.id])
		await refused('voice', silence, /You keep 500 MB here, which is all we can\. Delete something first\./)
		await refused('photo', point, /You keep 500 MB here/)
		await place.underneath('delete from file where id = $1', [one?.id])
		assert.equal((await send('voice', silence)).statusCode, 303)
		await place.underneath('update gate.tries set count = 60 where count > 5')
		await refused('voice', silence, /That was a lot in one hour\. Wait a little and try again\./)
		await place.underneath('delete from gate.tries')
	})
})

describe('in a scope', () => {
	const file = newId()
	const flat = idOf('ann/flat')

	test('a file comes and goes with the thing that it stands with, and each look of another is in the record', async () => {
		await place.underneath('update file set about_id = $1 where account_id = $2 and kind = $3', [
			flat,
			people.person,
			'photo',
		])
		const area = idOf('Rivermouth')
		const theirs = () => place.acting('practitioner', (tx) => filesWith(tx, [flat]))
		assert.deepEqual(await theirs(), [], 'in no scope it is nobody else’s')
		await place.acting('person', (tx) => moveFiles(tx, [flat], idOf('ann/plan')))
		const [seen] = await theirs()
		assert(seen)
		const browser = await place.as('practitioner')
		const looks = async () =>
			(
				await place.underneath<{ n: number }>(
					`select count(*)::int as n from access_entry where what = 'file' and thing_id = $1 and act = 'looked' and by_id = $2`,
					[seen.id, people.practitioner],
				)
			)[0]?.n
		assert.equal((await bytesOf(seen.id, '/preview', browser)).statusCode, 200)
		assert.equal(await looks(), 1)
		assert.equal((await bytesOf(seen.id, '', browser, { range: 'bytes=5-9' })).statusCode, 206)
		assert.equal(await looks(), 2, 'a part is a look too')
		assert.equal((await browser.post(`/people/${people.person}/files/${seen.id}/delete`)).status, 404)
		await place.acting('practitioner', (tx) => deleteFilesWith(tx, [flat]))
		assert((await theirs()).length > 0, 'nobody else deletes it')
		await place.underneath(
			`insert into file (area_id, id, account_id, about, kind, type, once) values ($1, $2, $3, 'note', 'voice', 'audio/wav', $2)`,
			[...[area, file, people.person]],
		)
		assert.equal((await bytesOf(file)).statusCode, 404, 'what has not wholly come is not there')
		await place.acting('person', (tx) => deleteFilesWith(tx, [flat]))
		assert.deepEqual(await theirs(), [])
	})

	test('nobody puts a file into a scope of somebody else’s', async () => {
		const row = {
			area_id: idOf('Rivermouth'),
			id: newId(),
			once: newId(),
			about: 'note',
			kind: 'voice',
			type: 'audio/wav',
		} as const
		const insert = place.acting('practitioner', (tx) =>
			tx
				.insertInto('file')
				.values({ ...row, account_id: people.practitioner, scope_id: idOf('ann/plan') })
				.execute(),
		)
		await assert.rejects(insert, { code: '23503' })
		const moved = place.acting('other-person', async (tx) => {
			await tx
				.insertInto('file')
				.values({ ...row, account_id: people['other-person'], about_id: flat })
				.execute()
			await moveFiles(tx, [flat], idOf('ann/plan'))
		})
		await assert.rejects(moved, { code: '23503' })
	})

	test('what was cut off goes with the rest that is past its time', async () => {
		await place.underneath(`update file set begun_at = now() - interval '2 hours' where id = $1`, [file])
		await place.system('system_forget')
		assert.deepEqual(await place.underneath('select from file where id = $1', [file]), [])
	})
})

test('leaving takes every file and every piece of it, and nobody else’s', async () => {
	const left = () =>
		place.underneath<{ account_id: string }>(
			'select distinct f.account_id from file f join file_piece p on p.area_id = f.area_id and p.file_id = f.id',
		)
	assert((await left()).some(({ account_id }) => account_id === idOf('mary')))
	const others = (await left()).length - 1
	const entry = { area: idOf('Rivermouth'), account: idOf('mary'), at: new Date().toISOString() }
	await place.system('system_erase', JSON.stringify([entry]))
	assert.equal((await left()).length, others)
	assert.deepEqual(await place.underneath('select from file where account_id = $1', [idOf('mary')]), [])
	assert.deepEqual(
		await place.underneath('select from file_piece p where not exists (select from file f where f.id = p.file_id)'),
		[],
	)
})
