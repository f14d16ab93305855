/** When two meet, in every state, for both of them and for who comes along. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, PagesOf } from './every-page.ts'

const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)
const aTime = { day1: day(20), time1: '2pm' }

export function pagesOfAppointments(pagesOf: PagesOf): APage[] {
	const list = (called: string) => routes.appointments.list.href({ person: idOf(called) })
	const one = (called: string, name: string) => ({
		person: idOf(called),
		appointment: idOf(`${called}/meets/${name}`),
	})
	const { show, otherTime, along, notMet } = routes.appointment
	const hands = (['person', 'practitioner'] as const).flatMap((as): APage[] => {
		const { get, form } = pagesOf(as, as)
		const suggest = routes.appointments.suggest.href({ person: idOf('ann') })
		const other = idOf(as === 'person' ? 'priya' : 'ann')
		return [
			get('meetings', list('ann')),
			get('meeting-agreed', show.href(one('ann', 'viewing'))),
			get('meeting-told', `${show.href(one('ann', 'viewing'))}?done=yes`),
			get('meeting-times', show.href(one('ann', 'letters'))),
			get('meeting-not-met', show.href(one('ann', 'bus'))),
			get('meeting-was', show.href(one('ann', 'in-autumn'))),
			...form('meeting-suggest', suggest, { ...aTime, with: other, place: 'The café', whatFor: 'To talk.' }),
			...form('meeting-other-time', otherTime.href(one('ann', 'letters')), aTime),
			get('meeting-other-time-told', `${otherTime.href(one('ann', 'letters'))}?done=no`),
			...form('meeting-along', along.href(one('ann', 'viewing')), { words: 'my aunt' }),
			...form(
				'meeting-missed',
				notMet.href(one('ann', 'in-autumn')),
				{ missedFor: 'service_could_not' },
				{ missedFor: as === 'person' ? 'own_words' : '' },
			),
		].filter(({ name }) => name !== 'meeting-missed-error-practitioner')
	})
	const mine = (as: 'kayleigh' | 'sophie' | 'robin' | 'tom') => pagesOf(as, 'person').get('meetings', list(as))
	const reminders = routes.appointments.reminders.href({ person: idOf('ann') })
	const { get, post } = pagesOf('person', 'person')
	const coming = (called: string, name: string, words: string) =>
		routes.comingAlong.href({ company: idOf(`${called}/meets/${name}/along/${words}`) })
	return [
		...hands,
		...(['kayleigh', 'sophie', 'robin', 'tom'] as const).map(mine),
		pagesOf('tom', 'person').get('meeting-none-suits', show.href(one('tom', 'river'))),
		pagesOf('other-person', 'person').get('meeting-moved', show.href(one('joseph', 'school'))),
		get('reminders', reminders),
		get('reminders-told', `${reminders}?done=kept`),
		post('reminders-error', reminders, { wanted: '' }, 422),
		pagesOf('supporter', 'anyone').get('coming-along', coming('ann', 'viewing', 'my sister')),
		pagesOf('pat', 'anyone').get('coming-along-yes', coming('kayleigh', 'bank', 'Pat')),
		pagesOf('partner', 'anyone').get('coming-along-no-time', coming('yusuf', 'passport', 'Bilal, who knows the form')),
		pagesOf('pat', 'anyone').get('coming-along-not', '/?done=cannotCome'),
	]
}
