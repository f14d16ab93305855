export { demonstrationRoutes } from './demonstration.routes.tsx'
