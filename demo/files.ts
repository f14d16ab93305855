import { readFileSync } from 'node:fs'
import type { FileRow } from '../src/platform/database/schema.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { type Plan, timeOn } from './story.ts'

/** A bench by the water, drawn for this demonstration. */
const quay = readFileSync(new URL('pictures/quay.jpg', import.meta.url))

/** Five notes that somebody hums, in hertz, and how many of each second are heard. */
const tune = [294, 330, 392, 330, 294]
const rate = 8000
const perNote = rate / 4

/** A few seconds of somebody humming: a WAV file of one voice in eight bits. */
function hum(): Buffer {
	const samples = tune.flatMap((pitch) =>
		Array.from({ length: perNote }, (_, at) => {
			const fades = Math.sin((Math.PI * at) / perNote)
			return 128 + Math.round(90 * fades * Math.sin((2 * Math.PI * pitch * at) / rate))
		}),
	)
	const head = Buffer.alloc(44)
	head.write('RIFF', 0)
	head.writeUInt32LE(36 + samples.length, 4)
	head.write('WAVEfmt ', 8)
	head.writeUInt32LE(16, 16)
	head.writeUInt16LE(1, 20)
	head.writeUInt16LE(1, 22)
	head.writeUInt32LE(rate, 24)
	head.writeUInt32LE(rate, 28)
	head.writeUInt16LE(1, 32)
	head.writeUInt16LE(8, 34)
	head.write('data', 36)
	head.writeUInt32LE(samples.length, 40)
	return Buffer.concat([head, Buffer.from(samples)])
}

/** Somebody keeps a photo for themselves, with what is to be seen on it in their words if they had any. */
export const keepsAPhoto = (plan: Plan, day: Day, words: string | null = null): void =>
	keeps(plan, day, words, 'photo', 'image/jpeg', quay)

/** Somebody keeps a voice note for themselves. */
export const keepsAVoiceNote = (plan: Plan, day: Day, words: string | null = null): void =>
	keeps(plan, day, words, 'voice', 'audio/wav', hum())

/** Somebody puts a photo with a moment of their story: whoever gets the moment gets it too. */
export const putsAPhotoWith = (plan: Plan, moment: { id: string }, day: Day, words: string | null = null): void =>
	keeps(plan, day, words, 'photo', 'image/jpeg', quay, moment.id)

/** Somebody says something of a moment of their story. */
export const speaksOf = (plan: Plan, moment: { id: string }, day: Day, words: string | null = null): void =>
	keeps(plan, day, words, 'voice', 'audio/wav', hum(), moment.id)

function keeps(
	{ story, person }: Plan,
	day: Day,
	words: string | null,
	kind: FileRow['kind'],
	type: FileRow['type'],
	bytes: Buffer,
	moment: string | null = null,
): void {
	const id = idOf(`${person}/${kind}/${day}`)
	const at = timeOn(story, day, 18)
	const sizes = kind === 'photo' ? (['whole', 'preview'] as const) : (['whole'] as const)
	story.rows.file.push({
		...{
			area_id: story.area,
			id,
			account_id: idOf(person),
			scope_id: null,
			about: moment ? 'moment' : 'note',
			about_id: moment,
		},
		...{ kind, type, words, once: id, bytes: bytes.length },
		preview_bytes: kind === 'photo' ? bytes.length : null,
		...{ begun_at: at, kept_at: at },
	})
	for (const size of sizes) {
		story.rows.file_piece.push({
			...{ area_id: story.area, file_id: id, size, begins_at: 0, bytes: `\\x${bytes.toString('hex')}` },
		})
	}
}
