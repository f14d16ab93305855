export { takeableDrafts, takeablePasskeys, takeableProvider, takeableSignIn } from './own-account.tsx'
export { takeWithYouRoutes } from './take-with-you.routes.tsx'
export type { Json, Showable, Takeable, TakenFile } from './taken.ts'
