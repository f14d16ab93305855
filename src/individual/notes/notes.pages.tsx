import { BeforeYouWrite } from '../../common/areas/index.ts'
import { AddFile, type AddForm, FilesOf, type KeptFile } from '../../common/files/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { notesWords } from './notes.words.ts'

/** One's own notes, as one reads them. */
export type Notes = { me: string; csrf: string; reader: Reader<'person'> }

/** Every voice note and photo that I keep for myself. */
export function NotesPage({ me, csrf, reader, files }: Notes & { files: KeptFile[] }) {
	const say = notesWords(reader)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('onlyYou')}</p>
			<div class="button-group">
				<Button href={routes.notes.addVoice.href({ person: me })}>{say('addVoice')}</Button>
				<Button href={routes.notes.addPhoto.href({ person: me })} kind="secondary">
					{say('addPhoto')}
				</Button>
			</div>
			{files.length === 0 && <p>{say('none')}</p>}
			<FilesOf files={files} locale={reader.locale} csrf={csrf} me={me} />
		</>
	)
}

/** "Add a voice note", or a photo. */
export function addNotePage(kind: 'voice' | 'photo', notes: Notes & { passedOn: string }, form: AddForm): Framed {
	const { me, reader, passedOn } = notes
	const say = notesWords(reader)
	return {
		title: say('tabAdd'),
		backHref: routes.notes.show.href({ person: me }),
		...(kind === 'voice' && { sound: 'records' }),
		body: (
			<>
				<h1>{say(`${kind}Title`)}</h1>
				<AddFile form={form} kind={kind} locale={reader.locale}>
					<InsetText>{say('onlyYou')}</InsetText>
					<BeforeYouWrite reader={reader} passedOn={passedOn} />
				</AddFile>
			</>
		),
	}
}
