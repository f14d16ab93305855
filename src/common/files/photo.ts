import { fileTypeFromBuffer } from 'file-type'
import { atMost } from '../../platform/at-most.ts'

/** What we open at all: none of these is a program, and each is told by its first bytes. */
const readable = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']

/** What phones by Apple take unless they are asked for JPEG. Its patents keep it out of sharp as it is published. */
const heics = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']

/** Pixels at most: more than phones take, and few enough to hold while they are made smaller. */
const mostPixels = 64_000_000
/** Pixels of the longer side, as it is kept and as it stands on a page. */
const longest = 2048
const longestOfPreview = 640
/** Seconds after which a photo is given up. */
const patience = 20

/** A photo as it is kept: made anew from its pixels alone, so that nothing else that was in the file is left. */
export type Photo = { whole: Buffer; preview: Buffer }

const oneAtATime = atMost(1)

/**
 * Makes a photo anew, the right way up, with no place, day or device in it.
 *
 * @returns 'unreadable' for what is no photo, or is broken or too large to open; 'heic' for what sharp as it is published cannot
 * read; 'not here' where this machine has no sharp
 */
export async function photoFrom(bytes: Buffer): Promise<Photo | 'unreadable' | 'heic' | 'not here'> {
	const found = await fileTypeFromBuffer(bytes)
	if (found && heics.includes(found.mime)) return 'heic'
	if (!found || !readable.includes(found.mime)) return 'unreadable'
	const sharp = await load()
	if (!sharp) return 'not here'
	return oneAtATime(async () => {
		try {
			const whole = await sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
				.autoOrient()
				.resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
				.flatten({ background: '#ffffff' })
				.timeout({ seconds: patience })
				.jpeg({ quality: 80 })
				.toBuffer()
			const preview = await sharp(whole)
				.resize({ width: longestOfPreview, height: longestOfPreview, fit: 'inside', withoutEnlargement: true })
				.jpeg({ quality: 70 })
				.toBuffer()
			return { whole, preview }
		} catch {
			return 'unreadable'
		}
	})
}

/** Loaded with the first photo: a machine for which there is none runs everything else. */
async function load() {
	try {
		const { default: sharp } = await import('sharp')
		sharp.cache(false)
		sharp.concurrency(1)
		return sharp
	} catch {
		return undefined
	}
}
