import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answeredSince, questionsForMe } from '../../common/access-record/index.ts'
import { cameInAlone, helpBackIn } from '../../common/accounts/index.ts'
import { alongWords, myAppointments } from '../../common/appointments/index.ts'
import { writtenToMe } from '../../common/conversation/index.ts'
import { show } from '../../common/frame/index.ts'
import { showFrontDoor } from '../../common/front-door/index.ts'
import {
	askAgain,
	endsSoon,
	type Openable,
	openedToMe,
	openedWords,
	openingsOfMine,
	peopleISupport,
} from '../../common/openings/index.ts'
import { dayIn, isoDay, sayDay } from '../../platform/days.ts'
import type { Ground } from '../../platform/doors.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { byName } from '../../platform/lists.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { invitationsToCheck, invitedWords } from '../family/index.ts'
import { opportunityAtHome } from '../opportunities/index.ts'
import {
	balanceOfMyArea,
	hopeAtHome,
	myOpenPromises,
	myPlanHasBegun,
	newestToMe,
	notNowTold,
	promisesLateForMe,
	waitingForMe,
	waitingInMyPlan,
	whatIBringNow,
} from '../plan/index.ts'
import {
	endsOfWork,
	handoversOf,
	meetingToSpeakOf,
	peopleIWorkWith,
	whoIsAway,
	whoWorksWith,
	workHandedToMe,
} from '../relationship/index.ts'
import { storyAtHome } from '../story/index.ts'
import { HomePage } from './home.page.tsx'
import type { Home } from './home.ts'
import { homeWords } from './home.words.ts'

/** `/`: the front door for whoever is signed out, and for everyone else a home of their own. */
export function homeRoutes(app: FastifyInstance, ground: Ground, openables: readonly Openable[]): void {
	app.get(routes.home.pattern, async (request, reply) => {
		if (!request.visitor) return showFrontDoor(request, reply, ground)
		const home = await readHome(request, request.visitor)
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: home.say('tab'),
			done: typeof done === 'string' && Object.hasOwn(told, done) ? told[done]?.(request.locale) : undefined,
			body: <HomePage {...home} openables={openables} />,
		})
	})
}

/** What a home says on top, by the word that an act elsewhere left in the address. */
const told: Readonly<Record<string, (locale: Locale) => string>> = {
	left: (locale) => openedWords({ locale, voice: 'supporter' })('leftTold'),
	joined: (locale) => invitedWords({ locale, voice: 'anyone' })('joined'),
	not_now: notNowTold,
	cannotCome: (locale) => alongWords({ locale, voice: 'anyone' })('noTold'),
}

async function readHome(request: FastifyRequest, visitor: Visitor): Promise<Omit<Home, 'openables'>> {
	const { standings, account, name } = visitor
	const { locale } = request
	const isStaff = standings.includes('practitioner') || standings.includes('lead')
	return request.acting(async (tx) => {
		const [waiting, opened, supported] = await Promise.all([waitingForMe(tx), openedToMe(tx), peopleISupport(tx)])
		const inMyPlan = waiting.some((one) => one.person === account)
		return {
			say: homeWords({ locale, voice: 'anyone' }),
			locale,
			me: account,
			name,
			csrf: visitor.csrf,
			isAlone: cameInAlone(visitor),
			today: isoDay(new Date()),
			day: (moment) => (typeof moment === 'string' ? sayDay(moment, locale) : dayIn(moment, locale)),
			waiting: byName(waiting, locale),
			promises: await myOpenPromises(tx),
			questions: await questionsForMe(tx, standings.includes('lead')),
			answered: (await answeredSince(tx)).length,
			toCheck: isStaff ? (await invitationsToCheck(tx)).length : 0,
			asPerson: standings.includes('person')
				? {
						ends: await endsOfWork(tx, account),
						whoComes: await handoversOf(tx, account),
						ties: await whoWorksWith(tx, account),
						waitingWords: inMyPlan ? await waitingInMyPlan(tx) : [],
						hasBegun: await myPlanHasBegun(tx),
						newest: await newestToMe(tx),
						openings: openingsToThinkOf(await openingsOfMine(tx)),
						late: await promisesLateForMe(tx, isoDay(new Date())),
						story: await storyAtHome(tx),
						opportunity: await opportunityAtHome(tx, isoDay(new Date())),
						hope: await hopeAtHome(tx, { visitor, locale, method: request.method }, isoDay(new Date())),
					}
				: undefined,
			met: await meetingToSpeakOf(tx),
			written: await writtenToMe(tx),
			away: standings.includes('practitioner') ? await whoIsAway(tx) : [],
			handed: standings.includes('practitioner') ? await workHandedToMe(tx) : [],
			meeting: await myAppointments(tx, standings),
			backIn: { ...(await helpBackIn(tx)), csrf: visitor.csrf },
			bringing: opened.length > 0 ? await whatIBringNow(tx) : { asked: [], promised: [] },
			opened,
			supported: byName(supported, locale),
			asPractitioner: standings.includes('practitioner')
				? { people: byName(await peopleIWorkWith(tx), locale) }
				: undefined,
			inArea: standings.includes('lead') ? await balanceOfMyArea(tx) : [],
			others: (['supporter', 'partner', 'lead'] as const).filter((kind) => standings.includes(kind)),
		}
	})
}

/** How many of a person's openings end soon, and how many have ended and wait for a word. */
function openingsToThinkOf(openings: Awaited<ReturnType<typeof openingsOfMine>>): { soon: number; again: number } {
	const now = new Date()
	return { soon: openings.filter((one) => endsSoon(one, now)).length, again: askAgain(openings, now).length }
}
