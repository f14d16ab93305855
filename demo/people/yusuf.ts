import { comesAlong, suggests } from '../appointments.ts'
import { asks, isDone, offers, saysYes } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { invites, isChecked } from '../invitations.ts'
import { agrees, cannotBeDoneNow, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Yusuf cooks for everyone. He waits for a form that Priya promised him and has not brought. */
export function yusuf(story: Story): void {
	const plan = planOf(story, 'yusuf')
	worksWith(plan, 'priya', ago(138))

	const friday = proposes(plan, 'yusuf', ago(128), 'friday', 'Cook for the Friday meal at the hall. إن شاء الله')
	agrees(friday, 'priya', ago(127))
	isUnderWay(friday, 'yusuf', ago(113))
	offers(friday, 'yusuf', ago(126), 'skill', 'I cook the way my mother does.')
	isDone(offers(friday, 'priya', ago(126), 'room', 'I book the hall kitchen for Fridays.', ago(120)), ago(121))
	const shopping = asks(
		friday,
		'priya',
		'yusuf',
		ago(30),
		'time',
		'One morning of shopping for forty, with two new people.',
	)
	saysYes(shopping, ago(29), inDays(2))

	const mother = proposes(plan, 'yusuf', ago(101), 'mother', 'Send my mother money each month. أمي أولاً')
	agrees(mother, 'priya', ago(99))
	offers(mother, 'yusuf', ago(98), 'money', 'I put the first £30 of each month by.')

	const driving = proposes(plan, 'yusuf', ago(60), 'driving', 'Drive a van for work again.')
	agrees(driving, 'priya', ago(59))
	cannotBeDoneNow(
		driving,
		'yusuf',
		ago(45),
		'No ID. My old passport is gone.',
		'The passport office. Priya said she brings me the form.',
	)
	offers(driving, 'priya', ago(45), 'something_else', 'I bring you the passport form.', ago(24))

	isChecked(
		invites(plan, { called: 'Sam', tie: 'we were neighbours', way: 'text', at: '+447700900644', from: ago(8) }),
		'priya',
		ago(7),
		'left_in_peace',
	)

	const form = { with: 'priya', place: 'Harbour House', whatFor: 'To fill in the passport form.' } as const
	const passport = suggests(plan, 'yusuf', ago(3), 'passport', form, [inDays(5), 9], [inDays(6), 9], [inDays(7), 16])
	comesAlong(passport, ago(3), 'Bilal, who knows the form', 'bilal')
}
