import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** One line for each request, when it is answered or broken off. */
export class RequestLog extends LogController {
	override incomingRequest(): void {}
	override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
		const told = { req: request, res: reply, responseTime: reply.elapsedTime }
		if (error) reply.log.error({ ...told, err: error }, 'broken off')
		else reply.log.info(told, 'answered')
	}
}
