import type { Name } from '../cast.ts'
import { offers } from '../contributions.ts'
import { ago, type Day } from '../days.ts'
import { idOf } from '../ids.ts'
import { opensOutcome } from '../openings.ts'
import { onlyProposes } from '../outcomes.ts'
import { changes, looks, planOf, type Story, timeOn } from '../story.ts'

/** Somebody left on this day: nothing of them stays but an id and the day. */
function left(story: Story, who: Name, day: Day): void {
	const at = timeOn(story, day, 8)
	story.rows.account.push({
		area_id: story.area,
		id: idOf(who),
		name: '',
		created_at: at,
		closed_at: at,
		left_at: at,
	})
}

/** What Hannah wrote with somebody who has left is still hers to read, and nobody else's. */
export function theOneWithTheBoat(story: Story): void {
	const gone = 'the one with the boat'
	left(story, gone, ago(22))
	const plan = planOf(story, gone)
	const boat = onlyProposes(plan, 'hannah', ago(120), 'boat', 'A boat that floats, and someone to row it with.')
	offers(boat, 'hannah', ago(118), 'introduction', '… and I ask at the rowing club on Thursday.')
	looks(plan, 'hannah', ago(90))
}

/** Olena had opened one thing to a friend, who looked and later left. Her record still says that somebody did. */
export function aFriendOfOlena(story: Story): void {
	const gone = 'a friend of Olena'
	left(story, gone, ago(12))
	const plan = { story, person: 'olena', scope: idOf('olena/plan') } as const
	const calls = { plan, name: 'olena/calls', id: idOf('olena/calls') }
	const { row } = opensOutcome(calls, {
		to: gone,
		from: ago(50),
		until: ago(2),
		purpose: 'You hear me on the phone each day. See how far I have come.',
		looked: [ago(49)],
	})
	row.closed_at = changes(plan, gone, ago(12), 'leaving', idOf(gone))
}
