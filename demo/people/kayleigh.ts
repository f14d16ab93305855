import { comesAlong, didNotMeet, meet, saysOfTime, suggestsTimes, wishesReminders } from '../appointments.ts'
import { cannotComeIn, namesHelpers } from '../back-in.ts'
import { hasASecret } from '../coming-in.ts'
import { asks, isDone, offers, saysYes } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { hopesFor, isNotToBeAsked } from '../hope.ts'
import { invites, isChecked } from '../invitations.ts'
import { tells, writesDown } from '../my-story.ts'
import { beginsToSay, saysOf } from '../now.ts'
import { opensPlan, supports } from '../openings.ts'
import {
	agrees,
	cannotBeDoneNow,
	isReached,
	isTakenUpAgain,
	isUnderWay,
	noLongerAgrees,
	nowSeesItAlike,
	onlyProposes,
	proposes,
	seesItDifferently,
	setsAside,
} from '../outcomes.ts'
import { believes, isRead, isShownBeside, notices } from '../recognition.ts'
import { beginsToWrite, planOf, type Story, worksWith } from '../story.ts'

/** Kayleigh grew up in care and has a lot she wants to do: nine outcomes, and one that she has begun to write. */
export function kayleigh(story: Story): void {
	const plan = planOf(story, 'kayleigh')
	worksWith(plan, 'ewa', ago(179))
	isNotToBeAsked(plan, ago(2), 'not_now')
	hopesFor(plan, ago(20), 'my own front door and NOBODY moving me on')
	// Only she can read it.
	const summer = beginsToSay(plan, 'kayleigh', ago(30), 'summer', 'alone')
	saysOf(summer, 'kayleigh', ago(30), ['identity', 'well'], { words: 'i am the one who stays calm when it kicks off' })
	saysOf(summer, 'kayleigh', ago(30), ['health', 'well'])
	supports(story, 'pat', 'kayleigh', ago(40))
	hasASecret(story, 'kayleigh', 'maple-comet-731', ago(170))
	namesHelpers(story, 'kayleigh', ['pat', 'ewa'], ago(38))
	cannotComeIn(story, 'kayleigh', 6, ['pat', 'ewa'])

	const room = proposes(plan, 'kayleigh', ago(172), 'room', 'Make my room feel like MINE')
	agrees(room, 'ewa', ago(171))
	isUnderWay(room, 'kayleigh', ago(165))
	isDone(offers(room, 'kayleigh', ago(171), 'time', 'i paint it, yellow'), ago(150))
	isDone(offers(room, 'ewa', ago(170), 'money', 'The moving-in fund pays for paint.', ago(160)), ago(161))
	isReached(room, 'kayleigh', ago(146))

	const bank = proposes(plan, 'ewa', ago(165), 'bank', 'Open a bank account in your name.')
	agrees(bank, 'kayleigh', ago(162))
	cannotBeDoneNow(
		bank,
		'ewa',
		ago(151),
		'The bank wants ID, and your papers are with the council.',
		'The council has to find your papers. I write to them.',
	)
	isDone(offers(bank, 'ewa', ago(151), 'skill', 'I write to the council with you.', ago(144)), ago(145))
	isTakenUpAgain(bank, 'kayleigh', ago(108))
	isReached(bank, 'kayleigh', ago(99))

	const meals = proposes(plan, 'kayleigh', ago(140), 'meals', 'Learn to cook 5 proper meals')
	agrees(meals, 'ewa', ago(138))
	isUnderWay(meals, 'kayleigh', ago(130))
	const kitchen = asks(meals, 'ewa', 'kayleigh', ago(128), 'room', 'Your kitchen, for the next meal.')
	isDone(saysYes(kitchen, ago(127), ago(120)), ago(120))

	const animals = proposes(plan, 'kayleigh', ago(112), 'animals', 'Start the animal care course in September')
	agrees(animals, 'ewa', ago(110))
	isUnderWay(animals, 'ewa', ago(100))
	offers(animals, 'kayleigh', ago(100), 'time', 'i help at the rescue every saturday till then')
	isDone(offers(animals, 'ewa', ago(106), 'going_along', 'I come with you to the open day.', ago(101)), ago(101))

	const sister = proposes(plan, 'kayleigh', ago(90), 'sister', 'See my sister without anyone else there')
	agrees(sister, 'ewa', ago(85))
	offers(sister, 'ewa', ago(85), 'time', 'I ask her school which days would suit.', inDays(6))

	const dog = proposes(plan, 'kayleigh', ago(76), 'dog', 'Get a dog. A big one')
	seesItDifferently(dog, 'ewa', ago(75), 'Your room has a rule against pets. Walking a dog may come first.')
	nowSeesItAlike(dog, 'ewa', ago(50))
	agrees(dog, 'ewa', ago(50))

	const phone = proposes(plan, 'ewa', ago(70), 'phone', 'Pay off the old phone bill by spring.')
	agrees(phone, 'kayleigh', ago(68))
	noLongerAgrees(phone, 'kayleigh', ago(20))

	const gym = onlyProposes(plan, 'ewa', ago(66), 'gym', 'Go to the gym on Tuesdays.')
	agrees(gym, 'kayleigh', ago(65))
	setsAside(gym, 'ewa', ago(33), 'I hear you. The dog walks do more for you.')

	proposes(plan, 'ewa', ago(9), 'theory', 'Take the driving theory test.')

	opensPlan(plan, {
		to: 'pat',
		from: ago(38),
		until: inDays(80),
		purpose: 'so pat can tell me when i am being too hard on myself',
		namesShown: ['ewa'],
		looked: [ago(37), ago(23), ago(9)],
	})

	const yellow = notices(room, 'ewa', ago(148), 'painted the ceiling too, when nobody asked you to.')
	isRead(yellow, ago(147))
	isShownBeside(yellow, ago(147))
	isRead(notices(meals, 'ewa', ago(119), 'cooked for the two new ones without a word.'), ago(118))
	isRead(believes(animals, 'pat', ago(22), 'the old greyhound follows you and nobody else.'), ago(22))
	// She has not read it yet.
	notices(dog, 'pat', ago(2), 'walked him in the hail and laughed.')

	beginsToWrite(plan, ago(1), 'find the lady who looked after me when i was 7 and say')

	isChecked(
		invites(plan, {
			called: 'Jules',
			tie: 'my foster mum',
			way: 'letter',
			at: 'Jules Brand\n4 Mill Lane\nRivermouth\nRM3 1AB',
			from: ago(9),
		}),
		'ewa',
		ago(7),
		'may_be_written_to',
		'sent',
	)

	const about = { with: 'ewa', place: 'The stables at Low Farm', whatFor: 'To meet Jan, who runs them.' } as const
	const stables = meet(plan, [ago(20), 9], 'stables', about)
	didNotMeet(stables, 'ewa', ago(20), ago(20), 'service_could_not')
	suggestsTimes(stables, 'ewa', ago(20), [ago(13), 9])
	saysOfTime(stables, 'kayleigh', ago(19), ago(13), true)
	wishesReminders(plan, ago(30), 'two_hours')
	const talk = meet(plan, [ago(27), 15], 'talk', { ...about, place: 'The hall', whatFor: 'To talk about the summer.' })
	didNotMeet(
		talk,
		'kayleigh',
		ago(26),
		ago(27),
		'own_words',
		'I woke up and could not face a room. It was not about you.',
	)
	comesAlong(
		meet(plan, [inDays(3), 11], 'bank', { ...about, place: 'The bank', whatFor: 'The account.' }),
		ago(2),
		'Pat',
		'pat',
		'yes',
	)
	tells(plan, ago(9), 'stables', 'The grey one put his head on my shoulder. I stood there for ten minutes.')
	writesDown(plan, 'ewa', ago(7), 'first-day', 'I was there before the gate was open. Nobody had to ring me.')
}
