import { dayIn, isoDay } from '../../platform/days.ts'
import type { Takeable } from '../take-with-you/index.ts'
import { myFiles } from './files.queries.ts'
import { type KeptFile, nameOf } from './files.ts'
import { fileWords } from './files.words.ts'
import { piecesOf } from './receiving.ts'

/** Where a file stands in the packet: by its day, with its place among all of them, so that no two are called the same. */
const pathOf = (file: KeptFile, at: number): string =>
	`files/${isoDay(file.keptAt)}-${String(at + 1).padStart(3, '0')}-${nameOf(file)}`

/** My photos and voice notes, as I take them along: named in what can be read, and themselves in the packet. */
export const takeableFiles: Takeable = {
	key: 'files',
	async read(tx, locale) {
		const say = fileWords({ locale, voice: 'anyone' })
		const files = await myFiles(tx)
		return {
			json: files.map((file, at) => ({
				...{ path: pathOf(file, at), kind: file.kind, type: file.type, with: file.about, about: file.aboutId },
				...{ words: file.words, bytes: file.bytes, at: file.keptAt.toISOString() },
			})),
			body: (
				<section>
					<h2>{say('takeHeading')}</h2>
					{files.length === 0 && <p>{say('none')}</p>}
					<ul>
						{files.map((file, at) => (
							<li key={file.id}>
								<a href={pathOf(file, at)}>
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
		return (await myFiles(tx)).map((file, at) => ({
			path: pathOf(file, at),
			pieces: (acts) => piecesOf(acts, file.id, 'whole'),
		}))
	},
}
