import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Tx } from '../../platform/database/acting.ts'
import { isId } from '../../platform/database/values.ts'
import { text } from '../../platform/forms.ts'
import { NotFound, Overtaken } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { whatIsPassedOn } from '../areas/index.ts'
import { draftWords, writing } from '../drafts/index.ts'
import { show } from '../frame/index.ts'
import { type Conversation, ConversationsPage, conversationPage, hrefOf, longest } from './conversation.pages.tsx'
import {
	closeConversation,
	endedFor,
	messagesOf,
	othersOfMine,
	personIWriteWith,
	send,
	sentByMe,
	takeBackMessage,
} from './conversation.queries.ts'
import type { Other } from './conversation.ts'
import { conversationWords, ownConversationWords } from './conversation.words.ts'
import { hoursOf } from './hours.queries.ts'

/** What two write to each other: reading it, writing, taking back, and closing it. */
export function conversationRoutes(app: FastifyInstance): void {
	app.get(routes.conversation.list.pattern, async (request, reply) => {
		const { person } = request.params as { person: string }
		const { visitor, locale } = request
		const others = await request.acting(async (tx) => {
			if (person !== tx.account || !visitor?.standings.includes('person')) throw new NotFound()
			return othersOfMine(tx)
		})
		const reader = { locale, voice: 'person' } as const
		const say = conversationWords(reader)
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.home.href(),
			body: (
				<ConversationsPage
					{...{ others, me: person, say: ownConversationWords(reader), someoneLeft: say('someoneLeft') }}
				/>
			),
		})
	})

	writing(app, {
		route: routes.conversation.show,
		form: 'message',
		fields: ['words'],
		async open(tx, request) {
			const reading = await readConversation(tx, request)
			if (reading.ended && request.method === 'POST') throw new Overtaken(hrefOf(reading))
			return reading
		},
		// Both read what was written to them: a look at that is a look at nothing more of the person's, and would be a receipt.
		look: async () => {},
		about: ({ person, other, me }) => (me === person.id ? other.id : person.id),
		schema: ({ say, reader }) => {
			const drafts = draftWords({ locale: reader.locale, voice: 'anyone' })
			const tooLong = drafts('tooLong', { most: longest })
			return v.object({ words: text(longest, { empty: say('enterWords'), tooLong, unreadable: drafts('unreadable') }) })
		},
		formPage: conversationPage,
		checkPage: conversationPage,
		async share(tx, reading, { words }, { once }) {
			await send(tx, twoOf(reading), once, words)
			return { to: `${hrefOf(reading)}?done=sent` }
		},
		later: (reading) => hrefOf(reading),
	})

	app.post(routes.conversation.takeBack.pattern, async (request, reply) => {
		const { message } = request.params as { message: string }
		const to = await request.acting(async (tx) => {
			const reading = await readConversation(tx, request)
			const mine = await sentByMe(tx, twoOf(reading), message)
			if (!mine) throw new NotFound()
			const taken = mine.takenBackAt !== null || (await takeBackMessage(tx, twoOf(reading), message))
			return `${hrefOf(reading)}?done=${taken ? 'takenBack' : 'late'}`
		})
		return reply.redirect(to, 303)
	})

	for (const [route, closed] of [
		[routes.conversation.close, true],
		[routes.conversation.open, false],
	] as const) {
		app.post(route.pattern, async (request, reply) => {
			const to = await request.acting(async (tx) => {
				const reading = await readConversation(tx, request)
				if (reading.reader.voice !== 'person') throw new NotFound()
				await closeConversation(tx, reading.other.id, closed)
				return `${hrefOf(reading)}?done=${closed ? 'closed' : 'open'}`
			})
			return reply.redirect(to, 303)
		})
	}
}

const twoOf = ({ person, other }: Conversation) => ({ person: person.id, with: other.id })

/** Opens a conversation for one of its two. Throws NotFound for anybody else, and where there is none. */
async function readConversation(tx: Tx, request: FastifyRequest): Promise<Conversation> {
	const { person, with: other } = request.params as { person: string; with: string }
	const { visitor, locale, query } = request
	const two = await twoIn(tx, person, other, visitor?.name ?? '')
	if (!two || !visitor) throw new NotFound()
	const { before, done } = query as { before?: unknown; done?: unknown }
	const earlier = typeof before === 'string' && isId(before) ? before : undefined
	const { voice } = two
	const say = conversationWords({ locale, voice })
	const theirs = { person, with: other }
	return {
		...two,
		...(await messagesOf(tx, theirs, earlier)),
		...{ me: tx.account, reader: { locale, voice }, csrf: visitor.csrf, say, isEarlier: earlier !== undefined },
		name: (voice === 'person' ? two.other.name : two.person.name) || say('someoneLeft'),
		ended: await endedFor(tx, theirs, two.canWrite),
		hours: voice === 'person' ? (await hoursOf(tx, [other])).get(other) : undefined,
		passedOn: await whatIsPassedOn(tx),
		done: toldOf(done, say, locale),
	}
}

type TheTwo = Pick<Conversation, 'person' | 'other'> & {
	canWrite: boolean
	voice: Conversation['reader']['voice']
}

/** The two of a conversation, where the acting account is one of them. */
async function twoIn(tx: Tx, person: string, other: string, myName: string): Promise<TheTwo | undefined> {
	if (person === tx.account) {
		const found = (await othersOfMine(tx)).find(({ id }) => id === other)
		if (!found) return undefined
		const { canWrite, ...it } = found
		return { person: { id: person, name: myName }, other: it satisfies Other, canWrite, voice: 'person' }
	}
	const found = other === tx.account ? await personIWriteWith(tx, person) : undefined
	if (!found) return undefined
	const { isPractitioner, canWrite, ...it } = found
	const voice = isPractitioner ? 'practitioner' : 'supporter'
	return { person: it, other: { id: other, name: myName, isPractitioner }, canWrite, voice }
}

function toldOf(done: unknown, say: Conversation['say'], locale: Conversation['reader']['locale']): string | undefined {
	const own = ownConversationWords({ locale, voice: 'person' })
	if (done === 'sent') return say('sentTold')
	if (done === 'takenBack') return say('takenBackTold')
	if (done === 'late') return say('lateTold')
	if (done === 'closed') return own('closedTold')
	return done === 'open' ? own('openTold') : undefined
}
