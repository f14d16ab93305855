export { inviteRoutes } from './invite.routes.tsx'
export { peopleIWorkWith, type Tie, whoWorksWith } from './relationship.queries.ts'
export { relationshipRoutes } from './relationship.routes.tsx'
