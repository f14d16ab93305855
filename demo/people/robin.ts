import { givesACard } from '../coming-in.ts'
import { ago } from '../days.ts'
import { planOf, type Story, worksWith } from '../story.ts'

/** Robin came this week. Nothing is written yet, and nothing has to be. */
export function robin(story: Story): void {
	worksWith(planOf(story, 'robin'), 'priya', ago(3))
	givesACard(story, 'priya', 'robin', ago(3))
}
