/** What a person keeps for themselves in voice and photos: with some, with none, and each form with what there is to put right. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, PagesOf } from './every-page.ts'

export function pagesOfNotes(pagesOf: PagesOf): APage[] {
	const { show, addVoice, addPhoto } = routes.notes
	const ann = { person: idOf('ann') }
	const { get, post } = pagesOf('person', 'person')
	return [
		get('notes', show.href(ann)),
		get('notes-kept', `${show.href(ann)}?done=kept`),
		get('notes-deleted', `${show.href(ann)}?done=deleted`),
		...[addVoice, addPhoto].flatMap((add, at) => [
			get(`notes-add-${at}`, add.href(ann)),
			post(`notes-add-${at}-error`, add.href(ann), { words: 'What I meant to say.' }, 422),
		]),
		pagesOf('mary', 'person').get('notes', show.href({ person: idOf('mary') })),
		pagesOf('robin', 'person').get('notes-none', show.href({ person: idOf('robin') })),
	]
}
