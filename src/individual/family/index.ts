export { familyRoutes } from './family.routes.ts'
export { invitedWords } from './family.words.ts'
export { invitationsToCheck } from './invitations.queries.ts'
export { takeableSupporters } from './takeable.tsx'
