export { contactRoutes } from './contacts.routes.tsx'
