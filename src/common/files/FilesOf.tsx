import { dayIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Details } from '../../ui/Details.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Sound } from '../../ui/Sound.tsx'
import type { KeptFile } from './files.ts'
import { fileWords } from './files.words.ts'

type Props = {
	files: readonly KeptFile[]
	locale: Locale
	csrf: string
	/** Who reads: what is theirs they can delete here. */
	me: string
}

/** Photos and voice notes with the words beside them: to look at, to play, and for their owner to delete. */
export function FilesOf({ files, ...props }: Props) {
	if (files.length === 0) return null
	return (
		<ul class="files">
			{files.map((file) => (
				<li key={file.id}>
					<OneFile {...props} file={file} />
				</li>
			))}
		</ul>
	)
}

function OneFile({ file, locale, csrf, me }: Omit<Props, 'files'> & { file: KeptFile }) {
	const say = fileWords({ locale, voice: 'anyone' })
	const here = { person: file.person, file: file.id }
	const isPhoto = file.kind === 'photo'
	const named = say(isPhoto ? 'aPhoto' : 'aVoice', { day: dayIn(file.keptAt, locale) })
	return (
		<>
			<figure class="file">
				{isPhoto ? (
					<img src={routes.file.preview.href(here)} alt={file.words ?? named} loading="lazy" />
				) : (
					<Sound src={routes.file.whole.href(here)} label={named} />
				)}
				<figcaption>
					{file.words && (
						<span class="own-words" data-own-words="" dir="auto">
							<bdi>{file.words}</bdi>
						</span>
					)}
					<span class="quiet">{named}</span>
				</figcaption>
			</figure>
			<p>
				<a class="act-link" href={routes.file.whole.href(here)}>
					{say(isPhoto ? 'getPhoto' : 'getVoice')}
					<span class="visually-hidden">: {named}</span>
				</a>
			</p>
			{file.person === me && (
				<Details
					summary={
						<>
							{say('delete')}
							<span class="visually-hidden">: {named}</span>
						</>
					}
				>
					<p>{say('deleteHint')}</p>
					<OneButton to={routes.file.delete.href(here)} csrf={csrf} kind="secondary">
						{say('delete')}
					</OneButton>
				</Details>
			)}
		</>
	)
}
