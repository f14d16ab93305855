import { meet, saysOfTime, suggests } from '../appointments.ts'
import { comesInByCode, isReachedAt, isTold, isToldOfChange } from '../contacts.ts'
import { asks, declines, isDone, isTakenBack, offers } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { hopesFor } from '../hope.ts'
import { invites, takesBack } from '../invitations.ts'
import { closes, opensOutcome } from '../openings.ts'
import { agrees, isTakenUpAgain, isUnderWay, proposes, setsAside } from '../outcomes.ts'
import { saysHowFar, saysNoNumber, saysWhatItLooksLike, takesTheNumberBack } from '../progress.ts'
import { isRead, notices } from '../recognition.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Tom worked with Hannah until two months ago. Ewa took over, and agrees by her own hand to what she stands for too. */
export function tom(story: Story): void {
	const plan = planOf(story, 'tom')
	worksWith(plan, 'hannah', ago(175), ago(61))
	worksWith(plan, 'ewa', ago(61))

	const work = proposes(plan, 'hannah', ago(160), 'work', 'Work that you can walk to.')
	agrees(work, 'tom', ago(157))
	isUnderWay(work, 'tom', ago(133))
	const sol = offers(work, 'hannah', ago(156), 'introduction', 'I introduce you to Sol at the bike shop.', ago(140))
	isDone(sol, ago(142))
	hopesFor(plan, ago(130), 'A shop of my own, with Sol.', { outcome: work, contribution: sol })
	isDone(offers(work, 'tom', ago(155), 'skill', 'I can true a wheel. I show Sol.'), ago(134))
	isTakenBack(offers(work, 'hannah', ago(90), 'time', 'I sit in when you ask Sol for more days.', ago(50)), ago(63))
	agrees(work, 'ewa', ago(54))
	offers(work, 'ewa', ago(54), 'time', 'I sit in when you talk with Sol, as Hannah wanted to.', inDays(12))

	saysWhatItLooksLike(work, 'tom', ago(150), ['No work.', 'Two days a week.', null])
	saysWhatItLooksLike(work, 'hannah', ago(149), [null, null, 'Work that you would miss.'])
	saysHowFar(work, 'tom', ago(132), 4)
	saysHowFar(work, 'hannah', ago(131), 4, 'Sol asks for you.')
	saysHowFar(work, 'tom', ago(70), 6)
	saysNoNumber(work, 'ewa', ago(53))
	saysHowFar(work, 'ewa', ago(38), 9, 'This was meant for somebody else.')
	takesTheNumberBack(work, 'ewa', ago(38))
	saysHowFar(work, 'ewa', ago(36), 5)

	const sleep = proposes(plan, 'tom', ago(148), 'sleep', 'Sleep the whole night.')
	agrees(sleep, 'hannah', ago(146))
	setsAside(sleep, 'tom', ago(122), 'It made me lie awake more.')
	isTakenUpAgain(sleep, 'tom', ago(40))
	agrees(sleep, 'ewa', ago(39))
	const group = asks(sleep, 'ewa', 'tom', ago(39), 'going_along', 'Come along to the calm evening on Wednesday.')
	declines(group, ago(37), 'No. Crowds are not for me. Ask me when it is a walk.')

	// Agreed with Hannah; Ewa has not yet put her own hand to it.
	const savings = proposes(plan, 'tom', ago(80), 'savings', 'Save up for a bike of my own.')
	agrees(savings, 'hannah', ago(78))
	offers(savings, 'tom', ago(79), 'money', '£5 a week in the tin.')

	// Hannah still has her own words; Tom has them too.
	isRead(notices(work, 'hannah', ago(134), 'showed Sol what you know, and let him show you the rest.'), ago(133))

	// It ended when Hannah left, and has not passed to anybody.
	opensOutcome(work, {
		to: 'bilal',
		from: ago(100),
		until: inDays(70),
		purpose: 'To check what more days do to my money.',
		endsWithWork: true,
		looked: [ago(98)],
	})
	// Hannah could follow it for a while after she had gone on; then Tom closed it.
	closes(
		opensOutcome(work, {
			to: 'hannah',
			from: ago(60),
			until: inDays(20),
			purpose: 'So that you see how it goes with Sol.',
		}),
		ago(30),
	)
	const email = isReachedAt(story, 'tom', ago(70), 'email', 'tom.b@post.example')
	comesInByCode(email, ago(65), 'copper-gate-117')
	isToldOfChange(email, ago(30), 'sent')
	isTold(email, ago(9), 'unreachable')

	takesBack(invites(plan, { called: 'Steve', tie: 'a mate', way: 'card', from: ago(11) }), ago(10))

	meet(plan, [ago(100), 10], 'sol', { with: 'hannah', place: 'The bike shop', whatFor: 'To talk with Sol.' })
	const walk = { with: 'ewa', place: 'By the river, at the bridge', whatFor: 'To walk and talk.' } as const
	const river = suggests(plan, 'ewa', ago(7), 'river', walk, [inDays(1), 8])
	// Nobody asks why.
	saysOfTime(river, 'tom', ago(6), inDays(1), false)
}
