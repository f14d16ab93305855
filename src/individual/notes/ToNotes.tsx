import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { notesWords } from './notes.words.ts'

/** The way from home to one's own notes. */
export function ToNotes({ me, locale }: { me: string; locale: Locale }) {
	return (
		<p>
			<a class="act-link" href={routes.notes.show.href({ person: me })}>
				{notesWords({ locale, voice: 'person' })('toNotes')}
			</a>
		</p>
	)
}
