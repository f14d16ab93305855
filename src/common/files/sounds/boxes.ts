import { NotOnlySound, type Taking } from './taking.ts'

/** Boxes that hold boxes; those that playing needs, whole. All others, such as `udta` and `meta` with title and place, are emptied. */
const opened = ['moov', 'trak', 'mdia', 'moof', 'traf']
const kept = [
	...['ftyp', 'styp', 'mdat', 'mvhd', 'tkhd', 'edts', 'mdhd', 'hdlr', 'minf', 'mvex', 'sidx', 'mfra'],
	...['mfhd', 'tfhd', 'tfdt', 'trun', 'wide'],
]

/** MP4, M4A and 3GP (ISO/IEC 14496-12): lengths stay as they were, for the boxes say where in the file each sound lies. */
export async function* bareBoxes(bytes: Taking): AsyncGenerator<Buffer> {
	for (let box = await nextBox(bytes); box; box = await nextBox(bytes)) {
		if (box.type === 'hdlr') await onlySound(bytes)
		const isOpened = opened.includes(box.type)
		const isKept = kept.includes(box.type)
		if (!isKept && !isOpened) box.head.write('free', 4, 'latin1')
		yield box.head
		if (!isOpened) yield* isKept ? bytes.through(box.left) : bytes.blank(box.left)
	}
}

/** The next box: its head, of what type it is, and how many bytes are left of it. */
async function nextBox(bytes: Taking) {
	const short = Buffer.from(await bytes.take(8))
	if (short.length === 0) return undefined
	if (short.length < 8) throw new NotOnlySound()
	const size = short.readUInt32BE(0)
	const long = size === 1 ? await bytes.take(8) : Buffer.alloc(0)
	if (size === 1 && long.length < 8) throw new NotOnlySound()
	const head = Buffer.concat([short, long])
	const whole = size === 1 ? Number(long.readBigUInt64BE()) : size || Number.POSITIVE_INFINITY
	if (whole < head.length) throw new NotOnlySound()
	return { head, type: short.toString('latin1', 4), left: whole - head.length }
}

/** A film has a track of another kind, and where it was taken may lie in one. */
async function onlySound(bytes: Taking): Promise<void> {
	const content = await bytes.peek(12)
	if (content.toString('latin1', 8) !== 'soun') throw new NotOnlySound()
}
