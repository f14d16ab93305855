export { recordChange, recordLook } from './access-record.queries.ts'
