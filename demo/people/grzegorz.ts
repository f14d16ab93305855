import { answersDifferently, asks, isDone, offers, takesTheQuestionBack } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { agrees, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Grzegorz looks after his mother, and the plan has to fit around her days. */
export function grzegorz(story: Story): void {
	const plan = planOf(story, 'grzegorz')
	worksWith(plan, 'delroy', ago(119))

	const morning = proposes(plan, 'grzegorz', ago(109), 'morning', 'One free morning a week, and mum is not alone.')
	agrees(morning, 'delroy', ago(107))
	isUnderWay(morning, 'delroy', ago(86))
	isDone(offers(morning, 'grzegorz', ago(106), 'going_along', 'I go along with mum to meet Halina.', ago(92)), ago(93))
	const money = asks(morning, 'grzegorz', 'delroy', ago(84), 'money', 'The pay for a second morning.')
	isDone(
		answersDifferently(money, ago(81), 'I have no money for it. I bring you to the carers’ group.', ago(70)),
		ago(73),
	)
	const lift = asks(morning, 'grzegorz', 'delroy', ago(40), 'time', 'Drive mum to the eye doctor.')
	takesTheQuestionBack(lift, ago(38))

	const english = proposes(plan, 'delroy', ago(72), 'english', 'English class, at an hour that fits your mother.')
	agrees(english, 'grzegorz', ago(70))
	offers(english, 'delroy', ago(70), 'time', 'I ask the college for a class before noon.', inDays(8))
	offers(english, 'grzegorz', ago(69), 'something_else', 'I speak Polish with Delroy. He pays in English.')
}
