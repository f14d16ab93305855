export { draftOf, markShared, myDrafts, saveDraft, throwAwayDraft } from './drafts.queries.ts'
export { draftWords } from './drafts.words.ts'
export { FormParts } from './FormParts.tsx'
export { canBeKept, type Form, writing } from './writing.routes.ts'
