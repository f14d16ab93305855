/** When work together ends: said, told, over; and what a lead ends of those who have gone. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { Place } from '../support/place.ts'
import type { APage, PagesOf } from './every-page.ts'

const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)

export async function pagesOfEndOfWork(place: Place, pagesOf: PagesOf): Promise<APage[]> {
	const [open] = await place.underneath<{ id: string }>('select contribution_id as id from promise_at_end')
	if (!open) throw new Error('Callum has said what becomes of a promise.')
	const { show, say, promise } = routes.endOfWork
	const amara = { person: idOf('amara') }
	const { get, post, form } = pagesOf('other-practitioner', 'practitioner')
	const own = (as: 'amara' | 'sophie' | 'pat' | 'mary' | 'grzegorz') => pagesOf(as, 'person')
	const lead = pagesOf('lead', 'practitioner')
	return [
		own('amara').get('home-ends', '/'),
		own('sophie').get('home-ended', '/'),
		...(['amara', 'sophie', 'pat'] as const).map((as) => own(as).get('end', show.href({ person: idOf(as) }))),
		get('end', show.href(amara)),
		get('end-told', `${show.href(amara)}?done=said`),
		get('end-not-said', show.href({ person: idOf('joseph') })),
		...form('end-say', say.href(amara), { lastDay: day(9), goodbye: 'Go well.' }, { lastDay: '' }),
		post('end-promise-error', promise.href({ ...amara, promise: open.id }), { word: 'still', byDay: '' }, 422),
		lead.get('work-left', routes.workLeft.show.href()),
		lead.get('work-left-people', routes.workLeft.people.href({ account: idOf('delroy') })),
		...lead.form('work-left-place', routes.workLeft.place.href({ tie: idOf('olena/with/delroy') }), {
			to: idOf('ewa'),
		}),
		...lead.form('away', routes.workLeft.away.href(), { who: idOf('ewa'), until: day(9) }, { until: '' }),
		pagesOf('delroy', 'practitioner').get('home-away', '/'),
		own('mary').get('home-who-comes', '/'),
		...(['mary', 'grzegorz'] as const).map((as) =>
			own(as).get('who-comes', routes.handover.show.href({ person: idOf(as) })),
		),
	]
}
