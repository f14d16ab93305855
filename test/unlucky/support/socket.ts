import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Listens on a free port of this machine. Answers the port. */
export async function listen(app: FastifyInstance): Promise<number> {
	await app.listen({ port: 0, host: '127.0.0.1' })
	const address = app.server.address()
	if (!address || typeof address === 'string') throw new Error('The server listens nowhere.')
	return address.port
}

/** A line to the server over which any bytes can be sent; `answer` is all that came back when the line has ended. */
export type Line = { socket: Socket; answer: Promise<string> }

export async function openLine(port: number): Promise<Line> {
	const socket = connect(port, '127.0.0.1')
	const parts: Buffer[] = []
	socket.on('data', (part) => parts.push(part))
	// A line that is cut while we still write has ended too.
	socket.on('error', () => undefined)
	const answer = new Promise<string>((resolve) => {
		socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')))
	})
	await once(socket, 'connect')
	return { socket, answer }
}

/** Sends bytes as they are, and answers what comes back until the line ends; nothing, when it was cut before we could read. */
export async function send(port: number, bytes: string): Promise<string> {
	const { socket, answer } = await openLine(port)
	socket.write(bytes, 'latin1')
	return answer
}

export const statusOf = (answer: string): number => Number(answer.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0)
