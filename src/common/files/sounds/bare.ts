import type { FileRow } from '../../../platform/database/schema.ts'
import { bareBoxes } from './boxes.ts'
import { lengthOfAac, lengthOfMp3, onlyFrames } from './frames.ts'
import { bareOgg } from './ogg.ts'
import type { Taking } from './taking.ts'
import { bareWav } from './wav.ts'
import { bareWebm } from './webm.ts'

/** What a sound can be kept as. */
export type Sound = Exclude<FileRow['type'], 'image/jpeg'>

/** How each kind of sound is freed of what is no sound. AMR (RFC 4867) is nothing but frames. */
const bare: Readonly<Record<Sound, (bytes: Taking) => AsyncGenerator<Buffer>>> = {
	'audio/mp4': bareBoxes,
	'audio/3gpp': bareBoxes,
	'audio/webm': bareWebm,
	'audio/ogg': bareOgg,
	'audio/wav': bareWav,
	'audio/mpeg': (bytes) => onlyFrames(bytes, lengthOfMp3),
	'audio/aac': (bytes) => onlyFrames(bytes, lengthOfAac),
	'audio/amr': (bytes) => bytes.through(Number.POSITIVE_INFINITY),
}

/**
 * The sound alone, as it comes: without title, place, day, device and picture, which phones write beside it.
 *
 * @throws NotOnlySound for what cannot be followed, or is a film
 */
export const onlySound = (type: Sound, bytes: Taking): AsyncGenerator<Buffer> => bare[type](bytes)
