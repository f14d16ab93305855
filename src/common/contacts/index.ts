export { contactForm } from './contacts.forms.ts'
export { contactRoutes } from './contacts.routes.tsx'
export { contactWords } from './contacts.words.ts'
export { takeableContacts } from './takeable.tsx'
