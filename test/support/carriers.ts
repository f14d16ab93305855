/** Those who carry messages, on loopback: a mail server that speaks SMTP, and one that answers as GOV.UK Notify does. */
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { after } from 'node:test'

export type Mail = { to: string; raw: string }

/** A mail server: takes everything but what is for an address that `answer` knows better about. */
export type MailServer = {
	/** Where it is, also after it went away and came back. */
	readonly port: number
	readonly taken: Mail[]
	/** Says what it answers to a reader's address, such as `550 no such user`. */
	answer: (to: string) => string
	goAway(): Promise<void>
	comeBack(): Promise<void>
}

export async function openMailServer(host = '127.0.0.1'): Promise<MailServer> {
	const sockets = new Set<Socket>()
	let server: Server
	let port = 0
	const listen = async () => {
		server = createServer((socket) => {
			sockets.add(socket)
			socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
			speak(socket, mail)
		})
		await new Promise<void>((resolve) => server.listen(port, host, resolve))
		port = (server.address() as AddressInfo).port
	}
	const goAway = async () => {
		for (const socket of sockets) socket.destroy()
		await new Promise((resolve) => server.close(resolve))
	}
	const mail: MailServer = {
		get port() {
			return port
		},
		taken: [],
		answer: () => '250 ok',
		goAway,
		comeBack: listen,
	}
	await listen()
	after(goAway)
	return mail
}

/** Reads commands line by line, and after DATA the message up to its lonely dot. */
function speak(socket: Socket, mail: MailServer): void {
	let rest = ''
	let to = ''
	let raw: string[] | undefined
	const take = (line: string): string | undefined => {
		if (raw && line !== '.') {
			raw.push(line)
			return undefined
		}
		if (raw) {
			mail.taken.push({ to, raw: raw.join('\n') })
			raw = undefined
			return '250 taken'
		}
		const [verb = ''] = line.toUpperCase().split(' ')
		if (verb === 'RCPT') {
			to = line.match(/<([^>]*)>/)?.[1] ?? ''
			return mail.answer(to)
		}
		if (verb === 'DATA') {
			raw = []
			return '354 go on'
		}
		if (verb === 'STARTTLS') return '502 no lock here'
		return verb === 'QUIT' ? '221 bye' : '250 ok'
	}
	socket.setEncoding('utf8').on('data', (text: string) => {
		const lines = (rest + text).split('\r\n')
		rest = lines.pop() ?? ''
		for (const line of lines) {
			const answer = take(line)
			if (answer) socket.write(`${answer}\r\n`)
		}
	})
	socket.write('220 here\r\n')
}

/** What Notify was asked: by which address of its own, and with what. */
export type Asked = { path: string; body: Record<string, unknown> }

/** A Notify that answers 201, unless `answer` says otherwise. */
export async function openNotify(): Promise<{ url: string; asked: Asked[]; answer: (asked: Asked) => number }> {
	const notify = { url: '', asked: [] as Asked[], answer: (_: Asked) => 201 }
	const server = createHttpServer((request, response) => {
		let text = ''
		request.setEncoding('utf8').on('data', (more: string) => {
			text += more
		})
		request.on('end', () => {
			const asked = { path: request.url ?? '', body: JSON.parse(text) }
			const status = notify.answer(asked)
			if (status === 201) notify.asked.push(asked)
			response.writeHead(status, { 'content-type': 'application/json' }).end('{"id": "1", "errors": []}')
		})
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	notify.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	after(() => server.close())
	return notify
}
