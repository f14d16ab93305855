import { meet } from '../appointments.ts'
import { isDone, offers } from '../contributions.ts'
import { ago } from '../days.ts'
import { saysItEnds } from '../end-of-work.ts'
import { invites } from '../invitations.ts'
import { opensOutcome } from '../openings.ts'
import { agrees, isReached, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Sophie-Louise has left the order. The plan stays hers, and she goes on writing in it. */
export function sophie(story: Story): void {
	const plan = planOf(story, 'sophie')
	worksWith(plan, 'delroy', ago(182), ago(36))

	const choir = proposes(plan, 'sophie', ago(166), 'choir', 'Sing in the choir, and one day sing alone.')
	agrees(choir, 'delroy', ago(165))
	isUnderWay(choir, 'sophie', ago(159))
	isDone(offers(choir, 'delroy', ago(165), 'going_along', 'I come along the first time.', ago(159)), ago(159))
	isDone(offers(choir, 'sophie', ago(164), 'time', 'I go each Tuesday, also when I do not feel like it.'), ago(60))
	isReached(choir, 'sophie', ago(14))

	const debts = proposes(plan, 'delroy', ago(152), 'debts', 'Owe nobody anything by the end of the year.')
	agrees(debts, 'sophie', ago(150))
	isUnderWay(debts, 'sophie', ago(141))
	isDone(
		offers(debts, 'delroy', ago(150), 'introduction', 'I introduce you to Bilal at Harbour House.', ago(143)),
		ago(144),
	)
	isReached(debts, 'delroy', ago(45))

	const studio = proposes(plan, 'sophie', ago(110), 'studio', 'Run a small sewing room with two other women.')
	agrees(studio, 'delroy', ago(107))
	isUnderWay(studio, 'sophie', ago(80))
	offers(studio, 'sophie', ago(79), 'room', 'My front room, until we find better.')

	// Nobody works with her now, so the lead checks it.
	invites(plan, { called: 'Ama', tie: 'we sew together', way: 'email', at: 'ama@post.example', from: ago(2) })

	// Delroy does not work with her any more. What she opened to him has run out; she is asked whether to open it again.
	opensOutcome(studio, {
		to: 'delroy',
		from: ago(35),
		until: ago(5),
		purpose: 'You asked how the sewing room goes. Here it is.',
		looked: [ago(33)],
	})

	meet(plan, [ago(40), 11], 'last', { with: 'delroy', place: 'The sewing room', whatFor: 'To say goodbye.' })
	saysItEnds(plan, 'delroy', ago(50), ago(36))
}
