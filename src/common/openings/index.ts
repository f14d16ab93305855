export type { Veil } from './names.ts'
export { OpenedToMe } from './OpenedToMe.tsx'
export type { Openable, Seen } from './openable.ts'
export { type What, whatIsThere, whatOf } from './opening.flow.ts'
export {
	givenToMe,
	type Opened,
	openedToMe,
	openingsOfMine,
	openTo,
	peopleRound,
	thoseICanOpenTo,
} from './openings.queries.ts'
export { openingRoutes } from './openings.routes.tsx'
export { askAgain, endsSoon } from './openings.ts'
export { openedWords } from './openings.words.ts'
export { endSupporting, peopleISupport } from './supporting.queries.ts'
export { takeableOpenings } from './takeable.tsx'
