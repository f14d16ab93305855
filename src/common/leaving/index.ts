export { type ErasureList, ErasuresNotReady, eraseAgain, erasureList, listAnew } from './erasures.ts'
export { leavingRoutes } from './leaving.routes.tsx'
export { takeableLeftBehind } from './takeable.tsx'
