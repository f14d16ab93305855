import type { Db, PgBoss } from 'pg-boss'
import { borrowAlone } from '../database/alone.ts'
import type { Connections } from '../database/connection.ts'
import type { Log } from '../log.ts'

/** One thing to be done: which, in which area, and whether this is the last try. */
export type Queued = { readonly area: string; readonly thing: string; readonly isLast: boolean }

/** The queue of what is to be done after a commit. A migration makes each queue and says how often and how soon it is tried again. */
export type Jobs = {
	/** Does the work for each thing in the queue; what throws is tried again later, each wait longer than the one before. */
	work(queue: string, work: (queued: Queued) => Promise<void>): Promise<void>
	/** Takes nothing more, and waits for what is under way. */
	stop(): Promise<void>
}

type Starting = {
	connections: Connections
	/** PostgreSQL as the server signs in; absent: the embedded database, by its one connection. */
	databaseUrl?: string | undefined
	log: Log
	/** How often to look for something to do. */
	everySeconds?: number
	/** How often to look for what a worker that died has left undone, and for what can go. */
	tidyEverySeconds?: number
}

/** Connections of our own to PostgreSQL: one to work, one to look after the queue. */
const poolSize = 2

/** How long a stop waits for what is under way; it is tried again after the next start. Milliseconds. */
const stopWithin = 5_000

/** Seconds. The embedded database is copied whenever something was written: looking after the queue is to be no reason. */
const aDay = 86_400

/** Nobody else works the queue of an embedded database: what was under way when the program died is to be done again. */
const leftUndone = `update jobs.job set state = 'retry', start_after = now() where state = 'active'`

/** Loads pg-boss and starts to work the queue, as `alongside_system`, who may do nothing else with it. */
export async function startJobs({
	connections,
	databaseUrl,
	log,
	everySeconds = 2,
	...starting
}: Starting): Promise<Jobs> {
	const { PgBoss } = await import('pg-boss')
	const tidyEverySeconds = starting.tidyEverySeconds ?? (databaseUrl ? 60 : aDay)
	const boss = new PgBoss({
		...(databaseUrl
			? { connectionString: databaseUrl, max: poolSize, application_name: 'alongside jobs' }
			: { db: embedded(connections), backend: 'pglite' as const }),
		schema: 'jobs',
		// The owner makes the schema, by a migration; the server only works in it.
		migrate: false,
		createSchema: false,
		schedule: false,
		superviseIntervalSeconds: tidyEverySeconds,
		monitorIntervalSeconds: tidyEverySeconds,
		reindex: false,
		monitorVacuum: false,
		registerInstance: false,
		persistWarnings: false,
		openTelemetry: { enabled: false },
	})
	boss.on('error', (error) => log.warn({ err: error }, 'the job queue could not do something, and will try again'))
	await boss.start()
	if (!databaseUrl) await embedded(connections).executeSql(leftUndone)
	return {
		work: (queue, work) => workOn(boss, queue, everySeconds, log, work),
		stop: () => boss.stop({ graceful: true, timeout: stopWithin }),
	}
}

async function workOn(
	boss: PgBoss,
	queue: string,
	everySeconds: number,
	log: Log,
	work: (queued: Queued) => Promise<void>,
): Promise<void> {
	const options = { includeMetadata: true, pollingIntervalSeconds: everySeconds } as const
	await boss.work<{ area: string; thing: string }, void, typeof options>(queue, options, async (jobs) => {
		for (const { data, retryCount, retryLimit } of jobs) {
			await work({ ...data, isLast: retryCount >= retryLimit }).catch((error: unknown) => {
				log.info({ err: error, queue, tries: retryCount + 1 }, 'a job could not be done yet')
				// The queue keeps what is thrown, and messages of errors can quote whom they are about.
				throw new Error('It could not be done yet.')
			})
		}
	})
}

/** The embedded database as pg-boss asks for it: one connection, in turn with everybody else. */
function embedded(connections: Connections): Db {
	return {
		async executeSql(text, values) {
			const rows = await borrowAlone(connections, async (connection) =>
				values?.length ? (await connection.query<object>(text, values)).rows : connection.run(text),
			)
			await connections.synced()
			return { rows }
		},
	}
}
