export { StillAgree } from './alone.tsx'
export { balanceOfMyArea, type InArea } from './balance/balance.queries.ts'
export { BalanceOfArea } from './balance/OfArea.tsx'
export { type HopeAtHome, hopeAtHome, MyHope, notNowTold } from './hope/at-home.tsx'
export { takeableHope } from './hope/takeable.tsx'
export { openablePlan } from './openable.tsx'
export { planRoutes } from './plan.routes.tsx'
export { takeableProgress } from './progress/takeable.tsx'
export { KindWordsOnHome, ToKindWords } from './recognition/OnHome.tsx'
export { type Kept, newestToMe } from './recognition/recognition.queries.ts'
export { takeableKindWords } from './recognition/takeable.tsx'
export { takeableReviews } from './reviews/takeable.tsx'
export { takeableBrought } from './steps/brought.page.tsx'
export {
	type Bringing,
	myOpenPromises,
	type OpenPromise,
	promisesLateForMe,
	whatIBringNow,
} from './steps/promises.queries.ts'
export { takeablePlan } from './takeable.tsx'
export { tellOutcomes } from './tell.queries.ts'
export { myPlanHasBegun, type Waiting, waitingForMe } from './waiting.queries.ts'
export { type WaitingWords, waitingInMyPlan } from './waiting.ts'
