/** What is left of a sound: the sound, at the same length where that matters, and nothing that somebody's phone wrote beside it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAac, anM4a, anMp3, anOgg, aWav, aWebm } from '../../../../test/access/sounds.ts'
import { onlySound, type Sound } from './bare.ts'
import { checksum } from './ogg.ts'
import { NotOnlySound, takingFrom } from './taking.ts'

/** What is left of it when it comes in pieces of so many bytes. */
async function left(type: Sound, sound: Buffer, piece = sound.length): Promise<Buffer> {
	async function* coming() {
		for (let at = 0; at < sound.length; at += piece) yield sound.subarray(at, at + piece)
	}
	const pieces: Buffer[] = []
	for await (const some of onlySound(type, takingFrom(coming()))) pieces.push(some)
	return Buffer.concat(pieces)
}

const place = 'kanari +55.95-003.19/ 12 Mill Lane'

for (const [type, sound, heard, isAsLong] of [
	['audio/mp4', anM4a(place), 'sound of aac', true],
	['audio/3gpp', anM4a(place, 'soun', '3gp4'), 'sound of aac', true],
	['audio/webm', aWebm(place), 'sound of webm', true],
	['audio/ogg', anOgg('LOCATION=kanari', `TITLE=${place.repeat(6)}`), 'sound of opus', true],
	['audio/wav', aWav(place), 'data', true],
	['audio/mpeg', anMp3(place, 'kanari behind'), '\x07\x07', false],
] as const) {
	test(`${type}: a place, a title and a day are taken out, and the sound stays as it was`, async () => {
		assert(sound.includes('kanari'), 'there was something to take out')
		const whole = await left(type, sound)
		assert(!whole.includes('kanari') && !whole.includes('Mill Lane'))
		assert(whole.includes(Buffer.from(heard, 'latin1')))
		if (isAsLong) assert.equal(whole.length, sound.length)
		assert((await left(type, sound, 1)).equals(whole), 'byte by byte it comes out the same')
		assert((await left(type, whole)).equals(whole), 'and there is nothing more to take out')
	})
}

test('what has nothing beside its sound comes out as it came', async () => {
	for (const [type, sound] of [
		['audio/mpeg', anMp3()],
		['audio/aac', anAac()],
		['audio/amr', Buffer.from('#!AMR\nframes')],
	] as const) {
		assert((await left(type, sound)).equals(sound), type)
	}
})

test('each page of an Ogg that was changed has its right checksum', async () => {
	const whole = await left('audio/ogg', anOgg('TITLE=kanari'))
	const second = Buffer.from(whole.subarray(whole.indexOf('OggS', 4), whole.lastIndexOf('OggS')))
	const sum = second.readUInt32LE(22)
	second.writeUInt32LE(0, 22)
	assert.equal(checksum(second), sum)
})

test('a film, and what cannot be followed, is refused', async () => {
	const refused = (type: Sound, sound: Buffer) => assert.rejects(left(type, sound), NotOnlySound)
	await refused('audio/mp4', anM4a(place, 'vide'))
	await refused('audio/mp4', anM4a(place, 'meta'))
	await refused('audio/ogg', Buffer.from('OggS and then words of kanari'))
	await refused('audio/webm', Buffer.concat([aWebm(''), Buffer.from('00')]))
	await refused('audio/mpeg', Buffer.alloc(300_000, 1))
})
