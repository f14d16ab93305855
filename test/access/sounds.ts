/** Sounds as phones and browsers make them, each with words of somebody's beside the sound where its kind has a place for them. */
import { checksum } from '../../src/common/files/sounds/ogg.ts'

/** One page of an Ogg stream, of packets that each end on it. */
function page(number: number, ...packets: Buffer[]): Buffer {
	const laces = packets.flatMap(({ length }) => [...Array<number>(Math.floor(length / 255)).fill(255), length % 255])
	const head = Buffer.alloc(27 + laces.length)
	head.write('OggS')
	head[5] = number === 0 ? 2 : 0
	head.writeUInt32LE(7, 14)
	head.writeUInt32LE(number, 18)
	head[26] = laces.length
	Buffer.from(laces).copy(head, 27)
	const whole = Buffer.concat([head, ...packets])
	whole.writeUInt32LE(checksum(whole), 22)
	return whole
}

/** A text with its length before it, as Ogg has comments. */
function counted(text: string): Buffer {
	const bytes = Buffer.from(text)
	const length = Buffer.alloc(4)
	length.writeUInt32LE(bytes.length)
	return Buffer.concat([length, bytes])
}

export const anOgg = (...comments: string[]): Buffer =>
	Buffer.concat([
		page(0, Buffer.concat([Buffer.from('OpusHead\x01\x01'), Buffer.alloc(9)])),
		page(
			1,
			Buffer.concat([
				Buffer.from('OpusTags'),
				counted('a maker'),
				Buffer.from([comments.length, 0, 0, 0]),
				...comments.map(counted),
			]),
		),
		page(2, Buffer.from('sound of opus')),
	])

const mp3Frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413, 7)])

export function anMp3(before = '', behind = ''): Buffer {
	const tag = Buffer.from(`ID3\x03\0\0\0\0\0\0${before}`, 'latin1')
	tag[9] = before.length & 0x7f
	tag[8] = before.length >> 7
	const end = Buffer.alloc(128)
	end.write(`TAG${behind}`)
	return Buffer.concat([before ? tag : Buffer.alloc(0), mp3Frame, mp3Frame, behind ? end : Buffer.alloc(0)])
}

const aacFrame = Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]), Buffer.alloc(9, 7)])

export const anAac = (): Buffer => Buffer.concat([aacFrame, aacFrame, aacFrame])

const box = (type: string, ...content: Buffer[]): Buffer => {
	const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), ...content])
	whole.writeUInt32BE(whole.length)
	return whole
}

/** A recording of a phone: where it was made stands in `udta`, twice, and in `meta`. `of` is 'soun', or 'vide' for a film. */
export const anM4a = (place: string, of = 'soun', brand = 'M4A '): Buffer =>
	Buffer.concat([
		box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}isom`, 'latin1')),
		box('mdat', Buffer.from('sound of aac')),
		box(
			'moov',
			box('mvhd', Buffer.alloc(100)),
			box('trak', box('mdia', box('hdlr', Buffer.from(`\0\0\0\0\0\0\0\0${of}`, 'latin1'), Buffer.alloc(13)))),
			box('udta', box('\xa9xyz', Buffer.from(place)), box('loci', Buffer.from(place))),
			box('meta', Buffer.from(place)),
		),
		box('uuid', Buffer.from(place)),
	])

const element = (id: string, content: Buffer): Buffer =>
	Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x40 | (content.length >> 8), content.length & 0xff]), content])

/** What a browser records, to which something has added a title and tags. */
export const aWebm = (place: string): Buffer =>
	Buffer.concat([
		element('1a45dfa3', Buffer.from('4282847765626d', 'hex')),
		Buffer.from('1853806701ffffffffffffff', 'hex'),
		element(
			'1549a966',
			Buffer.concat([element('2ad7b1', Buffer.from('0f4240', 'hex')), element('7ba9', Buffer.from(place))]),
		),
		element('1654ae6b', Buffer.from('a track')),
		element('1254c367', Buffer.from(place)),
		Buffer.from('1f43b67501ffffffffffffff', 'hex'),
		element('a3', Buffer.from('sound of webm')),
		element('1941a469', Buffer.from(place)),
	])

/** What a recorder writes, with its words behind the sound. */
export function aWav(place: string): Buffer {
	const head = Buffer.from('UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQIAAACAgA==', 'base64')
	const words = Buffer.concat([Buffer.from('LIST\0\0\0\0INFO'), Buffer.from(place)])
	words.writeUInt32LE(words.length - 8, 4)
	return Buffer.concat([head, words])
}
