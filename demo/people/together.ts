import { type Appointment, meet } from '../appointments.ts'
import { ago, inDays } from '../days.ts'
import { idOf } from '../ids.ts'
import { opensScope } from '../openings.ts'
import { couldHave } from '../opportunities.ts'
import type { Story } from '../story.ts'
import {
	agreesToExpect,
	closesWhatComes,
	inPlanOf,
	namesWhoComes,
	proposesToExpect,
	putsOtherWords,
	saysHowItWas,
	saysOfOpening,
	saysOfTheNote,
	saysOfWhatIsAsked,
	saysOfWhoComes,
	saysTheyAreAway,
	saysWhenTheyRead,
	writesANote,
	writesItAgain,
	writesTo,
	writesWhatIsAsked,
} from '../working-together.ts'

/** How people and those who work with them work together: what is asked, what can be expected, how it was, what they write. */
export function workingTogether(story: Story): void {
	annAndPriya(story)
	tomWhoGotSomeoneNew(story)
	others(story)
	delroyIsAway(story)
}

function annAndPriya(story: Story): void {
	const plan = inPlanOf(story, 'ann')
	const meetings = writesWhatIsAsked(plan, 'priya', ago(170), 'Attend supervision as directed.', { from: ago(172) })
	saysOfWhatIsAsked(meetings, ago(168), 'not_understood', null, {
		...{ who: 'priya', day: ago(167) },
		words: 'You are right, nobody talks like that. I write it again.',
	})
	writesItAgain(meetings, 'priya', ago(167), 'Meet Priya every second week. Ring her if you cannot come.', {
		...{ from: ago(172), until: inDays(190) },
	})
	const hours = writesWhatIsAsked(plan, 'priya', ago(166), 'Work 80 hours for the town, in the gardens.', {
		...{ from: ago(160), until: inDays(30) },
	})
	saysOfWhatIsAsked(hours, ago(4), 'not_right', 'It is 60 hours. It says so on my paper.')
	writesWhatIsAsked(plan, 'priya', ago(166), 'Stay at the hostel at night.', { from: ago(172), until: ago(60) })

	const ring = 'If I cannot come, I ring you before, and you do not lose the hour.'
	agreesToExpect(proposesToExpect(plan, 'priya', 'priya', ago(160), 'practitioner', ring), 'ann', ago(158), ring)
	const say = 'I tell you when I do not want to talk. I do not just go.'
	agreesToExpect(proposesToExpect(plan, 'ann', 'priya', ago(157), 'person', say), 'priya', ago(155), say)
	const letters = proposesToExpect(
		plan,
		'ann',
		'priya',
		ago(90),
		'practitioner',
		'You read letters with me the same day.',
	)
	putsOtherWords(letters, 'priya', ago(88), 'I read letters with you within two days.')
	const early = 'I come ten minutes early.'
	agreesToExpect(proposesToExpect(plan, 'priya', 'priya', ago(70), 'person', early), 'ann', ago(69), early, ago(40))
	saysWhenTheyRead(story, 'priya', ago(150), 'On weekdays, 9 to 5. Not at weekends.', 'Ring the office: 01632 960 001.')

	const talk = { with: 'priya', place: 'The café at the library', whatFor: 'To see how it goes.' } as const
	const spring = meet(plan, [ago(112), 13], 'in-spring', talk)
	saysHowItWas(spring, 'ann', ago(111), ago(112), [2, 3, 1, 2, 3], 'You looked at the screen more than at me.')
	saysHowItWas(spring, 'priya', ago(110), ago(112), [4, 4, 3, 4, 4], 'I leave the laptop in my bag.')
	const summer = meet(plan, [ago(82), 13], 'in-summer', talk)
	saysHowItWas(summer, 'ann', ago(82), ago(82), [4, 4, null, 3, 4])
	saysHowItWas(summer, 'priya', ago(81), ago(82))
	const autumn: Appointment = { plan, name: 'ann/meets/in-autumn', id: idOf('ann/meets/in-autumn'), with: 'priya' }
	saysHowItWas(autumn, 'ann', ago(49), ago(50), [5, 4, 3, 4, 5])
	saysHowItWas(
		autumn,
		'priya',
		ago(49),
		ago(50),
		[4, 5, 4, 3, 5],
		'We ran over. I watch the clock so that you need not.',
	)
	const newest = meet(plan, [ago(3), 10], 'this-week', talk)
	saysHowItWas(newest, 'priya', ago(2), ago(3), [4, 4, 4, 4, 4])

	writesTo(plan, 'priya', 'priya', ago(64), 'Hello Ann. This is where we can write. No hurry with answers.')
	writesTo(plan, 'ann', 'priya', ago(63), 'Good. I hate the phone.')
	writesTo(plan, 'ann', 'priya', ago(63), 'x', true)
	for (const [day, words] of [
		[ago(52), 'The viewing is on. Weir Street, second floor.'],
		[ago(51), 'That is good news. Shall we write down what to ask?'],
		[ago(45), 'I have four questions. The damp one comes first.'],
		[ago(44), 'The damp one is a good one.'],
		[ago(30), 'Can Linda come too?'],
		[ago(29), 'Yes. Ask her. It is your viewing.'],
		[ago(22), 'She said yes.'],
		[ago(21), 'I am glad.'],
		[ago(12), 'The council wrote again. Three pages.'],
		[ago(11), 'Bring it on Tuesday. We read it together.'],
		[ago(2), 'Did the landlord ring you?'],
	] as const) {
		writesTo(
			plan,
			[ago(51), ago(44), ago(29), ago(21), ago(11), ago(2)].includes(day) ? 'priya' : 'ann',
			'priya',
			day,
			words,
		)
	}
	writesTo(plan, 'linda', 'linda', ago(20), 'Monday is my day off. I can drive.')
	writesTo(plan, 'ann', 'linda', ago(19), 'Then Monday. I make the soup.')
}

function tomWhoGotSomeoneNew(story: Story): void {
	const plan = inPlanOf(story, 'tom')
	const asked = writesWhatIsAsked(plan, 'hannah', ago(170), 'Live at the address that you gave the court.', {
		from: ago(176),
	})
	saysOfWhatIsAsked(asked, ago(160), 'not_understood', 'Can I sleep at my gran’s?', {
		...{ who: 'hannah', day: ago(159) },
		words: 'Yes, some nights. Tell me before, and it is fine.',
	})
	const walk = 'We walk when we talk. I say when I need quiet.'
	agreesToExpect(proposesToExpect(plan, 'hannah', 'hannah', ago(165), 'practitioner', walk), 'tom', ago(164), walk)
	proposesToExpect(plan, 'ewa', 'ewa', ago(50), 'practitioner', 'I do not ask you to tell it all again.')
	saysWhenTheyRead(story, 'hannah', ago(150), 'Tuesdays and Thursdays.', 'Leave word at the desk.')
	const sol: Appointment = { plan, name: 'tom/meets/sol', id: idOf('tom/meets/sol'), with: 'hannah' }
	saysHowItWas(sol, 'tom', ago(99), ago(100), [4, 4, 4, 4, 5])
	saysHowItWas(sol, 'hannah', ago(99), ago(100), [5, 5, 4, 4, 5], 'Next time I leave you two alone sooner.')
	writesTo(plan, 'hannah', 'hannah', ago(80), 'Sol says that you stay late. Go home, Tom.')
	writesTo(plan, 'tom', 'hannah', ago(79), 'The bikes do not mend themselves.')

	const first = writesANote(plan, 'hannah', ago(66), 'Tom does not like crowds. He is late when it rains.')
	saysOfTheNote(first, ago(65), 'read')
	saysOfTheNote(first, ago(65), 'corrected', 'I am late when the bus is. Rain is fine.')
	const second = writesANote(plan, 'hannah', ago(64), 'Tom knows bikes. Walk with him. Ask Sol how he is doing.')
	saysOfTheNote(second, ago(63), 'read')
	saysOfTheNote(second, ago(63), 'accepted')
	namesWhoComes(plan, 'hannah', 'ewa', ago(66), { begun: ago(61) })
	saysOfWhoComes(plan, 'hannah', 'ewa', ago(65), 'fine')
	couldHave(plan, ago(104), 'job', 'The bike shed on Saturdays, for pay.')
	const asking = 'So that you can ask round for me.'
	const wide = { to: 'hannah', from: ago(103), until: ago(70), purpose: asking } as const
	saysOfOpening(plan, opensScope(plan, idOf('tom/opportunities'), null, wide).row.id, 'ewa', ago(29), false)
}

function others(story: Story): void {
	const amara = inPlanOf(story, 'amara')
	saysOfTheNote(
		writesANote(amara, 'callum', ago(3), 'Amara has two landlords to ring. She knows which.'),
		ago(2),
		'read',
	)
	namesWhoComes(amara, 'callum', 'hannah', ago(3))
	saysOfWhoComes(amara, 'callum', 'hannah', ago(2), 'fine')
	const kayleigh = inPlanOf(story, 'kayleigh')
	writesTo(kayleigh, 'pat', 'pat', ago(24), 'I can come to the bank with you.')
	closesWhatComes(kayleigh, 'pat', ago(22))
	saysWhenTheyRead(story, 'ewa', ago(140), 'Every weekday morning.', null)
	const stables: Appointment = {
		...{ plan: kayleigh, name: 'kayleigh/meets/stables', id: idOf('kayleigh/meets/stables'), with: 'ewa' },
	}
	saysHowItWas(stables, 'kayleigh', ago(12), ago(13), [5, 5, 4, 3, 5])
}

/** Delroy is away. Ruth has named who goes on with Mary, and with Grzegorz, who wants someone else; for Olena there is nobody yet. */
function delroyIsAway(story: Story): void {
	saysTheyAreAway(story, 'ruth', 'delroy', ago(3), inDays(12))
	const [mary, grzegorz] = [inPlanOf(story, 'mary'), inPlanOf(story, 'grzegorz')]
	namesWhoComes(mary, 'delroy', 'hannah', ago(2), { byLead: 'ruth' })
	namesWhoComes(grzegorz, 'delroy', 'callum', ago(2), { byLead: 'ruth' })
	saysOfWhoComes(grzegorz, 'delroy', 'callum', ago(1), 'not_them')
}
