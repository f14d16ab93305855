import { randomBytes } from 'node:crypto'
import { newId } from '../../platform/database/values.ts'
import type { Ground } from '../../platform/doors.ts'
import { mayTry } from '../../platform/http/tries.ts'
import { vainLimits } from './limits.ts'

/**
 * Tells whoever has this sign-in name that somebody tries secrets that do not fit, once a day. Where nobody has it, as much is
 * asked of the database and as little said.
 */
export async function tellOfTries(
	{ system, key }: Ground,
	name: string,
	one: { area_id: string; account_id: string } | undefined,
): Promise<void> {
	const { allowed } = await mayTry(system, vainLimits(key, name))
	if (allowed) return
	const whose = [one?.area_id ?? newId(), one?.account_id ?? newId()] as const
	await system('system_tell_of_tries', ...whose, randomBytes(32), newId())
}
