import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../platform/database/values.ts'
import type { Assurance, System } from '../../platform/doors.ts'
import { beginSession, deviceLabel } from '../../platform/http/visitor.ts'

type Coming = { area: string; account: string; how: Assurance; shared: boolean }

/** Begins a session of an account whose holder has just shown who they are. False when the account is closed. */
export function comeIn(
	request: FastifyRequest,
	reply: FastifyReply,
	system: System,
	{ area, account, how, shared }: Coming,
): Promise<boolean> {
	return beginSession(request, reply, system, async (tokenHash) => {
		const device = deviceLabel(request.headers['user-agent'])
		const takes = [area, account, newId(), tokenHash, how, device, shared] as const
		return (await system('system_start_session', ...takes)).length > 0
	})
}
