import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { showable } from '../../platform/forms.ts'
import { Mistake, MustBeStronger, MustBeSure, Overtaken } from '../../platform/http/mistakes.ts'
import type { Say } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { show } from './frame.tsx'
import { frameWords } from './frame.words.ts'

type Key = Parameters<ReturnType<typeof frameWords>>[0]

const pages: Record<number, { title: Key; text: Key }> = {
	400: { title: 'unreadableTitle', text: 'unreadable' },
	401: { title: 'notSignedInTitle', text: 'notSignedIn' },
	403: { title: 'notSavedTitle', text: 'notOurForm' },
	404: { title: 'notFoundTitle', text: 'notFound' },
	409: { title: 'overtakenTitle', text: 'overtaken' },
	413: { title: 'tooLargeTitle', text: 'tooLarge' },
}

/** Answers every mistake with a plain page: which one follows from its status, and what was typed is given back. */
export function answerMistakes(app: FastifyInstance): void {
	app.setNotFoundHandler((request, reply) => answer(request, reply, 404))
	app.setErrorHandler((error: FastifyError, request, reply) => {
		if (error instanceof MustBeSure) {
			const here = error.where ?? request.url.split('?', 1)[0] ?? ''
			return reply.redirect(`${routes.account.sure.href()}?to=${here}${error.needsMore ? '&by=more' : ''}`, 303)
		}
		if (error instanceof MustBeStronger) return strongerPage(request, reply)
		const status = error instanceof Mistake ? error.status : (error.statusCode ?? 500)
		if (status >= 500) request.log.error({ err: error }, 'an act failed')
		else request.log.info({ kind: error.name }, 'refused')
		const where = error instanceof Overtaken ? error.where : undefined
		return answer(request, reply, status >= 500 ? 500 : status === 415 ? 400 : status, where)
	})
}

/** Answers a request whose address cannot even be read, before anything else is known of it. */
export function answerUnroutable(request: FastifyRequest, reply: FastifyReply): void {
	answer(request, reply, 400)
}

/** Staff are told what is still to do before they come to anything of anybody's. */
function strongerPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
	const say = frameWords({ locale: request.locale, voice: 'anyone' })
	return show(request, reply, {
		status: 403,
		title: say('strongerTitle'),
		body: (
			<>
				<h1>{say('strongerTitle')}</h1>
				<p>{say('stronger')}</p>
				<p>
					<Button href={routes.account.stronger.href()}>{say('strongerOn')}</Button>
				</p>
			</>
		),
	})
}

function answer(request: FastifyRequest, reply: FastifyReply, status: number, where?: string): FastifyReply {
	const say = frameWords({ locale: request.locale, voice: 'anyone' })
	const typed = typedWords(request.body)
	const page = status >= 500 ? ({ title: 'brokenTitle', text: 'broken' } as const) : (pages[status] ?? pages[400])
	if (!page) throw new Error('Every status has a page.')
	const lost = status === 401 && typed.length > 0
	return show(request, reply, {
		status,
		title: say(lost ? 'notSavedTitle' : page.title),
		body: (
			<>
				<h1>{say(lost ? 'notSavedTitle' : page.title)}</h1>
				<p>{say(lost ? 'notSavedSignedOut' : page.text)}</p>
				<TypedWords typed={typed} say={say} />
				<p>
					<Button href={where ?? (status === 401 ? routes.signIn : routes.home).href()} kind="secondary">
						{say(where ? 'lookAgain' : status === 401 ? 'comeIn' : 'toTheStart')}
					</Button>
				</p>
			</>
		),
	})
}

/** Fields that hold what was pressed or chosen, and nothing that somebody wrote. */
const notWritten = new Set(
	'csrf once step account contact back locale wording hash after kind answer askedOf whose byDay secret again code shared to question what until day names credential beside thing known rating word ending with day1 day2 day3 missedFor wanted forDay paperDay moments telling sort hard ask as before around'.split(
		' ',
	),
)
const isTick = (name: string) => name.startsWith('show-')

/** No form of ours has more fields to write in. */
const mostTyped = 5

/** Longer things that were typed into the form that could not be saved: nobody should have to write them twice. */
function typedWords(body: unknown): string[] {
	if (typeof body !== 'object' || body === null) return []
	return Object.entries(body)
		.filter(([name]) => !notWritten.has(name) && !isTick(name))
		.map(([, value]) => (typeof value === 'string' ? showable(value).trim() : ''))
		.filter((value) => value !== '')
		.slice(0, mostTyped)
}

function TypedWords({ typed, say }: { typed: string[]; say: Say<Key> }) {
	if (typed.length === 0) return null
	return (
		<>
			<p>{say('keepYourWords')}</p>
			{typed.map((words, at) => (
				<Textarea key={words} name={`typed-${at + 1}`} label={say('yourWords')} value={words} />
			))}
		</>
	)
}
