/** A photo, through the door that people use: what is taken, and what is left of it. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { point, silence } from '../../../test/access/smallest.ts'
import { bytesOf, newest, refused, send, withPlace } from './files.test-tools.ts'
import { mostBytes } from './files.ts'

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
