/** Sending files through the door that people use, and what is kept of them. */
import assert from 'node:assert/strict'
import sharp from 'sharp'
import { people } from '../../../demo/demonstration.ts'
import { silence } from '../../../test/access/smallest.ts'
import { formWith } from '../../../test/support/form-with.ts'
import { type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'

export const place = await openPlace()
export const ann = await place.as('person')
export const of = (kind: 'voice' | 'photo') => `/people/${people.person}/notes/${kind}`

type Kept = {
	id: string
	kind: string
	type: string
	bytes: number
	preview_bytes: number | null
	words: string | null
}

/** Sends a form with this file in it, under whatever name. */
export async function send(
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
export const newest = async () => (await all()).at(-1)
export const rows = async () =>
	(
		await place.underneath(
			'select (select count(*)::int from file) as files, (select count(*)::int from file_piece) as pieces',
		)
	)[0]

/** Sends this, and expects it to be refused with these words, with nothing of it kept. */
export async function refused(
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

export const bytesOf = async (file: string, path = '', browser = ann, headers: Record<string, string> = {}) => {
	const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
	return place.app.inject({ url: `/people/${people.person}/files/${file}${path}`, headers: { cookie, ...headers } })
}

/** A photo with a place, a day and a device in it, on its side. */
export const withPlace = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#264' } })
	.withExif({
		IFD0: { Make: 'kanari-phone', Copyright: 'kanari-somebody' },
		IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
	})
	.withMetadata({ orientation: 6 })
	.jpeg()
	.toBuffer()

/** A voice note of so many bytes that begins as one does. */
export const voice = (bytes: number) => {
	const made = Buffer.alloc(bytes)
	for (let at = 0; at < bytes; at += 4) made.writeUInt32LE(at, at)
	silence.copy(made)
	made.writeUInt32LE(bytes - 44, 40)
	return made
}
