export { StillAgree } from './alone.tsx'
export { openablePlan } from './openable.tsx'
export { planRoutes } from './plan.routes.tsx'
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
