import { cannotComeIn, namesHelpers } from '../back-in.ts'
import { hasASecret } from '../coming-in.ts'
import { isReachedAt, isTold } from '../contacts.ts'
import { asks, isDone, isTakenBack, offers, saysYes } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import { keepsAPhoto, keepsAVoiceNote } from '../files.ts'
import { isNotToBeAsked, saysHowHopeIs } from '../hope.ts'
import { invites } from '../invitations.ts'
import { opensOutcome, supports } from '../openings.ts'
import { agrees, cannotBeDoneNow, isUnderWay, onlyProposes, proposes, setsAside } from '../outcomes.ts'
import { isTakenBackUnread, notices, thanks } from '../recognition.ts'
import { answersTheQuestion, asksAboutALook, readsTheirRecord } from '../record.ts'
import { looks, planOf, type Story, worksWith } from '../story.ts'

/** Mary has her allotment back, waits for her hip, and puts one thing down until she is ready. */
export function mary(story: Story): void {
	const plan = planOf(story, 'mary')
	worksWith(plan, 'delroy', ago(181))
	isNotToBeAsked(plan, ago(90), 'never')
	saysHowHopeIs(plan, ago(91), 6, 'The first beans are up.')
	supports(story, 'pat', 'mary', ago(30))
	hasASecret(story, 'mary', 'willow-kettle-206', ago(170))
	namesHelpers(story, 'mary', ['pat', 'bilal'], ago(29))
	cannotComeIn(story, 'mary', 5, ['pat'])

	const garden = proposes(plan, 'mary', ago(170), 'garden', 'Bring the allotment back to life before summer.')
	agrees(garden, 'delroy', ago(168))
	isUnderWay(garden, 'mary', ago(150))
	isDone(offers(garden, 'mary', ago(167), 'skill', 'I know when to sow what. My father taught me.'), ago(60))
	isDone(
		offers(garden, 'delroy', ago(166), 'something_else', 'I bring a spade from the tool library.', ago(155)),
		ago(156),
	)
	isTakenBack(offers(garden, 'mary', ago(140), 'time', 'I dig the top bed myself.'), ago(118))
	const digging = asks(
		garden,
		'mary',
		'delroy',
		ago(117),
		'time',
		'Two Saturdays of digging in the top bed. My hip says no.',
	)
	isDone(saysYes(digging, ago(116), ago(90)), ago(92))
	offers(garden, 'mary', ago(20), 'something_else', 'I give the first beans to the Friday meal.', inDays(40))

	const hip = proposes(plan, 'mary', ago(130), 'hip', 'Walk to the shops without a stick.')
	agrees(hip, 'delroy', ago(130))
	cannotBeDoneNow(
		hip,
		'mary',
		ago(104),
		'They say a year for a new hip.',
		'The hospital has to give me a day. Delroy rings them each month.',
	)
	offers(hip, 'delroy', ago(104), 'time', 'I ring the hospital on the first of each month.')

	const letter = proposes(plan, 'mary', ago(95), 'letter', 'Write to my son.')
	agrees(letter, 'delroy', ago(94))
	setsAside(letter, 'mary', ago(70), 'Not yet. I will know when.')

	onlyProposes(plan, 'mary', ago(8), 'reading', 'Read to the little ones at the library. Would they have me?')

	looks(plan, 'delroy', ago(9))
	readsTheirRecord(plan, ago(7))
	const holiday = asksAboutALook(plan, 'delroy', ago(9), ago(7), 'I thought you were on leave that week. Who was it?')
	answersTheQuestion(
		holiday,
		'ruth',
		ago(2),
		'It was him. He came in for one morning, to hand over his diary. I checked that with him.',
	)
	// It ends soon, and Mary is told so.
	opensOutcome(garden, {
		to: 'pat',
		from: ago(25),
		until: inDays(6),
		purpose: 'Come and see what needs doing. Bring boots.',
		looked: [ago(24)],
	})

	keepsAPhoto(plan, ago(15))
	keepsAVoiceNote(plan, ago(14), 'The tune my mother hummed when she dug.')

	// She reads it when she is back from her sister.
	notices(garden, 'pat', ago(1), 'You gave me the first lettuce. Nobody ever did.', 'own')
	isTakenBackUnread(notices(garden, 'delroy', ago(6), 'dig'), 'delroy', ago(6))
	thanks(garden, 'delroy', ago(88), 'two wet Saturdays and no moaning.')

	invites(plan, { called: 'Bridie', tie: 'my niece', way: 'card', from: ago(2) })

	const letters = isReachedAt(story, 'mary', ago(150), 'letter', 'Mary O’Donnell\n12 Ropewalk\nRivermouth\nRM2 4QA')
	isTold(letters, ago(1), 'waits')
}
