import { isDone, offers } from '../contributions.ts'
import { ago, inDays } from '../days.ts'
import {
	agrees,
	agreesTogether,
	isTakenUpAgain,
	isUnderWay,
	proposes,
	saysItInOtherWords,
	setsAside,
} from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Dai was taken back to prison for a while and is home again. What he had begun was kept for him. One yes he gave on Callum's device. */
export function dai(story: Story): void {
	const plan = planOf(story, 'dai')
	worksWith(plan, 'callum', ago(177))

	const lads = proposes(plan, 'dai', ago(168), 'lads', 'Stay close to my lads.')
	agrees(lads, 'callum', ago(167))
	isUnderWay(lads, 'dai', ago(160))
	setsAside(lads, 'dai', ago(129), 'I am away. They know I will ring.')
	isTakenUpAgain(lads, 'dai', ago(58))
	offers(lads, 'dai', ago(57), 'time', 'Fishing with the two of them on Saturdays.')
	isDone(offers(lads, 'callum', ago(160), 'something_else', 'I keep their drawings safe for you.'), ago(58))

	const boats = proposes(plan, 'dai', ago(52), 'boats', 'Back on the boats by spring.')
	saysItInOtherWords(boats, 'callum', ago(49), 'Back on the boats by spring, with two nights a week at home.')
	offers(boats, 'dai', ago(48), 'introduction', 'I know a skipper. I take Callum to meet him.', inDays(5))

	const licence = proposes(plan, 'callum', ago(4), 'licence', 'Get your papers for the sea renewed.')
	agreesTogether(licence, 'callum', ago(4))

	const home = proposes(plan, 'callum', ago(44), 'home', 'Stay on in your room at the harbour for a year.')
	agrees(home, 'dai', ago(43))
	isDone(offers(home, 'callum', ago(43), 'going_along', 'I come with you to sign the papers.', ago(36)), ago(37))
	isDone(offers(home, 'dai', ago(43), 'money', 'I pay the first week from my own.', ago(36)), ago(38))
}
