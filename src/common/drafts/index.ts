export { myDrafts } from './drafts.queries.ts'
export { draftWords } from './drafts.words.ts'
export { FormParts } from './FormParts.tsx'
export { type Form, writing } from './writing.routes.ts'
