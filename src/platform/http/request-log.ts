import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** One line for each request, when it is over: whether it was answered, or broken off by whoever asked. */
export class RequestLog extends LogController {
	override incomingRequest(request: FastifyRequest, reply: FastifyReply): void {
		reply.raw.once('close', () => {
			const told = { req: request, responseTime: reply.elapsedTime }
			if (reply.raw.writableFinished) reply.log.info({ ...told, res: reply }, 'answered')
			else reply.log.info(told, 'broken off')
		})
	}
	override requestCompleted(): void {}
}
