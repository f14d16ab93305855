import { isReachedAt, isTold } from '../contacts.ts'
import { isDone, offers } from '../contributions.ts'
import { ago } from '../days.ts'
import { agrees, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Iris and Owen live in another area, of which nobody in Rivermouth sees anything. */
export function iris(story: Story): void {
	const plan = planOf(story, 'iris')
	worksWith(plan, 'owen', ago(58))

	const swim = proposes(plan, 'iris', ago(45), 'swim', 'Swim across the bay before the autumn.')
	agrees(swim, 'owen', ago(44))
	isUnderWay(swim, 'iris', ago(30))
	isDone(offers(swim, 'owen', ago(44), 'introduction', 'I introduce you to the early swimmers.', ago(38)), ago(39))
	offers(swim, 'iris', ago(43), 'time', 'I am in the water by seven.')

	isTold(isReachedAt(story, 'iris', ago(60), 'text', '+447700900777'), ago(3), 'waits')
}
