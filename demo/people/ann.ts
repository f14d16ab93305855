import { comesAlong, didNotMeet, meet, saysOfTime, suggests, suggestsTimes, wishesReminders } from '../appointments.ts'
import { namesHelpers } from '../back-in.ts'
import { givesACard, happens, hasASecret } from '../coming-in.ts'
import { addsJustNow, isReachedAt, isTold } from '../contacts.ts'
import { asks, isDone, offers, saysYes } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { keepsAPhoto, keepsAVoiceNote } from '../files.ts'
import { ends, hopesFor, saysHowHopeIs } from '../hope.ts'
import { idOf } from '../ids.ts'
import { cameIn, invites } from '../invitations.ts'
import { closes, opensOutcome, supports } from '../openings.ts'
import { agrees, isUnderWay, proposes } from '../outcomes.ts'
import { saysHowFar, saysWhatItLooksLike } from '../progress.ts'
import { believes, isAnswered, isHidden, isRead, isShownBeside, notices, thanks } from '../recognition.ts'
import { answersTheQuestion, asksAboutALook, readsTheirRecord } from '../record.ts'
import { beginsReview, holds, leavesReview, prepares } from '../reviews.ts'
import { isDoneStep, saysOfStep, takesAStep, writesAStep } from '../steps.ts'
import { looks, looksAt, planOf, type Story, worksWith } from '../story.ts'
import { whereAnnIs } from './ann-now.ts'
import { whatCouldBeAnns } from './ann-opportunities.ts'
import { annsStory } from './ann-story.ts'

/** Ann and Priya are in the middle of it: one outcome under way, one waiting for Ann, one waiting for Priya. */
export function ann(story: Story): void {
	const plan = planOf(story, 'ann')
	worksWith(plan, 'priya', ago(171))
	givesACard(story, 'priya', 'ann', ago(171), ago(170))
	hasASecret(story, 'ann', 'robin-lamp-482', ago(170))
	happens(story, 'ann', 'came_in', ago(3), 'Chrome, Android')
	supports(story, 'linda', 'ann', ago(90))
	cameIn(invites(plan, { called: 'Lindy', tie: 'my sister', way: 'card', from: ago(92) }), 'linda', ago(90))
	namesHelpers(story, 'ann', ['linda', 'bilal'], ago(45))

	const flat = proposes(plan, 'ann', ago(150), 'flat', 'A flat of my own, with a door I can lock.')
	agrees(flat, 'priya', ago(147))
	isUnderWay(flat, 'ann', ago(140))
	isDone(offers(flat, 'ann', ago(146), 'time', 'I fill in the housing form.', ago(140)), ago(141))
	offers(flat, 'ann', ago(120), 'time', 'I ring the housing office each Monday.')
	offers(flat, 'ann', ago(64), 'money', 'I put £10 a week by for the first rent.')
	isDone(offers(flat, 'priya', ago(139), 'skill', 'I write to the housing office with you.', ago(125)), ago(127))
	const viewing = asks(
		flat,
		'ann',
		'priya',
		ago(12),
		'going_along',
		'Company when I look at a flat, and a list of questions.',
	)
	const company = saysYes(viewing, ago(11), inDays(9))
	isDoneStep(
		takesAStep(flat, 'ann', ago(40), 'I ring the council and ask where I am on the list.', {
			said: 'by Friday',
			on: ago(36),
		}),
		ago(36),
	)
	takesAStep(flat, 'ann', ago(12), 'I write down what to ask about a flat.', { said: 'before the viewing' })
	takesAStep(flat, 'priya', ago(16), 'I ask the council for your place on the list, in writing.', {
		said: 'by Friday',
		on: ago(9),
	})
	writesAStep(flat, 'priya', 'ann', ago(4), 'Take the bus past the flats on Quay Road.', { said: 'before we meet' })
	offers(flat, 'linda', ago(28), 'going_along', 'I come and look at flats with you on my day off.')
	const landlord = writesAStep(flat, 'ann', 'linda', ago(24), 'Ask your landlord what he has coming up.', {
		said: 'when he is back',
	})
	saysOfStep(landlord, ago(23), 'differently', {
		words: 'I ask him, and two others I know.',
		when: { said: 'in a month', on: inDays(7) },
	})
	asks(flat, 'ann', 'linda', ago(5), 'room', 'Your box room for my boxes, until I have the keys.')
	isDone(offers(flat, 'bilal', ago(47), 'skill', 'I do the sums for the rent with you.'), ago(44))
	asks(flat, 'priya', 'ann', ago(4), 'something_else', 'Bring the letters you have not opened. We read them together.')

	saysWhatItLooksLike(flat, 'ann', ago(139), [
		'I sleep at the hostel.',
		'I am on the list, and someone has rung me back.',
		'My own key. Linda comes for tea.',
	])
	saysWhatItLooksLike(flat, 'priya', ago(137), [null, 'A landlord who said yes in writing.', null])
	saysHowFar(flat, 'ann', ago(138), 1)
	saysHowFar(flat, 'priya', ago(138), 3, 'You have sent every form.')
	saysHowFar(flat, 'ann', ago(95), 3, 'We are on the list.')
	saysHowFar(flat, 'priya', ago(95), 4)
	saysHowFar(flat, 'ann', ago(62), 2, 'It takes longer than they said.')
	saysHowFar(flat, 'priya', ago(62), 5, 'You ring them each Monday. They know your name.')
	saysHowFar(flat, 'ann', ago(10), 4, 'I have a day to look at a flat.')
	saysHowFar(flat, 'priya', ago(10), 7, 'A viewing is more than most get by now.')

	const college = proposes(plan, 'priya', ago(6), 'cooking', 'Finish the cooking course that you began.')
	offers(college, 'priya', ago(6), 'introduction', 'I introduce you to Jo, who runs the college kitchen.')

	const nephews = proposes(plan, 'ann', ago(3), 'nephews', 'Have my sister’s boys round for tea once a month.')
	offers(nephews, 'ann', ago(3), 'something_else', 'I make my lentil soup. They like it.')

	const summer = beginsReview(plan, 'priya', ago(92), ago(86))
	prepares(summer, 'priya', ago(90), {
		good: 'You rang the housing office every single Monday. I saw the list of calls.',
		hard: 'I was late with the letter. The office answers nobody in August.',
		other: 'What would make the next three months lighter?',
	})
	prepares(summer, 'ann', ago(88), {
		good: 'I kept at it. Linda came along twice.',
		hard: 'Ringing and ringing. Some days I did not want to get up.',
		other: 'Can we meet at the library next time? It is quiet there.',
	})
	holds(summer, 'ann', ago(86))
	leavesReview(beginsReview(plan, 'ann', ago(40)), ago(38))
	const now = beginsReview(plan, 'priya', ago(3), inDays(4))
	prepares(now, 'priya', ago(2), { good: 'You asked for a viewing yourself.', other: 'Who comes along to it?' })
	keepsAPhoto(plan, ago(33), 'The bench on the quay, early. Nobody else was up.')
	keepsAVoiceNote(plan, ago(8))
	saysHowHopeIs(plan, ago(160), 3, 'The hostel is loud. I do not sleep.')
	saysHowHopeIs(plan, ago(141), 5, 'I sent the housing form.')
	saysHowHopeIs(plan, ago(118), 4)
	saysHowHopeIs(plan, ago(96), 2, 'They said it takes a year.')
	saysHowHopeIs(plan, ago(71), 5, 'Linda rang me for my birthday.')
	saysHowHopeIs(plan, ago(40), 6)
	saysHowHopeIs(plan, ago(11), 7, 'Priya comes along to look at a flat.')
	hopesFor(plan, ago(150), 'A place of my own.', { outcome: flat, contribution: company })
	hopesFor(plan, ago(120), 'To be the aunt who has them round.', { outcome: nephews })
	hopesFor(plan, ago(71), 'That Linda and I talk as we did.', { known: 'linda' })
	hopesFor(plan, ago(40), 'To sing again.', { somebody: 'Mo from the choir. He keeps a chair for me.' })
	hopesFor(plan, ago(11), 'Work where I am on my feet.', { opportunity: 'The kitchen at the college needs someone.' })
	hopesFor(plan, ago(11), 'To see the sea.')
	ends(
		story,
		hopesFor(plan, ago(160), 'A bed with a door that shuts.', {
			could: idOf('ann/opportunity/A bed on the quiet side.'),
		}),
		ago(100),
		'came_true',
	)
	ends(story, hopesFor(plan, ago(141), 'My old job back.'), ago(71), 'let_go')

	for (const day of [ago(60), ago(33), ago(19), ago(18)]) looks(plan, 'priya', day)
	for (let times = 0; times < 3; times++) looksAt(plan, 'priya', ago(33), 'outcome', flat.id, 'looked')
	readsTheirRecord(plan, ago(31))
	const late = asksAboutALook(
		plan,
		'priya',
		ago(33),
		ago(31),
		'We did not meet that week. Why did you look at my plan that day?',
	)
	answersTheQuestion(
		late,
		'priya',
		ago(30),
		'The housing office rang. I read what we wrote about the flat, so that I told them nothing wrong.',
	)
	readsTheirRecord(plan, ago(28))
	readsTheirRecord(plan, ago(17))
	asksAboutALook(plan, 'priya', ago(18), ago(17), 'You looked two days in a row. Was something wrong?')
	opensOutcome(flat, {
		to: 'linda',
		from: ago(60),
		until: inDays(100),
		purpose: 'So that you know how it goes with the flat, and can nudge me.',
		endsWithWork: true,
		looked: [ago(58), ago(30), ago(5)],
	})
	closes(
		opensOutcome(flat, {
			to: 'bilal',
			from: ago(50),
			until: inDays(40),
			purpose: 'To look at the rent with me.',
			namesShown: ['priya'],
			looked: [ago(49)],
		}),
		ago(41),
	)

	whereAnnIs(plan, flat)
	whatCouldBeAnns(plan)

	const letter = notices(
		flat,
		'priya',
		ago(126),
		'sat down and filled in eleven pages, and did not give up at page nine.',
	)
	isRead(letter, ago(125))
	isShownBeside(letter, ago(120))
	isAnswered(letter, 'ann', ago(124), 'Page nine was the worst. Thanks for saying it.')
	const door = notices(flat, 'linda', ago(40), 'rang me before you said yes to that awful room.')
	isRead(door, ago(39))
	const early = notices(plan, 'priya', ago(18), 'You come early now, with a list.', 'own')
	isRead(early, ago(17))
	isHidden(early)
	const ringing = believes(flat, 'linda', ago(9), 'you have rung them each Monday for weeks.')
	isRead(ringing, ago(8))
	const thankYou = thanks(flat, 'priya', ago(11), 'coming with me. I slept that night.')
	isRead(thankYou, ago(10))
	isAnswered(thankYou, 'priya', ago(10), 'I was glad to. We make the list on Monday.')
	isRead(thanks(flat, 'linda', ago(38), 'answering at eleven at night.'), ago(37))

	// It waits for Priya to check it.
	invites(plan, { called: 'Mo', tie: 'a friend from the choir', way: 'text', at: '+447700900318', from: ago(1) })

	const email = isReachedAt(story, 'ann', ago(100), 'email', 'annk@post.example')
	isTold(email, ago(6), 'sent')
	isTold(email, ago(4), 'sent')
	addsJustNow(story, 'ann', 'text', '+447700900461')

	const talk = { with: 'priya', place: 'The café at the library', whatFor: 'To see how it goes.' } as const
	meet(plan, [ago(50), 13], 'in-autumn', talk)
	const bus = meet(plan, [ago(35), 13], 'bus', { ...talk, whatFor: 'To read the form from the housing office.' })
	didNotMeet(bus, 'priya', ago(34), ago(35))
	didNotMeet(bus, 'ann', ago(34), ago(35), 'own_words', 'The bus was full and drove past me.')
	const seeing = meet(plan, [inDays(6), 14, 30], 'viewing', {
		...{ with: 'priya', place: '14 Weir Street, second floor', whatFor: 'To look at the flat.' },
	})
	comesAlong(seeing, ago(4), 'my sister', 'linda')
	const letters = suggests(
		plan,
		'ann',
		ago(9),
		'letters',
		{ with: 'priya', place: 'By phone', whatFor: 'To read the letter from the council.' },
		[inDays(2), 10],
	)
	saysOfTime(letters, 'priya', ago(8), inDays(2), true)
	// It was agreed, and then the day did not suit any more.
	saysOfTime(letters, 'priya', ago(5), inDays(2), false)
	suggestsTimes(letters, 'priya', ago(5), [inDays(4), 10], [inDays(5), 15])
	wishesReminders(plan, ago(60), 'day_before')
	annsStory(plan)
}
