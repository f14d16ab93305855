import { ago } from '../days.ts'
import { idOf } from '../ids.ts'
import { became, couldHave, hangsTogether, serves } from '../opportunities.ts'
import type { Plan } from '../story.ts'

/** What could be Ann's, how it hangs together, and what became of it. */
export function whatCouldBeAnns(plan: Plan): void {
	const kitchen = couldHave(plan, ago(12), 'job', 'The kitchen at the college needs someone.', {
		meaning: 'I would be tired from something good.',
		touches: 'My nephews, on Saturdays.',
		serves: 'Feeding people. Paying my own way.',
		needs: 'A way to be there at six.',
		opens: 'A name that is not the one in the file.',
	})
	const flat = couldHave(plan, ago(12), 'home', 'The two rooms on Quay Street.', {
		meaning: 'A door that shuts, and a table for four.',
	})
	const nephews = couldHave(plan, ago(12), 'parenthood', 'To have my nephews every other weekend.')
	serves(nephews, { id: idOf('ann/story/nephews') }, ago(10))
	const choir = couldHave(plan, ago(11), 'helping', 'Carry the chairs for the choir.')
	const course = couldHave(plan, ago(100), 'learning', 'The evening course in bookkeeping.')
	hangsTogether(nephews, 'needs', flat, ago(11))
	hangsTogether(kitchen, 'opens', flat, ago(11))
	hangsTogether(kitchen, 'against', nephews, ago(11))
	became(course, 'closed', ago(60), 'They stopped it.')
	became(choir, 'let_go', ago(9))
	became(choir, 'open_again', ago(3), 'Mo asked.')
	became(couldHave(plan, ago(150), 'home', 'A bed on the quiet side.'), 'came_about', ago(90), 'They moved me.')
}
