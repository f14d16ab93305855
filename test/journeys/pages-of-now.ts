/** Where somebody is now, in every state, for both hands and for whom a part is open. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, PagesOf } from './every-page.ts'

export function pagesOfNow(pagesOf: PagesOf): APage[] {
	const ann = { person: idOf('ann') }
	const { now, measures, fromNow } = routes
	const of = (sitting: string, part: string) => ({
		...{ ...ann, sitting: idOf(`ann/sitting/${sitting}`), life: idOf(`ann/now/${part}`) },
	})
	const said = { ...ann, said: idOf(`${idOf('ann/sitting/spring')}/ann/home/help`) }
	const hands = (['person', 'practitioner'] as const).flatMap((as): APage[] => {
		const { get, post, form } = pagesOf(as, as)
		return [
			get('now', now.show.href(ann)),
			get('now-over-time', now.overTime.href(ann)),
			get(
				'now-between',
				`${now.between.href(ann)}?from=${of('spring', 'home').sitting}&to=${of('summer', 'home').sitting}`,
			),
			get('now-life', now.life.href(of('spring', 'home'))),
			get('now-sitting', now.sitting.href(of('spring', 'home'))),
			get('now-sitting-begun', `${now.sitting.href(of('spring', 'home'))}?done=begun`),
			get('now-part', now.part.href(of('spring', 'home'))),
			get('now-part-told', `${now.part.href(of('spring', 'home'))}?done=enough`),
			get('now-part-silent', now.part.href(of('spring', 'drugs'))),
			...(['well', 'way', 'help'] as const).flatMap((question) => [
				get(`now-${question}`, now[question].href(of('spring', 'work'))),
				post(`now-${question}-error`, now[question].href(of('spring', 'work')), { step: 'share' }, 422),
			]),
			get('now-into-plan', fromNow.show.href(said)),
			...form('now-propose', fromNow.propose.href(said), { words: 'A door of my own.' }),
			...form('now-ask', fromNow.ask.href({ ...said, outcome: idOf('ann/flat') }), {
				...{ askedOf: idOf(as === 'person' ? 'priya' : 'ann'), kind: 'time', words: 'Come along.' },
			}),
		]
	})
	const { get, post } = pagesOf('person', 'person')
	return [
		...hands,
		pagesOf('person', 'person').get('now-delete', now.delete.href(of('spring', 'home'))),
		get('now-alone', now.sitting.href(of('alone', 'home'))),
		get('now-shown', `${now.sitting.href(of('summer', 'home'))}?done=show`),
		get('now-open', now.part.href(of('summer', 'caring'))),
		get('now-rating', now.rating.href(of('spring', 'home'))),
		post('now-rating-error', now.rating.href(of('spring', 'home')), { step: 'share', rating: '' }, 422),
		pagesOf('robin', 'person').get('now-none', now.show.href({ person: idOf('robin') })),
		pagesOf('kayleigh', 'person').get('now-one', now.show.href({ person: idOf('kayleigh') })),
		pagesOf('supporter', 'anyone').get('now-opened', now.life.href(of('spring', 'caring'))),
		get('measures', measures.list.href(ann)),
		get('measures-kept', `${measures.list.href(ann)}?done=kept`),
		get('measure', measures.happy.href(ann)),
		get('measure-words', measures.lonely.href(ann)),
		post('measure-error', measures.happy.href(ann), { step: 'share', words: 'A walk.' }, 422),
		pagesOf('robin', 'person').get('measures-none', measures.list.href({ person: idOf('robin') })),
	]
}
