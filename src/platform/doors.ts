import type { Connections } from './database/connection.ts'
import type { System } from './database/system.ts'
import type { ServerKey } from './server-key.ts'

export type { System } from './database/system.ts'
export type { Assurance, SystemCalls } from './database/system-calls.ts'

/** What capabilities are given of the database beside `request.acting`: the enumerated calls, and which kind it is. */
export type Ground = {
	readonly system: System
	readonly kind: Connections['kind']
	readonly key: ServerKey
	/** Where browsers find us, without a slash at the end. */
	readonly publicUrl: string
}
