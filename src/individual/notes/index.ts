import type { HomesOfFiles } from '../../common/files/index.ts'
import { routes } from '../../routes.ts'
import { about } from './notes.routes.tsx'

export { notesRoutes } from './notes.routes.tsx'
export { ToNotes } from './ToNotes.tsx'

/** Where a note is shown. */
export const homeOfNotes: HomesOfFiles = { [about]: ({ person }) => routes.notes.show.href({ person }) }
