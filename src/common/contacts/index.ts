export { contactRoutes } from './contacts.routes.tsx'
export { takeableContacts } from './takeable.tsx'
