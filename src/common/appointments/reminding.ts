import { newId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import type { Jobs } from '../../platform/jobs/index.ts'

/** Begins to remind people of what is agreed, when that is due and still so; the message itself goes out as all others do. */
export async function startReminding({ system, jobs }: { system: System; jobs: Jobs }): Promise<void> {
	await jobs.work('reminder', async ({ area, thing }) => {
		await system('system_remind', area, thing, newId())
	})
}
