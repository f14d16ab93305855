import { isDone, offers } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { agrees, cannotBeDoneNow, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Olena was a nurse at home and means to be one here. Others have to move first. */
export function olena(story: Story): void {
	const plan = planOf(story, 'olena')
	worksWith(plan, 'delroy', ago(129))

	const nurse = proposes(plan, 'olena', ago(115), 'nurse', 'Work as a nurse again, as I did at home.')
	agrees(nurse, 'delroy', ago(114))
	isUnderWay(nurse, 'olena', ago(103))
	isDone(offers(nurse, 'olena', ago(113), 'something_else', 'I bring all my papers, with stamps.', ago(106)), ago(107))
	cannotBeDoneNow(
		nurse,
		'delroy',
		ago(48),
		'The nursing board has not said yes to the papers.',
		'The board has to answer. I write to them each month.',
	)
	isDone(offers(nurse, 'delroy', ago(48), 'skill', 'I write to the board this week.', ago(43)), ago(44))

	const calls = proposes(plan, 'olena', ago(78), 'calls', 'Talk English on the phone and not be afraid. Я зможу.')
	agrees(calls, 'delroy', ago(77))
	isUnderWay(calls, 'olena', ago(56))
	offers(calls, 'delroy', ago(77), 'time', 'I ring you on Tuesdays, just to talk.')
	offers(calls, 'olena', ago(76), 'time', 'One call each day, a small one.', inDays(30))
}
