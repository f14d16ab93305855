import type { Tx } from '../../platform/database/acting.ts'
import { dayIn, isoDay } from '../../platform/days.ts'
import type { Takeable, TakenFile } from '../take-with-you/index.ts'
import { myFiles } from './files.queries.ts'
import { type KeptFile, nameOf } from './files.ts'
import { fileWords } from './files.words.ts'
import { piecesOf } from './receiving.ts'

/** Where a file stands in the packet: by its day, with its place among all of them, so that no two are called the same. */
const pathOf = (file: KeptFile, at: number): string =>
	`files/${isoDay(file.keptAt)}-${String(at + 1).padStart(3, '0')}-${nameOf(file)}`

/** A file of mine, and where it stands in a packet that I take along. */
export type TakenWith = KeptFile & { path: string }

/** My photos and voice notes, the newest first: all of them, or those with things of one kind; each with where it stands in a packet. */
export async function filesToTake(tx: Tx, about?: string): Promise<TakenWith[]> {
	const files = (await myFiles(tx)).map((file, at) => ({ ...file, path: pathOf(file, at) }))
	return files.filter((file) => about === undefined || file.about === about)
}

/** The files themselves, for a packet. */
export const packedFiles = (files: readonly TakenWith[]): TakenFile[] =>
	files.map(({ id, path }) => ({ path, pieces: (acts) => piecesOf(acts, id, 'whole') }))

/** My photos and voice notes, as I take them along: named in what can be read, and themselves in the packet. */
export const takeableFiles: Takeable = {
	key: 'files',
	async read(tx, locale) {
		const say = fileWords({ locale, voice: 'anyone' })
		const files = await filesToTake(tx)
		return {
			json: files.map((file) => ({
				...{ path: file.path, kind: file.kind, type: file.type, with: file.about, about: file.aboutId },
				...{ words: file.words, bytes: file.bytes, at: file.keptAt.toISOString() },
			})),
			body: (
				<section>
					<h2>{say('takeHeading')}</h2>
					{files.length === 0 && <p>{say('none')}</p>}
					<ul>
						{files.map((file) => (
							<li key={file.id}>
								<a href={file.path}>
									{say(file.kind === 'photo' ? 'aPhoto' : 'aVoice', { day: dayIn(file.keptAt, locale) })}
								</a>{' '}
								<bdi data-own-words="">{file.words}</bdi>
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
	async files(tx) {
		return packedFiles(await filesToTake(tx))
	},
}
