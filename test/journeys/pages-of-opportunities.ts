/** What could be somebody's, in every state, for them alone. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, PagesOf } from './every-page.ts'

export function pagesOfOpportunities(pagesOf: PagesOf): APage[] {
	const { list, write, show, more, turn, link } = routes.opportunities
	const ann = { person: idOf('ann') }
	const of = (words: string) => ({ ...ann, opportunity: idOf(`ann/opportunity/${words}`) })
	const kitchen = of('The kitchen at the college needs someone.')
	const { get, post } = pagesOf('person', 'person')
	return [
		get('opportunities', list.href(ann)),
		get('opportunities-deleted', `${list.href(ann)}?done=deleted`),
		get('opportunity', show.href(kitchen)),
		get('opportunity-written', `${show.href(kitchen)}?done=written`),
		get('opportunity-over', show.href(of('The evening course in bookkeeping.'))),
		post('opportunity-link-error', link.href(kitchen), { kind: 'needs', to: '' }, 422),
		get('opportunity-write', write.href(ann)),
		post('opportunity-write-error', write.href(ann), { step: 'share', meaning: 'Much.' }, 422),
		get('opportunity-more', more.href(kitchen)),
		post('opportunity-more-error', more.href(kitchen), { step: 'share', needs: 'x'.repeat(1001) }, 422),
		get('opportunity-turn', turn.href(kitchen)),
		post('opportunity-turn-error', turn.href(kitchen), { step: 'share' }, 422),
		pagesOf('robin', 'person').get('opportunities-none', list.href({ person: idOf('robin') })),
	]
}
