import { dayIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { fileWords } from './files.words.ts'
import type { TakenWith } from './takeable.tsx'

/** Where files are for a page that is read outside: beside it in a packet, on our own pages to print from, or not with it at all. */
export type FilesStand = 'in the packet' | 'on our pages' | 'not here'

/** A photo or a voice note within what somebody prints or takes along, with the words beside it. */
export function FileTaken({ file, locale, stands }: { file: TakenWith; locale: Locale; stands: FilesStand }) {
	const say = fileWords({ locale, voice: 'anyone' })
	const isPhoto = file.kind === 'photo'
	const named = say(isPhoto ? 'aPhoto' : 'aVoice', { day: dayIn(file.keptAt, locale) })
	const here = { person: file.person, file: file.id }
	const alt = file.words ?? named
	return (
		<figure class="file">
			{isPhoto && stands === 'on our pages' && <img src={routes.file.preview.href(here)} alt={alt} />}
			{isPhoto && stands === 'in the packet' && <img src={file.path} alt={alt} width="400" />}
			<figcaption>
				{stands === 'in the packet' ? <a href={file.path}>{named}</a> : named}
				{file.words && (
					<>
						{' '}
						<bdi data-own-words="">{file.words}</bdi>
					</>
				)}
			</figcaption>
		</figure>
	)
}
