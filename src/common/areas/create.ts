import { newId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { hashCode, newCode } from '../accounts/index.ts'

/** What an area begins with: its name, its first lead, and what that lead signed off as to be passed on. */
export type NewArea = { name: string; lead: string; passedOn: string }

/** Makes an area with its first lead. @returns the code of the card with which the lead comes in, for fourteen days */
export async function createArea(system: System, key: ServerKey, { name, lead, passedOn }: NewArea): Promise<string> {
	const code = newCode()
	const [area, text, account, standing, card] = [newId(), newId(), newId(), newId(), newId()]
	await system('system_create_area', area, name, passedOn, text, account, lead, standing, card, hashCode(key, code))
	return code
}
