/** How two work together, in every state, for both of them; and what they write to each other. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { Place } from '../support/place.ts'
import type { APage, PagesOf } from './every-page.ts'

const some = 'Be there each Monday.'

export async function pagesOfWorking({ underneath }: Place, pagesOf: PagesOf): Promise<APage[]> {
	const person = idOf('ann')
	const id = async (sql: string) => (await underneath<{ id: string }>(sql, [person]))[0]?.id ?? ''
	const condition = await id(`select id from order_wording where person_id = $1 and words like 'Work 80%'`)
	const remark = await id(`select id from order_remark where person_id = $1 and kind = 'not_right'`)
	const expectation = await id('select id from expectation where person_id = $1 limit 1')
	const time = await id(
		`select t.id from appointment_time t where t.appointment_id = '${idOf('ann/meets/this-week')}' and t.person_id = $1`,
	)
	const { order, expectations, checkIns, conversation, handover } = routes
	const withPriya = { person, with: idOf('priya') }
	const both = (['person', 'practitioner'] as const).flatMap((as): APage[] => {
		const { get, post, form } = pagesOf(as, as)
		return [
			get('ways', routes.person.href({ person })),
			get('order', order.show.href({ person })),
			get('order-told', `${order.show.href({ person })}?done=${as === 'person' ? 'said' : 'wrote'}`),
			get('expectations', expectations.show.href({ person })),
			get('expectations-told', `${expectations.show.href({ person })}?done=proposed`),
			...form(
				'expectation-propose',
				expectations.propose.href({ person }),
				{ with: idOf('priya'), ofWhom: 'practitioner', words: some },
				{ with: idOf('priya') },
			),
			...form('expectation-words', expectations.otherWords.href({ person, expectation }), { words: some, after: '1' }),
			get('check-ins', checkIns.list.href({ person })),
			get('conversation', conversation.show.href(withPriya)),
			get('conversation-told', `${conversation.show.href(withPriya)}?done=sent`),
			post('conversation-error', conversation.show.href(withPriya), { step: 'share', words: '' }, 422),
			get('handover', handover.show.href({ person })),
		]
	})
	const { get, form } = pagesOf('person', 'person')
	const priya = pagesOf('practitioner', 'practitioner')
	const tom = { person: idOf('tom') }
	return [
		...both,
		...form('order-say', order.say.href({ person, condition }), { kind: 'not_right', words: some }),
		...priya.form('order-write', order.write.href({ person }), { words: some, fromDay: '', untilDay: '' }),
		...priya.form('order-again', order.rewrite.href({ person, condition }), { words: some, after: '1' }),
		...priya.form('order-answer', order.answer.href({ person, remark }), { words: some }),
		...form('check-in', checkIns.say.href({ person, time }), { listened: '4', change: some }),
		get('conversations', conversation.list.href({ person })),
		get('conversation-with-supporter', conversation.show.href({ person, with: idOf('linda') })),
		pagesOf('supporter', 'anyone').get('conversation', conversation.show.href({ person, with: idOf('linda') })),
		pagesOf('kayleigh', 'person').get(
			'conversation-closed',
			conversation.show.href({ person: idOf('kayleigh'), with: idOf('pat') }),
		),
		pagesOf('pat', 'anyone').get(
			'conversation-closed',
			conversation.show.href({ person: idOf('kayleigh'), with: idOf('pat') }),
		),
		pagesOf('tom', 'person').get('conversation-over', conversation.show.href({ ...tom, with: idOf('hannah') })),
		priya.get('hours', routes.hours.href()),
		priya.post('hours-error', routes.hours.href(), { step: 'share', reads: '' }, 422),
		pagesOf('lead', 'practitioner').get('check-ins-of-area', routes.area.checkIns.href()),
		...(['order', 'expectations', 'handover'] as const).flatMap((part) => [
			pagesOf('tom', 'person').get(`${part}-tom`, routes[part].show.href(tom)),
			pagesOf('ewa', 'practitioner').get(`${part}-tom`, routes[part].show.href(tom)),
			pagesOf('robin', 'person').get(`${part}-none`, routes[part].show.href({ person: idOf('robin') })),
		]),
		pagesOf('robin', 'person').get('check-ins-none', checkIns.list.href({ person: idOf('robin') })),
		pagesOf('tom', 'person').get('openings-to-pass', handover.openings.href(tom)),
		get('openings-to-pass-none', handover.openings.href({ person })),
		...pagesOf('tom', 'person').form(
			'note-correct',
			handover.correct.href({ ...tom, note: idOf('tom/note/hannah/1') }),
			{ words: some },
		),
		...priya.form('note', handover.write.href({ person }), { words: some }),
		priya.get('name-who-comes', handover.name.href({ person })),
		priya.post('name-who-comes-error', handover.name.href({ person }), { step: 'share' }, 422),
		pagesOf('hannah', 'practitioner').get(
			'take-over',
			handover.takeOver.href({ handover: idOf('amara/handed/callum/hannah') }),
		),
		pagesOf('hannah', 'practitioner').get('home-handed', '/'),
	]
}
