import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { recordLook } from '../../common/access-record/index.ts'
import { draftWords, writing } from '../../common/drafts/index.ts'
import { show } from '../../common/frame/index.ts'
import { tellSomethingNew } from '../../common/messages/index.ts'
import { openingsOfMine } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import { newId } from '../../platform/database/values.ts'
import { dayIn, isoDay, sayDay } from '../../platform/days.ts'
import { type Errors, fieldsOf, optionalDay, optionalText, readFields } from '../../platform/forms.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { EndPage, MyEndPage, sayCheck, sayPage } from './end-of-work.pages.tsx'
import { endMyWork, endsOfWork, openPromisesOf, sayOfPromise } from './end-of-work.queries.ts'
import { mostGoodbye } from './end-of-work.ts'
import { endMyWorkWords, endOfWorkWords } from './end-of-work.words.ts'
import { personICanSee } from './relationship.queries.ts'

/** When the work of a person and a practitioner ends: said by the practitioner beforehand, read by both. */
export function endOfWorkRoutes(app: FastifyInstance): void {
	app.get(routes.endOfWork.show.pattern, async (request, reply) => show(request, reply, await endPage(request)))

	writing(app, {
		route: routes.endOfWork.say,
		form: 'end-of-work',
		fields: ['lastDay', 'goodbye'],
		async open(tx, request) {
			const reading = await readAsPractitioner(tx, request)
			return { ...reading, limits: limitsFor(request) }
		},
		look: (tx, { person }) => lookAt(tx, person.id),
		about: ({ person }) => person.id,
		start: ({ mine }) => ({ lastDay: mine?.lastDay ?? '', goodbye: mine?.goodbye ?? '' }),
		schema: ({ say, limits }) =>
			v.object({
				lastDay: v.pipe(optionalDay(limits.today, limits), v.string(say('enterDay'))),
				goodbye: optionalText(mostGoodbye, limits),
			}),
		formPage: (reading, form) => sayPage(reading, form),
		checkPage: (reading, form, said) => sayCheck(reading, form, said),
		async share(tx, { person }, said, { once }) {
			if (!(await endMyWork(tx, { id: once, person: person.id, ...said }))) throw new NotFound()
			await tellSomethingNew(tx, person.id)
			return { to: `${routes.endOfWork.show.href({ person: person.id })}?done=said` }
		},
		later: ({ person }) => routes.endOfWork.show.href({ person: person.id }),
	})

	app.post(routes.endOfWork.promise.pattern, async (request, reply) => {
		const { promise: id } = request.params as { promise: string }
		const { word, byDay = '' } = fieldsOf(request.body, ['word', 'byDay'])
		const limits = limitsFor(request)
		const wrong = await request.acting(async (tx): Promise<Errors | undefined> => {
			const { person, say } = await readAsPractitioner(tx, request)
			const found = (await openPromisesOf(tx, person.id, [tx.account])).find((one) => one.id === id)
			if (!found) throw new NotFound()
			const wanted = v.object({ byDay: v.pipe(optionalDay(limits.today, limits), v.string(say('enterDay'))) })
			const read = word === 'not' ? { values: { byDay: null }, errors: undefined } : readFields(wanted, { byDay })
			if (read.errors) return { [id]: read.errors.byDay ?? '' }
			await sayOfPromise(tx, { id: newId(), person: person.id, promise: found, byDay: read.values.byDay })
			await tellSomethingNew(tx, person.id)
			return undefined
		})
		if (wrong) return show(request, reply, { ...(await endPage(request, wrong, byDay)), status: 422, error: true })
		const { person } = request.params as { person: string }
		return reply.redirect(`${routes.endOfWork.show.href({ person })}?done=promise`, 303)
	})
}

const lookAt = (tx: Tx, person: string) => recordLook(tx, { people: [person], what: 'end_of_work', thing: person })

function limitsFor({ locale }: FastifyRequest) {
	const say = draftWords({ locale, voice: 'anyone' })
	return {
		...{ unreadable: say('emptyDay'), past: say('pastDay'), today: isoDay(new Date()) },
		tooLong: say('tooLong', { most: mostGoodbye }),
	}
}

/** Opens the end of work for a practitioner who works with the person now. Throws NotFound for anybody else. */
async function readAsPractitioner(tx: Tx, { params, locale }: FastifyRequest) {
	const { person: id } = params as { person: string }
	const person = id === tx.account ? undefined : await personICanSee(tx, id)
	if (!person) throw new NotFound()
	const ends = await endsOfWork(tx, id)
	const mine = ends.find(({ practitioner, now }) => practitioner === tx.account && now)
	const reader = { locale, voice: 'practitioner' } as const
	return { person, mine, reader, say: endMyWorkWords(reader), day: (iso: string) => sayDay(iso, locale) }
}

/** What the one who asks reads of the end: the person of their own, the practitioner of what they have said. */
async function endPage(request: FastifyRequest, errors: Errors = {}, typed = '') {
	const { person: id } = request.params as { person: string }
	const { locale, visitor } = request
	const day = (moment: Date | string) => (typeof moment === 'string' ? sayDay(moment, locale) : dayIn(moment, locale))
	return request.acting(async (tx) => {
		if (id !== tx.account) {
			const reading = await readAsPractitioner(tx, request)
			await lookAt(tx, id)
			const { say, person } = reading
			const { done } = request.query as { done?: unknown }
			const told =
				done === 'said' ? say('saidTold', person) : done === 'promise' ? say('promiseTold', person) : undefined
			const promises = await openPromisesOf(tx, id, [tx.account])
			return {
				title: say('tab'),
				backHref: routes.person.href({ person: id }),
				done: told,
				body: <MyEndPage {...{ ...reading, promises, errors, typed }} csrf={visitor?.csrf ?? ''} />,
			}
		}
		const ends = await endsOfWork(tx, id)
		if (ends.length === 0) throw new NotFound()
		const promises = await openPromisesOf(
			tx,
			id,
			ends.map(({ practitioner }) => practitioner),
		)
		const openings = (await openingsOfMine(tx)).filter(({ holds }) => holds)
		const say = endOfWorkWords({ locale, voice: 'person' })
		return {
			title: say('tab'),
			backHref: routes.home.href(),
			body: <EndPage {...{ say, me: id, ends, promises, openings, day }} />,
		}
	})
}
