import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, pagesOf } from './every-page.ts'

/** The pages of steps, for the two hands and for those to whom something is open: each form empty, with mistakes and checked. */
export function ofSteps(pages: typeof pagesOf): APage[] {
	const flat = { person: idOf('ann'), outcome: idOf('ann/flat') }
	const football = { person: idOf('joseph'), outcome: idOf('joseph/football') }
	const { step, contribution, outcome } = routes
	const words = 'I ring the housing office and ask.'
	const of = (number: number) => ({ ...flat, step: idOf(`ann/flat/step/${number}`) })
	const ann = pages('person', 'person')
	const priya = pages('practitioner', 'practitioner')
	const linda = pages('supporter', 'practitioner')
	const right = (whose: string) => ({ words, whose: idOf(whose), when: 'by 3 May 2031' })
	const wrong = { words: '', when: '31/2/2030' }
	return [
		...ann.form('step', step.write.href(flat), right('linda'), wrong),
		...priya.form('step', step.write.href(flat), right('ann'), wrong),
		...linda.form('step', step.write.href(flat), right('linda'), wrong),
		...ann.form(
			'step-answer',
			step.answer.href(of(3)),
			{ answer: 'differently', words, when: 'before we meet' },
			{ answer: 'differently', words: '', when: '' },
		),
		...ann.form('another-day', step.anotherDay.href(of(1)), { when: 'when I am paid' }, wrong),
		...ann.form('set-aside', step.setAside.href(of(1)), { why: words }, { why: 'x'.repeat(2001) }),
		ann.get('outcome-step-told', `${outcome.show.href(flat)}?done=step`),
		pages('other-person', 'person').get('outcome-steps', outcome.show.href(football)),
		pages('other-practitioner', 'practitioner').get('outcome-steps', outcome.show.href(football)),
		pages('other-person', 'person').get('history-steps', outcome.history.href(football)),
		...linda.form('bring', contribution.bring.href(flat), { kind: 'time', words, byDay: '2031-05-03' }),
		pages('partner', 'anyone').get('what-you-brought', routes.brought.href()),
		pages('robin', 'anyone').get('what-you-brought-nothing', routes.brought.href()),
	]
}
