import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isId, newId } from '../../platform/database/values.ts'
import type { System } from '../../platform/doors.ts'
import { fieldsOf, readFields, showable } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import type { ServerKey } from '../../platform/server-key.ts'
import { routes } from '../../routes.ts'
import { codesToLimits, mustBeSurer } from '../accounts/index.ts'
import { show } from '../frame/index.ts'
import { type CodeFor, sendCode, takeCode } from '../messages/index.ts'
import { contactForm, type Kind } from './contacts.forms.ts'
import { AddContactPage, adding, ContactsPage } from './contacts.page.tsx'
import { addContact, type Contact, chooseContact, myContacts, removeContact } from './contacts.queries.ts'
import { contactWords } from './contacts.words.ts'

const sayTo = (request: FastifyRequest) => contactWords({ locale: request.locale, voice: 'anyone' })
const home = routes.contacts.show

/** What was just done, as the address says it and as the page does. */
const told = {
	added: 'doneAdded',
	code: 'doneCode',
	'no-code': 'doneNoCode',
	confirmed: 'doneConfirmed',
	chosen: 'doneChosen',
	removed: 'doneRemoved',
} as const
type Done = keyof typeof told

/** One's own contacts, for everyone who is signed in; nobody else finds them. */
export function contactRoutes(app: FastifyInstance, { system, key }: { system: System; key: ServerKey }): void {
	app.get(home.pattern, (request, reply) => contactsPage(request, reply))

	for (const kind of Object.keys(adding) as Kind[]) {
		app.get(adding[kind].route.pattern, async (request, reply) => {
			sure(request)
			return addPage(request, reply, { kind, once: newId(), value: '' })
		})
		app.post(adding[kind].route.pattern, async (request, reply) => {
			sure(request)
			const say = sayTo(request)
			const { value = '', once: sent = '' } = fieldsOf(request.body, ['value', 'once'])
			const once = isId(sent) ? sent : newId()
			const read = readFields(contactForm(kind, say), { value })
			if (read.errors) return addPage(request, reply, { kind, once, value, error: read.errors.value })
			const isMine = await request.acting(async (tx) => {
				const added = await addContact(tx, { id: once, kind, value: read.values.value, locale: request.locale })
				// Pressed twice, it is there under this very id.
				return added || (await myContacts(tx)).some((one) => one.id === once)
			})
			if (!isMine) return addPage(request, reply, { kind, once: newId(), value, error: say('isThere') })
			return goBack(
				reply,
				kind === 'letter' ? 'added' : await askForCode(request, reply, { id: once, value: read.values.value }),
			)
		})
	}

	app.post(routes.contacts.sendAgain.pattern, async (request, reply) => {
		const contact = await contactOf(request)
		if (contact.isConfirmed) throw new NotFound()
		return goBack(reply, await askForCode(request, reply, contact))
	})

	app.post(routes.contacts.confirm.pattern, async (request, reply) => {
		const { code = '' } = fieldsOf(request.body, ['code'])
		if (await takeCode(system, key, confirming(request, reply), code)) return goBack(reply, 'confirmed')
		return contactsPage(request, reply, { typedCode: showable(code), codeError: sayTo(request)('codeWrong') })
	})

	app.post(routes.contacts.choose.pattern, async (request, reply) => {
		const { id } = await contactOf(request)
		sure(request, home.href())
		if (!(await request.acting((tx) => chooseContact(tx, id)))) throw new NotFound()
		return goBack(reply, 'chosen')
	})

	app.post(routes.contacts.remove.pattern, async (request, reply) => {
		const { id } = await contactOf(request)
		sure(request, home.href())
		if (!(await request.acting((tx) => removeContact(tx, id)))) throw new NotFound()
		return goBack(reply, 'removed')
	})

	async function askForCode(
		request: FastifyRequest,
		reply: FastifyReply,
		{ id, value }: Pick<Contact, 'id' | 'value'>,
	): Promise<Done> {
		// Whoever it is that adds it, nobody's phone is flooded.
		const { allowed } = await mayTry(system, codesToLimits(key, value, 'newcomer'))
		return allowed && (await sendCode(system, confirming(request, reply), id)) ? 'code' : 'no-code'
	}
}

/** Who may change a contact: whoever is signed in, and has lately shown by more than a code that it is them. */
function sure({ visitor }: FastifyRequest, where?: string): void {
	if (!visitor) throw new NotSignedIn()
	mustBeSurer(visitor, where)
}

const goBack = (reply: FastifyReply, done: Done) => reply.redirect(`${home.href()}?done=${done}`, 303)

/** Which of my contacts a press is about. */
async function contactOf(request: FastifyRequest): Promise<Contact> {
	const { contact } = fieldsOf(request.body, ['contact'])
	const mine = (await request.acting(myContacts)).find((one) => one.id === contact)
	if (!mine) throw new NotFound()
	return mine
}

function confirming(request: FastifyRequest, reply: FastifyReply): CodeFor {
	if (!request.visitor) throw new NotSignedIn()
	const { area, account } = request.visitor
	return { area, account, purpose: 'confirm', browser: browserOf(request, reply) }
}

async function contactsPage(
	request: FastifyRequest,
	reply: FastifyReply,
	wrong?: { typedCode: string; codeError: string },
): Promise<FastifyReply> {
	const contacts = await request.acting(myContacts)
	const say = sayTo(request)
	const { done = '' } = request.query as { done?: string }
	const { csrf = '', isDemonstration = false } = request.visitor ?? {}
	return show(request, reply, {
		title: say('tab'),
		...(wrong && { status: 422, error: true }),
		backHref: routes.account.show.href(),
		done: !wrong && Object.hasOwn(told, done) ? say(told[done as Done]) : undefined,
		body: <ContactsPage {...{ say, csrf, contacts, isDemonstration }} {...wrong} />,
	})
}

type Adding = { kind: Kind; once: string; value: string; error?: string | undefined }

function addPage(request: FastifyRequest, reply: FastifyReply, { value, ...form }: Adding): FastifyReply {
	if (!request.visitor) throw new NotSignedIn()
	const say = sayTo(request)
	return show(request, reply, {
		title: say(adding[form.kind].title),
		...(form.error && { status: 422, error: true }),
		backHref: home.href(),
		body: <AddContactPage say={say} csrf={request.visitor.csrf} value={showable(value)} {...form} />,
	})
}
