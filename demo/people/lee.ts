import { didNotMeet, meet } from '../appointments.ts'
import { isDone, offers } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { invites, isChecked } from '../invitations.ts'
import { agrees, isUnderWay, onlyProposes, proposes, writesDown } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Lee writes little, and what he writes is enough. Once Ewa wrote for him, and he has not yet said whether those are his words. */
export function lee(story: Story): void {
	const plan = planOf(story, 'lee')
	worksWith(plan, 'ewa', ago(97))

	const nan = proposes(plan, 'lee', ago(86), 'nan', 'see nan')
	agrees(nan, 'ewa', ago(86))
	isUnderWay(nan, 'lee', ago(79))
	isDone(offers(nan, 'ewa', ago(86), 'money', 'I send you the bus fare each month.', ago(80)), ago(82))
	offers(nan, 'lee', ago(85), 'time', 'evry sunday')

	const reading = proposes(plan, 'ewa', ago(60), 'reading', 'Read what you want to read.')
	agrees(reading, 'lee', ago(58))
	isUnderWay(reading, 'lee', ago(30))
	offers(reading, 'ewa', ago(58), 'time', 'We read half an hour each time we meet.', inDays(11))

	onlyProposes(plan, 'lee', ago(10), 'work', 'outdoor work')
	writesDown(plan, 'ewa', ago(1), 'dog', 'Walk nan’s dog. He is good with me.')

	isChecked(
		invites(plan, { called: 'Nan', tie: 'my nan', way: 'email', at: 'nan@post.example', from: ago(6) }),
		'ewa',
		ago(5),
		'may_be_written_to',
		'refused',
	)

	const hall = { with: 'ewa', place: 'the hall', whatFor: 'To read.' } as const
	didNotMeet(meet(plan, [ago(15), 10], 'reading', hall), 'lee', ago(15), ago(15), 'bus')
}
