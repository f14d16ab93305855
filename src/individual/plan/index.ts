export { planRoutes } from './plan.routes.tsx'
export { takeablePlan } from './takeable.tsx'
export { myOpenPromises, myPlanHasBegun, type OpenPromise, type Waiting, waitingForMe } from './waiting.queries.ts'
export { type WaitingWords, waitingInMyPlan } from './waiting.ts'
