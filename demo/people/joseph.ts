import { comesAlong, didNotMeet, meet, saysOfTime, suggestsTimes } from '../appointments.ts'
import { isReachedAt, isTold } from '../contacts.ts'
import { asks, isDone, offers, saysYes } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { invites } from '../invitations.ts'
import {
	agrees,
	isReached,
	isUnderWay,
	nowSeesItAlike,
	proposes,
	saysItInOtherWords,
	seesItDifferently,
} from '../outcomes.ts'
import { isRead, notices } from '../recognition.ts'
import { isDoneStep, saysOfStep, takesAStep, writesAStep } from '../steps.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Joseph has his daughter on Sundays by now, and asks for more: the old words stand until both agree to the new. */
export function joseph(story: Story): void {
	const plan = planOf(story, 'joseph')
	worksWith(plan, 'callum', ago(158))

	const sundays = proposes(plan, 'joseph', ago(144), 'sundays', 'Have my little girl every Sunday.')
	agrees(sundays, 'callum', ago(144))
	isUnderWay(sundays, 'joseph', ago(116))
	offers(sundays, 'joseph', ago(143), 'time', 'I keep each Sunday free, whatever comes.')
	isDone(
		offers(sundays, 'callum', ago(143), 'room', 'The play room at the hall is yours on Sundays.', ago(120)),
		ago(121),
	)
	saysItInOtherWords(sundays, 'joseph', ago(5), 'Have my little girl every Sunday, and one night a month.')

	const forklift = proposes(plan, 'joseph', ago(138), 'forklift', 'Get my forklift ticket and a job with it.')
	seesItDifferently(forklift, 'callum', ago(137), 'I think work and Sundays may pull you two ways.')
	nowSeesItAlike(forklift, 'callum', ago(131))
	agrees(forklift, 'callum', ago(131))
	isUnderWay(forklift, 'callum', ago(124))
	isDone(offers(forklift, 'callum', ago(130), 'money', 'The work fund pays for the test.', ago(110)), ago(112))
	isDone(offers(forklift, 'joseph', ago(129), 'skill', 'I learn ten pages each night.'), ago(96))
	const uncle = asks(forklift, 'callum', 'joseph', ago(118), 'introduction', 'An hour with your uncle from the yard.')
	isDone(saysYes(uncle, ago(117), ago(113)), ago(113))
	isReached(forklift, 'joseph', ago(88))

	const football = proposes(plan, 'joseph', ago(34), 'football', 'Play football again on Thursdays.')
	agrees(football, 'callum', ago(32))
	const boots = takesAStep(football, 'joseph', ago(31), 'I get my boots from my mother’s.', {
		said: 'by Sunday',
		on: ago(28),
	})
	saysOfStep(boots, ago(28), 'another_day', { when: { said: 'next week', on: ago(21) } })
	isDoneStep(boots, ago(22))
	const kit = takesAStep(football, 'joseph', ago(31), 'I buy a shirt.', { said: 'in a month', on: ago(1) })
	saysOfStep(kit, ago(10), 'set_aside', { words: 'They lend me one.' })
	const lift = writesAStep(football, 'joseph', 'callum', ago(20), 'Give me a lift on the first Thursday.')
	saysOfStep(lift, ago(19), 'declined', { words: 'I work late on Thursdays. The 14 bus stops there.' })
	saysOfStep(writesAStep(football, 'callum', 'joseph', ago(18), 'Ask about the under-tens too.'), ago(17), 'taken_back')
	const captain = writesAStep(football, 'callum', 'joseph', ago(12), 'Ring the captain.', {
		said: 'this week',
		on: ago(8),
	})
	saysOfStep(captain, ago(11), 'accepted', { when: { said: 'this week', on: ago(8) } })
	offers(football, 'callum', ago(32), 'introduction', 'I ask Bilal which team needs a keeper.', inDays(4))

	isRead(notices(sundays, 'callum', ago(58), 'brought a drawing of hers, and put it on the wall.'), ago(57))

	isTold(isReachedAt(story, 'joseph', ago(120), 'text', '+447700900238'), ago(2), 'refused')

	// It ended by itself.
	invites(plan, { called: 'Grace', tie: 'my aunt', way: 'text', at: '+447700900512', from: ago(50) })

	const letter = { with: 'callum', place: 'The office on Quay Street', whatFor: 'To write to the school.' } as const
	const school = meet(plan, [ago(12), 15], 'school', letter)
	didNotMeet(school, 'joseph', ago(12), ago(12), 'child_ill')
	suggestsTimes(school, 'joseph', ago(11), [inDays(8), 15])
	saysOfTime(school, 'callum', ago(10), inDays(8), true)
	comesAlong(school, ago(9), 'my mum')
}
