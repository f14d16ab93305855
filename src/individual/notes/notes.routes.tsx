import type { FastifyInstance } from 'fastify'
import { whatIsPassedOn } from '../../common/areas/index.ts'
import { adding, filesTold, type Ground, myFiles } from '../../common/files/index.ts'
import { show } from '../../common/frame/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { addNotePage, type Notes, NotesPage } from './notes.pages.tsx'
import { notesWords } from './notes.words.ts'

/** With what kind of thing these files stand: with nothing else. */
export const about = 'note'

/** Opens one's own notes. Throws NotFound for everybody else, and for whoever is no person here. */
function openNotes({ params, visitor, locale }: Asked): Notes {
	const { person } = params as { person: string }
	if (!visitor || person !== visitor.account || !visitor.standings.includes('person')) throw new NotFound()
	return { me: person, csrf: visitor.csrf, reader: { locale, voice: 'person' } }
}

/** The same to add to, with what must be known before. */
const toAdd = async (tx: Tx, request: Asked) => ({ ...openNotes(request), passedOn: await whatIsPassedOn(tx) })

/** Voice notes and photos that a person keeps for themselves. They stand in no scope: nothing of them can be opened. */
export function notesRoutes(app: FastifyInstance, ground: Ground): void {
	app.get(routes.notes.show.pattern, async (request, reply) => {
		const { files, ...notes } = await request.acting(async (tx) => ({
			...openNotes(request),
			files: await myFiles(tx, about),
		}))
		return show(request, reply, {
			title: notesWords(notes.reader)('tab'),
			backHref: routes.home.href(),
			done: filesTold(request.query, request.locale),
			sound: 'plays',
			body: <NotesPage {...notes} files={files} />,
		})
	})

	for (const kind of ['voice', 'photo'] as const) {
		adding(app, ground, {
			route: kind === 'voice' ? routes.notes.addVoice : routes.notes.addPhoto,
			kind,
			open: toAdd,
			about: () => ({ about, about_id: null, scope_id: null }),
			page: (notes, form) => addNotePage(kind, notes, form),
			to: ({ me }) => `${routes.notes.show.href({ person: me })}?done=kept`,
		})
	}
}
