export { areaRoutes } from './area.routes.tsx'
export { whatIsPassedOn } from './areas.queries.ts'
export { BeforeYouWrite } from './BeforeYouWrite.tsx'
export { createArea, type NewArea } from './create.ts'
