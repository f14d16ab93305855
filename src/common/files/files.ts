import type { FileRow } from '../../platform/database/schema.ts'
import type { Sound } from './sounds/bare.ts'

/** What somebody can keep here beside words. */
export type Kind = FileRow['kind']

/** A photo or a voice note of somebody's, without its bytes. */
export type KeptFile = {
	id: string
	/** Whose it is. */
	person: string
	scope: string | null
	about: string
	aboutId: string | null
	kind: Kind
	type: FileRow['type']
	/** Beside a voice note their words; of a photo what is to be seen. */
	words: string | null
	bytes: number
	previewBytes: number | null
	keptAt: Date
}

const megabyte = 1024 * 1024

/** Bytes of one file, as it comes. Half an hour of speech is 7 MB as our page records it, and 30 MB as some phones do. */
export const mostBytes: Readonly<Record<Kind, number>> = { photo: 15 * megabyte, voice: 40 * megabyte }

/** Minutes that our page records. Of a file that comes otherwise only the bytes count. */
export const mostMinutes = 30

/** Bytes that one person keeps here in all, and files that they send in an hour. */
export const mostInAll = 500 * megabyte
export const mostInAnHour = 60

/** Signs of the words beside a file. */
export const mostWords = 500

/** How many megabytes these are, for people. */
export const inMegabytes = (bytes: number): number => Math.round(bytes / megabyte)

/** What a file chooser offers, the kinds of photo that we can read: a phone then turns its own kind into one of them. */
export const photosTaken = 'image/jpeg,image/png,image/webp,image/gif,image/avif'
export const voicesTaken = 'audio/*,.m4a,.mp3,.ogg,.opus,.webm,.wav,.aac,.3gp,.amr'

/** What each kind of sound is sent as, by what its first bytes say it is: phones and browsers record into these. */
const sounds: Readonly<Record<string, Sound>> = {
	'video/webm': 'audio/webm',
	'audio/ogg': 'audio/ogg',
	'audio/ogg; codecs=opus': 'audio/ogg',
	'audio/mp4': 'audio/mp4',
	'audio/x-m4a': 'audio/mp4',
	'video/mp4': 'audio/mp4',
	'video/quicktime': 'audio/mp4',
	'audio/mpeg': 'audio/mpeg',
	'audio/aac': 'audio/aac',
	'audio/wav': 'audio/wav',
	'video/3gpp': 'audio/3gpp',
	'video/3gpp2': 'audio/3gpp',
	'audio/amr': 'audio/amr',
}

/** As what a sound is kept, by what it is found to be; nothing, where we keep none such. */
export const soundOf = (mime: string | undefined): Sound | undefined => (mime ? sounds[mime] : undefined)

const endings: Readonly<Record<FileRow['type'], string>> = {
	'image/jpeg': 'jpg',
	'audio/webm': 'webm',
	'audio/ogg': 'ogg',
	'audio/mp4': 'm4a',
	'audio/mpeg': 'mp3',
	'audio/aac': 'aac',
	'audio/wav': 'wav',
	'audio/3gpp': '3gp',
	'audio/amr': 'amr',
}

/** What a file is called where it is kept: its kind, never a name that somebody gave it. */
export const nameOf = ({ kind, type }: Pick<KeptFile, 'kind' | 'type'>): string =>
	`${kind === 'photo' ? 'photo' : 'voice-note'}.${endings[type]}`
