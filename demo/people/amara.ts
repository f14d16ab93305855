import { asks, declines, isDone, offers } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { saysItEnds, saysOfPromise } from '../end-of-work.ts'
import { agrees, isUnderWay, proposes, seesItDifferently, typesIn } from '../outcomes.ts'
import { takesAStep } from '../steps.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Amara and Callum see one thing differently. Both views stand, and the rest goes on. */
export function amara(story: Story): void {
	const plan = planOf(story, 'amara')
	worksWith(plan, 'callum', ago(109))

	const street = proposes(plan, 'amara', ago(92), 'street', 'Move back to Mill Street, where my friends are.')
	seesItDifferently(
		street,
		'callum',
		ago(89),
		'You told me that street was hard on you. I would look near your aunt first.',
	)
	offers(street, 'amara', ago(88), 'introduction', 'I take Callum to meet my friends. He can see for himself.')
	const word = asks(street, 'callum', 'amara', ago(66), 'time', 'Look at two flats near your aunt with me.')
	declines(word, ago(64), 'No. I know those flats. Come and see Mill Street.')

	typesIn(plan, 'callum', ago(2), ago(5), 'aunt', 'Sunday dinner at my aunt’s, every week, and I cook once a month.')

	const hair = proposes(plan, 'amara', ago(85), 'hair', 'Finish my hair course and rent a chair.')
	agrees(hair, 'callum', ago(83))
	isUnderWay(hair, 'amara', ago(71))
	isDone(offers(hair, 'amara', ago(83), 'skill', 'I do braids at the hall for practice.'), ago(25))
	isDone(offers(hair, 'callum', ago(83), 'money', 'The work fund pays for your scissors.', ago(70)), ago(73))
	const hall = offers(hair, 'callum', ago(18), 'room', 'You can have the hall on Mondays for models.', inDays(15))
	offers(hair, 'callum', ago(17), 'introduction', 'I introduce you to Bea, who has a chair free.')

	takesAStep(hair, 'callum', ago(16), 'I write down for the college what you can do already.')

	saysItEnds(plan, 'callum', ago(2), inDays(20), 'You argued with me, and you were mostly right. Thank you.')
	saysOfPromise(plan, 'callum', ago(2), hall.row.id, inDays(15))
}
