import { isDone, offers } from '../contributions.ts'
import { ago } from '../days.ts'
import { saysItEnds } from '../end-of-work.ts'
import { agrees, isReached, isUnderWay, proposes } from '../outcomes.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Pat worked with Hannah once, got where she was going, and is there for others now. */
export function pat(story: Story): void {
	const plan = planOf(story, 'pat')
	worksWith(plan, 'hannah', ago(183), ago(75))

	const days = proposes(plan, 'pat', ago(178), 'days', 'One hundred good days in a row.')
	agrees(days, 'hannah', ago(178))
	isUnderWay(days, 'pat', ago(170))
	isDone(offers(days, 'hannah', ago(177), 'time', 'I am there each Monday morning.'), ago(77))
	isDone(offers(days, 'pat', ago(177), 'time', 'I walk the harbour wall each day before work.'), ago(77))
	isReached(days, 'pat', ago(77))
	saysItEnds(plan, 'hannah', ago(80), ago(75), 'You did this. I was only there on Mondays.')
}
