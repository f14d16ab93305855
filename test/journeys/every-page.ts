import { idOf } from '../../demo/ids.ts'
import { entryId } from '../../src/common/access-record/record.ts'
import { codeOf, sister } from '../../src/individual/family/family.test-tools.ts'
import { newId } from '../../src/platform/database/values.ts'
import { routes } from '../../src/routes.ts'
import type { Place } from '../support/place.ts'
import { pagesOfAppointments } from './pages-of-appointments.ts'
import { pagesOfEndOfWork } from './pages-of-end-of-work.ts'
import { pagesOfNotes } from './pages-of-notes.ts'
import { pagesOfNow } from './pages-of-now.ts'
import { pagesOfOpportunities } from './pages-of-opportunities.ts'
import { pagesOfStory } from './pages-of-story.ts'
import { pagesOfWorking } from './pages-of-working.ts'
import type { Key } from './stage.ts'
import { ofSteps } from './steps-pages.ts'

/** One page as one reader gets it, by asking for it or by posting a form. */
export type APage = {
	name: string
	/** Who looks; nobody signed in, when absent. */
	as?: Key
	/** Whose voice the page speaks in. */
	voice: 'anyone' | 'person' | 'practitioner'
	path: string
	/** The page that is open before, where a form needs its token. */
	from?: string
	fields?: Record<string, string>
	/** The reader has just shown that it is them; in one tab the page before this one is where they did. */
	isSure?: true
	status: number
}

const nothing = '01941f29-7c00-7000-8000-000000000000'
/** The agreed words of Ann’s flat. */
const flatWords = idOf('ann/flat/wording/0')
const someWords = 'Have a room of my own again, near the sea.'

/** Every kind of page that there is, with its mistakes, for everyone who can come to it. Asks one question more than the demonstration has. */
export async function everyPage(place: Place): Promise<APage[]> {
	return [
		...signedOut(),
		...comingIn(),
		...homes(),
		...ofARecord(),
		...contacts(),
		...ofAPlan('person'),
		...ofAPlan('practitioner'),
		...answers('person', 'person', await waitingFor(place, 'ann', 'ann/flat')),
		...answers('ewa', 'practitioner', await kayleighAsksEwa(place)),
		...otherPlans(),
		...kindWords(),
		...ofSteps(pagesOf),
		...openings(),
		...(await checkedOpenings(place)),
		...whatIsOpen(),
		...supporters(),
		...(await invited(place)),
		...waysIn(),
		...codesAndRecovery(),
		...(await together(place)),
		...leaving(),
		...hope(),
		...howFar('person'),
		...howFar('practitioner'),
		...(await lookingBack(place)),
		...pagesOfNow(pagesOf),
		...pagesOfOpportunities(pagesOf),
		...pagesOfNotes(pagesOf),
		...pagesOfAppointments(pagesOf),
		...pagesOfStory(pagesOf),
		...(await pagesOfEndOfWork(place, pagesOf)),
		...(await pagesOfWorking(place, pagesOf)),
	]
}

function signedOut(): APage[] {
	const page = { voice: 'anyone', status: 200 } as const
	return [
		{ ...page, name: 'front-door', path: '/' },
		{ ...page, name: 'demo', path: '/demo' },
		{ ...page, name: 'your-information', path: '/your-information' },
		{ ...page, name: 'accessibility', path: '/accessibility' },
		{ ...page, name: 'help-now', path: '/help-now' },
		{ ...page, name: 'not-found', path: '/nowhere', status: 404 },
		{ ...page, name: 'not-signed-in', path: planOf('ann'), status: 401 },
		{ ...page, name: 'not-saved', path: proposeIn('ann'), fields: { words: someWords, step: 'share' }, status: 401 },
	]
}

/** Coming in with a card or a name, one's own sign-in, and what those do who invite others. */
function comingIn(): APage[] {
	const signIn = { voice: 'anyone', status: 200, path: '/sign-in' } as const
	const card = { ...signIn, path: '/card' } as const
	const person = idOf('robin')
	const own = (name: string, as: Key, path: string, status = 200): APage => ({
		name,
		as,
		voice: 'anyone',
		path,
		status,
	})
	const staff: APage[] = [
		{ ...own('invite', 'practitioner', '/invite'), voice: 'practitioner' },
		{ ...own('invite-error', 'practitioner', '/invite', 422), voice: 'practitioner', fields: { name: '' } },
		{ ...own('card-to-make', 'practitioner', `/people/${person}/card`), voice: 'practitioner' },
		{ ...own('card-to-give', 'practitioner', `/people/${person}/card`), voice: 'practitioner', fields: {} },
		...['', '/passed-on', '/staff/add'].map((path) => own(`area${path.replaceAll('/', '-')}`, 'lead', `/area${path}`)),
		{ ...own('area-staff-add-error', 'lead', '/area/staff/add', 422), fields: { name: '' } },
		{ ...own('area-passed-on-error', 'lead', '/area/passed-on', 422), fields: { words: '' } },
	].map((page) => ({ ...page, voice: 'practitioner' }))
	return [
		{ ...signIn, name: 'sign-in' },
		{ ...signIn, name: 'sign-in-error', from: '/sign-in', fields: { name: '' }, status: 422 },
		{ ...signIn, name: 'sign-in-wrong', from: '/sign-in', fields: { name: 'owl-oak-111', secret: 'no' }, status: 422 },
		{ ...card, name: 'card' },
		{ ...card, name: 'card-error', from: '/card', fields: { code: '7KQD-92MF-3XTA' }, status: 422 },
		{ ...signIn, name: 'signed-out', path: '/?left' },
		own('account', 'person', '/account'),
		own('account-ready', 'person', '/account?ready'),
		own('account-robin', 'robin', '/account'),
		own('account-sessions', 'person', '/account/sessions'),
		own('account-sure', 'person', '/account/sure?to=/account/secret'),
		own('take', 'person', '/take-with-you'),
		own('take-show', 'person', '/take-with-you/show'),
		own('take-show-nothing', 'robin', '/take-with-you/show'),
		{ ...own('take-show-error', 'person', '/take-with-you/show', 422), fields: { name: '' } },
		{ ...own('take-sheet', 'person', '/take-with-you/show'), fields: { things: flatWords, name: 'Ann' } },
		...staff,
	]
}

/** The pages on how one comes in. What is behind showing that it is you comes after it has been shown. */
function waysIn(): APage[] {
	const { get, post } = pagesOf('practitioner', 'anyone')
	const mine = { passkey: idOf('priya/passkey/My work phone') }
	return [
		get('account', routes.account.show.href()),
		get('sure', routes.account.sure.href()),
		post('made-sure', routes.account.sure.href(), { to: routes.account.show.href() }, 200),
		get('stronger', routes.account.stronger.href()),
		get('passkeys', routes.account.passkeys.href()),
		{ ...get('passkey-add', routes.account.addPasskey.href()), isSure: true },
		{ ...post('passkey-add-error', routes.account.addPasskey.href(), { name: '' }, 422), isSure: true },
		{ ...get('passkey-remove', routes.account.removePasskey.href(mine)), isSure: true },
	]
}

/** Codes and two people who can help, each in every state: at the door, for whoever has them, and for one of the two. */
function codesAndRecovery(): APage[] {
	const page = { voice: 'anyone', status: 200 } as const
	const own = (name: string, as: Key, path: string): APage => ({ ...page, name, as, path })
	const [ask, enter] = [routes.codeSignIn.ask.href(), routes.codeSignIn.enter.href()]
	const { recovery, account, helping } = routes
	const [recover, comeBack] = [recovery.ask.href(), recovery.back.href()]
	const name = 'owl-oak-111'
	const mary = helping.show.href({ account: idOf('mary') })
	return [
		{ ...page, name: 'code-ask', path: ask },
		{ ...page, name: 'code-ask-error', path: ask, from: ask, fields: { name: '' }, status: 422 },
		{ ...page, name: 'code-enter', path: ask, from: ask, fields: { name } },
		{ ...page, name: 'code-wrong', path: enter, from: ask, fields: { name, code: '12345678' }, status: 422 },
		{ ...page, name: 'recover', path: recover },
		{ ...page, name: 'recover-error', path: recover, from: recover, fields: { name: '' }, status: 422 },
		{ ...page, name: 'recover-number', path: recover, from: recover, fields: { name } },
		{ ...page, name: 'recover-back', path: comeBack },
		{ ...page, name: 'recover-not-yet', path: comeBack, from: comeBack, fields: { number: '482719' }, status: 422 },
		own('codes-on', 'tom', account.codes.href()),
		own('codes-none', 'robin', account.codes.href()),
		own('codes-could', 'person', account.codes.href()),
		own('account-with-codes', 'tom', account.show.href()),
		own('sure-code', 'tom', account.sure.href()),
		own('sure-more', 'tom', `${account.sure.href()}?to=/account/secret&by=more`),
		{ ...own('sure-code-sent', 'tom', account.sureCode.href()), fields: { to: '/account' } },
		own('helpers', 'person', account.helpers.href()),
		own('helpers-none', 'robin', account.helpers.href()),
		{ ...own('home-asked-for', 'kayleigh', '/'), voice: 'person' },
		own('helping-said-yes', 'pat', mary),
		own('helping-asked', 'partner', mary),
		own('helping-not-asked', 'partner', helping.show.href({ account: idOf('ann') })),
		own('helping-both', 'pat', helping.show.href({ account: idOf('kayleigh') })),
		{ ...own('helping-made-sure', 'partner', '/account/sure'), fields: { to: mary } },
		{ ...own('helping-error', 'partner', mary), fields: { number: '1' }, isSure: true, status: 422 },
	]
}

/** Leaving, what is left, and how records tell of staff and of those who have left. */
function leaving(): APage[] {
	const page = { voice: 'anyone', status: 200 } as const
	const leave = routes.leaving.show.href()
	const olena = { person: idOf('olena') }
	const byRole = (called: string) => routes.area.byRole.href({ account: idOf(called) })
	const lead = { ...page, as: 'lead', voice: 'practitioner' } as const
	return [
		{ ...page, name: 'leave-alongside', as: 'person', path: leave },
		{ ...page, name: 'leave-alongside-sure', as: 'person', path: '/account/sure', fields: { to: leave } },
		{ ...page, name: 'leave-alongside-staff', as: 'practitioner', path: leave },
		{ ...page, name: 'left-alongside', path: routes.leaving.done.href() },
		{ ...page, name: 'with-those-who-left', as: 'hannah', path: routes.leaving.behind.href() },
		{ ...page, name: 'with-those-who-left-none', as: 'person', path: routes.leaving.behind.href() },
		{ ...page, name: 'record-of-one-who-left', as: 'olena', voice: 'person', path: routes.record.show.href(olena) },
		{ ...page, name: 'openings-to-one-who-left', as: 'olena', voice: 'person', path: routes.openings.list.href(olena) },
		{ ...lead, name: 'by-role', path: byRole('callum') },
		{ ...lead, name: 'by-role-set', path: byRole('delroy') },
		{ ...lead, name: 'by-role-told', path: `${byRole('delroy')}?done=setTold` },
		{ ...lead, name: 'by-role-error', path: byRole('callum'), fields: { reason: '' }, status: 422 },
		{ ...lead, name: 'by-role-own', as: 'other-practitioner', path: byRole('callum') },
	]
}

/** One's own hope, with everything in it and with nothing yet. */
function hope(): APage[] {
	const person = idOf('ann')
	const { get, post } = pagesOf('person', 'person')
	const beside = routes.hope.beside.href({ person, hope: idOf('ann/hopes/A place of my own.') })
	const ofSomeone = (called: 'robin' | 'mary' | 'kayleigh') =>
		pagesOf(called, 'person').get('hope', routes.hope.show.href({ person: idOf(called) }))
	return [
		get('hope', routes.hope.show.href({ person })),
		...['rated', 'let_go', 'never'].map((done) =>
			get(`hope-${done}`, `${routes.hope.show.href({ person })}?done=${done}`),
		),
		get('hope-rate', routes.hope.rate.href({ person })),
		post('hope-rate-error', routes.hope.rate.href({ person }), { step: 'share', words: someWords }, 422),
		get('hope-write', routes.hope.write.href({ person })),
		post('hope-write-error', routes.hope.write.href({ person }), { step: 'share', beside: 'plan' }, 422),
		get('hope-beside', beside),
		post('hope-beside-error', beside, { step: 'share', beside: 'somebody' }, 422),
		...(['robin', 'mary', 'kayleigh'] as const).map(ofSomeone),
	]
}

/** How far an outcome has come, with numbers and without, and what they look like, for one of its two hands. */
function howFar(as: 'person' | 'practitioner'): APage[] {
	const { get, form } = pagesOf(as, as)
	const of = (outcome: string) => ({ person: idOf('ann'), outcome: idOf(`ann/${outcome}`) })
	const tom = as === 'person' ? ('tom' as const) : ('ewa' as const)
	return [
		get('progress', routes.progress.show.href(of('flat'))),
		get('progress-none', routes.progress.show.href(of('nephews'))),
		...form('progress-say', routes.progress.rate.href(of('flat')), { rating: '5', words: someWords }),
		...form('progress-words', routes.progress.anchors.href(of('flat')), { at0: someWords, at5: '', at10: '' }),
		pagesOf(tom, as).get('progress-new', routes.progress.show.href({ person: idOf('tom'), outcome: idOf('tom/work') })),
	]
}

/** Looking back together, any two days, and the plan on paper. */
async function lookingBack({ underneath }: Place): Promise<APage[]> {
	const person = idOf('ann')
	const reviews = await underneath<{ id: string; held: boolean }>(
		'select id, held_at is not null as held from review where person_id = $1 and set_aside_at is null',
		[person],
	)
	const [before, now] = [reviews.find(({ held }) => held)?.id ?? '', reviews.find(({ held }) => !held)?.id ?? '']
	const of = (review: string) => ({ person, review })
	const between = routes.reviews.between.href({ person })
	const both = (['person', 'practitioner'] as const).flatMap((as): APage[] => {
		const { get, form } = pagesOf(as, as)
		return [
			get('reviews', routes.reviews.list.href({ person })),
			get('review-to-come', routes.reviews.show.href(of(now))),
			get('review-held', routes.reviews.show.href(of(before))),
			...form('review-prepare', routes.reviews.prepare.href(of(now)), { good: someWords, hard: '', other: '' }),
			get('two-days', `${between}?from=2026-01-05&to=2026-11-20`),
			get('paper', routes.paper.sheet.href({ person })),
			get('paper-large', `${routes.paper.sheet.href({ person })}?large`),
			get('paper-blank', routes.paper.blank.href({ person })),
		]
	})
	const { get } = pagesOf('robin', 'person')
	return [
		...both,
		{ ...pagesOf('person', 'person').get('two-days-error', `${between}?from=soon&to=`), status: 422 },
		get('reviews-none', routes.reviews.list.href({ person: idOf('robin') })),
		get('paper-nothing', routes.paper.sheet.href({ person: idOf('robin') })),
		pagesOf('other-practitioner', 'practitioner').get('plan-from-paper', planOf('amara')),
	]
}

function homes(): APage[] {
	const home = { path: '/', status: 200 } as const
	const asPerson = (['person', 'robin', 'pat', 'kayleigh', 'sophie', 'mary'] as const).map(
		(as): APage => ({ ...home, name: `home-${as}`, as, voice: 'person' }),
	)
	const asPractitioner = (['practitioner', 'hannah'] as const).map(
		(as): APage => ({ ...home, name: `home-${as}`, as, voice: 'practitioner' }),
	)
	const asOther = (['supporter', 'partner', 'lead'] as const).flatMap((as): APage[] => [
		{ ...home, name: `home-${as}`, as, voice: 'anyone' },
		{ name: `not-found-${as}`, as, voice: 'anyone', path: planOf('ann'), status: 404 },
	])
	return [...asPerson, ...asPractitioner, ...asOther]
}

/** One's contacts, with and without any; what a lead sees of messages, and the outbox. */
function contacts(): APage[] {
	const page = { voice: 'anyone', status: 200 } as const
	const home = routes.contacts.show.href()
	return [
		{ ...page, name: 'contacts', as: 'person', path: home },
		{ ...page, name: 'contacts-none', as: 'robin', path: home },
		{ ...page, name: 'contacts-told', as: 'other-person', path: `${home}?done=chosen` },
		{
			...page,
			name: 'contact-code-error',
			as: 'person',
			path: routes.contacts.confirm.href(),
			fields: { code: '1234' },
			status: 422,
		},
		...(['addText', 'addEmail', 'addLetter'] as const).map(
			(kind): APage => ({
				...page,
				name: `contact-${kind}`,
				as: 'person',
				path: '/account/sure',
				fields: { to: routes.contacts[kind].href() },
			}),
		),
		{ ...page, name: 'messages-of-area', as: 'lead', path: routes.messages.ofArea.href() },
		{ ...page, name: 'outbox', path: routes.demo.outbox.href() },
	]
}

/** How the pages of one reader are made. */
export type PagesOf = typeof pagesOf

/** How one reader's pages are named: those they open, those they post, and a form empty, with mistakes and checked. */
export function pagesOf(as: Key, voice: APage['voice']) {
	const get = (name: string, path: string): APage => ({ name: `${name}-${as}`, as, voice, path, status: 200 })
	const post = (name: string, path: string, fields: Record<string, string>, status: number): APage => ({
		...get(name, path),
		fields,
		status,
	})
	const form = (name: string, path: string, right: Record<string, string>, wrong: Record<string, string> = {}) => [
		get(name, path),
		post(`${name}-error`, path, { step: 'check', ...wrong }, 422),
		post(`${name}-check`, path, { step: 'check', ...right }, 200),
	]
	return { get, post, form }
}

/** Records of access, and questions about them: for the person, for whoever looked, and for a lead. */
function ofARecord(): APage[] {
	const person = idOf('ann')
	const [answered, waiting] = ['ann/question/0', 'ann/question/1'].map((name) => ({ person, question: idOf(name) }))
	if (!answered || !waiting) throw new Error('Ann has asked twice.')
	const words = 'Why did you look at it that day?'
	const mine = pagesOf('person', 'person')
	const theirs = [pagesOf('practitioner', 'practitioner'), pagesOf('lead', 'practitioner')]
	return [
		mine.get('record', routes.record.show.href({ person })),
		mine.get('record-own', routes.record.own.href({ person })),
		mine.get('record-earlier', `${routes.record.show.href({ person })}?before=9`),
		pagesOf('mary', 'person').get('record-by-role', routes.record.show.href({ person: idOf('mary') })),
		pagesOf('robin', 'person').get('record-short', routes.record.show.href({ person: idOf('robin') })),
		...mine.form('record-ask', routes.record.ask.href({ person, entry: entryId(person, 1) }), { words }),
		mine.get('record-question', routes.record.question.href(answered)),
		mine.get('record-question-told', `${routes.record.question.href(waiting)}?done=asked`),
		...theirs.flatMap(({ get, form }) => [
			get('record-question', routes.record.question.href(waiting)),
			get('record-question-answered', routes.record.question.href(answered)),
			...form('record-answer', routes.record.answer.href(waiting), { words }),
		]),
	]
}

/** Kind words: to give them, to keep them, to answer; and who works to support a plan, with much in it and with nothing. */
function kindWords(): APage[] {
	const person = idOf('ann')
	const about = routes.recognition.giveAbout.href({ person, outcome: idOf('ann/flat') })
	const mine = routes.recognition.mine.href()
	const answer = routes.recognition.answer.href({ recognition: idOf('ann/kind words/1') })
	const anyone = (as: Key) => pagesOf(as, 'anyone')
	const whoWorks = (as: Key, voice: APage['voice'], called: string) =>
		pagesOf(as, voice).get(`who-works-${called}`, routes.plan.whoWorks.href({ person: idOf(called) }))
	const ofAnn = { to: person, beginning: 'noticed', words: someWords }
	return [
		...pagesOf('person', 'person').form('kind-words-give', about, { ...ofAnn, to: idOf('priya'), beginning: 'thanks' }),
		...pagesOf('practitioner', 'practitioner').form('kind-words-give', about, ofAnn),
		...anyone('supporter').form('kind-words-give', about, ofAnn),
		anyone('practitioner').get('kind-words-give-plan', routes.recognition.give.href({ person })),
		...(['person', 'practitioner', 'supporter', 'robin', 'hannah'] as const).map((as) =>
			anyone(as).get('kind-words', mine),
		),
		anyone('person').get('kind-words-told', `${mine}?done=hide`),
		...anyone('person').form('kind-words-answer', answer, { words: someWords }),
		pagesOf('person', 'person').get(
			'outcome-given',
			`${routes.outcome.show.href({ person, outcome: idOf('ann/flat') })}?done=kindWords`,
		),
		whoWorks('person', 'person', 'ann'),
		whoWorks('practitioner', 'practitioner', 'ann'),
		whoWorks('kayleigh', 'person', 'kayleigh'),
		whoWorks('robin', 'person', 'robin'),
	]
}

/** The pages of Ann's plan for one of its two hands: each form empty, with mistakes and checked, and what can go wrong. */
function ofAPlan(as: 'person' | 'practitioner'): APage[] {
	const person = idOf('ann')
	const flat = { person, outcome: idOf('ann/flat') }
	const { get, post, form } = pagesOf(as, as)
	const other = as === 'person' ? idOf('priya') : person
	const otherWords = routes.outcome.otherWords.href(flat)
	return [
		get('person-page', routes.person.href({ person })),
		get('plan', planOf('ann')),
		get('outcome', routes.outcome.show.href(flat)),
		get('outcome-not-yet-agreed', routes.outcome.show.href({ person, outcome: idOf('ann/cooking') })),
		get('outcome-told', `${routes.outcome.show.href(flat)}?done=bring`),
		get('history', routes.outcome.history.href(flat)),
		...form('propose', proposeIn('ann'), { words: someWords }),
		...form('other-words', otherWords, { words: someWords, after: '1' }, { words: '', after: '1' }),
		post('other-words-overtaken', otherWords, { words: someWords, after: '0', step: 'share' }, 409),
		...form('see-differently', routes.outcome.seeDifferently.href(flat), { reason: someWords }),
		...form(
			'turn',
			routes.outcome.turn.href(flat),
			{ kind: 'cannot_be_done_now', inTheWay: 'There is no flat to be had.', whoseJob: 'The housing office.' },
			{ kind: 'set_aside' },
		),
		...form('bring', routes.contribution.bring.href(flat), { kind: 'time', words: someWords, byDay: '2031-05-03' }),
		...form('ask', routes.contribution.ask.href(flat), { kind: 'skill', words: someWords, askedOf: other }),
		post('overtaken', routes.outcome.agree.href(flat), { wording: nothing, hash: '' }, 409),
		post('too-old-a-form', proposeIn('ann'), { csrf: 'old', words: someWords }, 403),
		post('too-large', proposeIn('ann'), { words: 'word '.repeat(250_000) }, 413),
		get('unreadable', `${planOf('ann')}?a=%00`),
		get('not-found', planOf('nobody')),
	].map((page) => ({ ...page, status: statusOf[page.name.replace(`-${as}`, '')] ?? page.status }))
}

const statusOf: Readonly<Record<string, number>> = { unreadable: 400, 'not-found': 404 }

/** Plans at other moments: nothing in them yet, everything in them, nobody to work with. */
function otherPlans(): APage[] {
	const outcome = (called: string, name: string) =>
		routes.outcome.show.href({ person: idOf(called), outcome: idOf(`${called}/${name}`) })
	const pages: [string, Key, 'person' | 'practitioner', string][] = [
		['plan-empty', 'robin', 'person', planOf('robin')],
		['plan-empty', 'practitioner', 'practitioner', planOf('robin')],
		['plan-full', 'kayleigh', 'person', planOf('kayleigh')],
		['plan-full', 'ewa', 'practitioner', planOf('kayleigh')],
		['propose-kept', 'kayleigh', 'person', proposeIn('kayleigh')],
		['plan-alone', 'sophie', 'person', planOf('sophie')],
		['outcome-newer-words', 'other-person', 'person', outcome('joseph', 'sundays')],
		['outcome-newer-words', 'other-practitioner', 'practitioner', outcome('joseph', 'sundays')],
		['outcome-cannot', 'yusuf', 'person', outcome('yusuf', 'driving')],
		['outcome-cannot', 'practitioner', 'practitioner', outcome('yusuf', 'driving')],
		['outcome-set-aside', 'kayleigh', 'person', outcome('kayleigh', 'gym')],
	]
	return pages.map(([name, as, voice, path]) => ({ name: `${name}-${as}`, as, voice, path, status: 200 }))
}

/** What a person has opened, in every state, and each question of opening something. */
function openings(): APage[] {
	const page = (name: string, as: Key, path: string, status = 200, fields?: Record<string, string>): APage => ({
		...{ name, as, voice: 'person', path, status },
		...(fields ? { fields } : {}),
	})
	const list = (called: string) => routes.openings.list.href({ person: idOf(called) })
	const open = routes.openings.open.href({ person: idOf('ann') })
	return [
		page('home-mary', 'mary', '/'),
		page('openings-person', 'person', list('ann')),
		page('openings-told', 'person', `${list('ann')}?done=opened`),
		page('openings-closed', 'person', `${list('ann')}?done=closed`),
		page('openings-soon', 'mary', list('mary')),
		page('openings-again', 'sophie', list('sophie')),
		page('openings-ended-with-work', 'tom', list('tom')),
		page('openings-none', 'robin', list('robin')),
		page('open-what', 'person', `${open}?question=what`),
		page('open-what-error', 'person', open, 422, { question: 'what' }),
		page('open-to', 'person', `${open}?question=to`),
		page('open-to-error', 'person', open, 422, { question: 'to' }),
		page('open-purpose', 'person', `${open}?question=purpose`),
		page('open-purpose-error', 'person', open, 422, { question: 'purpose' }),
		page('open-until', 'person', `${open}?question=until`),
		page('open-until-error', 'person', open, 422, { question: 'until', until: 'day', day: 'soon' }),
	]
}

/** All answers given, by two people: whose names may be seen, and what the other would see. */
async function checkedOpenings(place: Place): Promise<APage[]> {
	const each: APage[] = []
	for (const { as, called, to, what } of [
		{ as: 'kayleigh', called: 'kayleigh', to: 'bilal', what: 'plan' },
		{ as: 'other-person', called: 'joseph', to: 'bilal', what: `plan/${idOf('joseph/sundays')}` },
	] as const) {
		const path = routes.openings.open.href({ person: idOf(called) })
		const browser = await place.as(as)
		await browser.post(path, { question: 'what', what })
		await browser.post(path, { question: 'to', to: idOf(to) })
		await browser.post(path, { question: 'purpose', purpose: someWords })
		await browser.post(path, { question: 'until', until: 'day', day: isoIn(20) })
		await browser.post(path, { question: 'names' })
		const page = { as, voice: 'person', status: 200 } as const
		each.push({ ...page, name: `open-names-${as}`, path: `${path}?question=names` })
		each.push({ ...page, name: `open-check-${as}`, path })
	}
	return each
}

const isoIn = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)

/** What is open to somebody, as they read it, and the way out. */
function whatIsOpen(): APage[] {
	const outcome = (called: string, name: string) => ({ person: idOf(called), outcome: idOf(`${called}/${name}`) })
	const pages: [string, Key, string][] = [
		['opened-outcome', 'supporter', routes.outcome.show.href(outcome('ann', 'flat'))],
		['opened-history', 'supporter', routes.outcome.history.href(outcome('ann', 'flat'))],
		['opened-plan', 'pat', planOf('kayleigh')],
		['opened-outcome', 'pat', routes.outcome.show.href(outcome('kayleigh', 'dog'))],
		['opened-history', 'pat', routes.outcome.history.href(outcome('kayleigh', 'bank'))],
		['leave', 'pat', routes.leave.href({ person: idOf('kayleigh') })],
		['left', 'hannah', '/?done=left'],
	]
	return pages.map(([name, as, path]) => ({ name: `${name}-${as}`, as, voice: 'anyone', path, status: 200 }))
}

/** Sitting together on one device, what the person is asked again alone, and words that were written down for them. */
async function together(place: Place): Promise<APage[]> {
	const lee = { person: idOf('lee'), outcome: idOf('lee/dog') }
	const dai = { person: idOf('dai'), outcome: idOf('dai/licence') }
	const boats = { person: idOf('dai'), outcome: idOf('dai/boats') }
	const wording = (name: string, last: 'asc' | 'desc') =>
		place.underneath<{ id: string }>(`select id from wording where outcome_id = $1 order by number ${last} limit 1`, [
			idOf(name),
		])
	const [[heard], [before], [now]] = await Promise.all([
		wording('lee/dog', 'desc'),
		wording('dai/boats', 'asc'),
		wording('dai/boats', 'desc'),
	])
	const scribe = pagesOf('ewa', 'practitioner')
	const both = pagesOf('other-practitioner', 'practitioner')
	const page = (name: string, as: Key, voice: APage['voice'], path: string, status = 200): APage => ({
		...{ name: `${name}-${as}`, as, voice, path, status },
	})
	const handed = (of: { person: string; outcome: string }, thing = '') => routes.outcome.together.href({ ...of, thing })
	// What is handed over speaks to the person, on whoever's device it is.
	return [
		page('home-heard', 'lee', 'person', '/'),
		page('outcome-heard', 'lee', 'person', routes.outcome.show.href(lee)),
		page('outcome-heard', 'ewa', 'practitioner', routes.outcome.show.href(lee)),
		page('history-heard', 'lee', 'person', routes.outcome.history.href(lee)),
		page('together-heard', 'ewa', 'person', handed(lee, heard?.id)),
		...scribe.form('write-down', routes.plan.writeDown.href({ person: lee.person }), { words: someWords }),
		...scribe.form(
			'write-down-words',
			routes.outcome.writeDown.href(lee),
			{ words: someWords, after: '1' },
			{ words: '', after: '1' },
		),
		...scribe.form('write-down-view', routes.outcome.writeDownView.href(lee), { reason: someWords }),
		page('home-together', 'dai', 'person', '/'),
		page('outcome-together', 'dai', 'person', routes.outcome.show.href(dai)),
		page('account-together', 'dai', 'anyone', '/account'),
		page('outcome-together', 'other-practitioner', 'practitioner', routes.outcome.show.href(dai)),
		page('history-together', 'other-practitioner', 'practitioner', routes.outcome.history.href(dai)),
		page('together', 'other-practitioner', 'person', handed(boats, now?.id)),
		{ ...page('together-changed', 'other-practitioner', 'person', handed(boats, before?.id), 409) },
		both.get('plan', planOf('dai')),
	]
}

/** Who supports a person and whom they invite, in every state; and the check, for a practitioner and for a lead. */
function supporters(): APage[] {
	const list = (called: string) => routes.supporters.list.href({ person: idOf(called) })
	const ofMary = { person: idOf('mary'), invitation: idOf('mary/invites/Bridie') }
	const { get, form } = pagesOf('person', 'person')
	const mary = pagesOf('mary', 'person')
	const right = { ...sister, text: '', letter: '' }
	const check = (as: Key, called: string, whom: string) => {
		const path = routes.supporters.check.href({ person: idOf(called), invitation: idOf(`${called}/invites/${whom}`) })
		const { get, post } = pagesOf(as, 'practitioner')
		return [get('to-check', routes.toCheck.href()), get('check', path), post('check-error', path, {}, 422)]
	}
	return [
		get('supporters', list('ann')),
		get('supporters-asked', `${list('ann')}?done=asked`),
		...(['robin', 'mary', 'kayleigh', 'yusuf', 'tom'] as const).map((as) =>
			pagesOf(as, 'person').get('supporters', list(as)),
		),
		...form('invite-supporter', routes.supporters.invite.href({ person: idOf('ann') }), right, {
			way: 'text',
			text: '1',
		}),
		mary.get('card-to-hand', routes.supporters.card.href(ofMary)),
		mary.post('card-in-hand', routes.supporters.card.href(ofMary), {}, 200),
		...check('practitioner', 'ann', 'Mo'),
		...check('lead', 'sophie', 'Ama'),
		pagesOf('hannah', 'practitioner').get('to-check', routes.toCheck.href()),
		pagesOf('hannah', 'practitioner').get('to-check-told', `${routes.toCheck.href()}?done`),
	]
}

/** What whoever was invited reads, with an account and without, while it lasts and when it is over. */
async function invited(place: Place): Promise<APage[]> {
	const person = idOf('olena')
	const ask = async (email: string) => {
		const once = newId()
		const fields = { ...sister, step: 'share', once, email }
		await (await place.as('olena')).post(routes.supporters.invite.href({ person }), fields)
		return { once, code: await codeOf(place, once) }
	}
	const [open, over] = [await ask('open@post.example'), await ask('over@post.example')]
	await (await place.as('olena')).post(routes.supporters.takeBack.href({ person, invitation: over.once }))
	const page = { voice: 'anyone', status: 200 } as const
	const show = routes.invited.show.href()
	const from = `${show}?code=${open.code}`
	const answer = (name: string, code: string, answer: string): APage => ({
		...{ ...page, name: `invited-${name}`, path: routes.invited.answer.href(), from: show },
		fields: { code, answer },
	})
	return [
		{ ...page, name: 'invited-code', path: show },
		{ ...page, name: 'invited-code-error', path: show, from: show, fields: { code: '7KQD-92MF-3XTA' }, status: 422 },
		{ ...page, name: 'invited', path: from },
		{ ...page, name: 'invited-signed-in', as: 'pat', path: from },
		{ ...page, name: 'invited-own', as: 'olena', path: from },
		{ ...page, name: 'invited-over', path: `${show}?code=${over.code}` },
		answer('not-now', open.code, 'not-now'),
		answer('come-in', open.code, 'come-in'),
		{
			...{ ...page, name: 'invited-join-error', path: routes.invited.join.href(), from: show, status: 422 },
			fields: { code: open.code, name: '', secret: 'x', again: 'y' },
		},
		answer('never', over.code, 'never'),
		{ ...page, name: 'invited-never-said', path: `${show}?code=${over.code}` },
		answer('take-back', over.code, 'take-back'),
		{ ...page, name: 'home-joined', as: 'supporter', path: '/?done=joined' },
	]
}

const planOf = (called: string) => routes.plan.show.href({ person: idOf(called) })
const proposeIn = (called: string) => routes.plan.propose.href({ person: idOf(called) })

/** The pages on which somebody answers what they were asked. */
function answers(as: Key, voice: APage['voice'], { called, name, request }: Asked): APage[] {
	const path = routes.contribution.answer.href({ person: idOf(called), outcome: idOf(name), request })
	const { form } = pagesOf(as, voice)
	return form('answer', path, { answer: 'differently', words: someWords }, { answer: 'differently' })
}

type Asked = { called: string; name: string; request: string }

/** A question about an outcome that waits for the person's answer. */
async function waitingFor(place: Place, called: string, name: string, asked = called): Promise<Asked> {
	const [found] = await place.underneath<{ id: string }>(
		'select id from contribution_request where outcome_id = $1 and asked_of_id = $2 and answer is null limit 1',
		[idOf(name), idOf(asked)],
	)
	if (!found) throw new Error(`Nothing about ${name} waits for an answer of ${asked}.`)
	return { called, name, request: found.id }
}

/** No question waits for a practitioner in the demonstration, so here is one. */
async function kayleighAsksEwa(place: Place): Promise<Asked> {
	const animals = { person: idOf('kayleigh'), outcome: idOf('kayleigh/animals') }
	const words = 'Come with me on the first day'
	const fields = { askedOf: idOf('ewa'), kind: 'going_along', words, step: 'share' }
	await (await place.as('kayleigh')).post(routes.contribution.ask.href(animals), fields)
	return waitingFor(place, 'kayleigh', 'kayleigh/animals', 'ewa')
}
