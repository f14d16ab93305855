/** A voice note, through the door that people use: it comes and goes byte for byte, or not at all. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { people } from '../../../demo/demonstration.ts'
import { silence } from '../../../test/access/smallest.ts'
import { anAac, anM4a, anMp3, anOgg, aWav, aWebm } from '../../../test/access/sounds.ts'
import { formWith } from '../../../test/support/form-with.ts'
import { newId } from '../../platform/database/values.ts'
import { ann, bytesOf, newest, of, place, refused, rows, send, voice, withPlace } from './files.test-tools.ts'
import { mostBytes } from './files.ts'

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
