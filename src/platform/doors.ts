/** What the program outside platform/ may know of the database's doors: their types. Whoever opens them is main.ts. */
export type { Database } from './database/open.ts'
export type { System, SystemCalls } from './database/system.ts'
