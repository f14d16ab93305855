export { type Beside, prompts } from './beside.queries.ts'
