export { whatIsPassedOn } from './areas.queries.ts'
export { BeforeYouWrite } from './BeforeYouWrite.tsx'
