export { type Jobs, type Queued, startJobs } from './jobs.ts'
