import { createHash } from 'node:crypto'
import type { Name } from './cast.ts'
import { happens } from './coming-in.ts'
import type { Day } from './days.ts'
import { idOf } from './ids.ts'
import { type Story, timeOn } from './story.ts'

/** Somebody names two people who can help them back in; one of them may say no. */
export function namesHelpers(story: Story, who: Name, two: readonly [Name, Name], day: Day, declines?: Name): void {
	for (const helper of two) {
		story.rows.recovery_helper.push({
			area_id: story.area,
			id: idOf(`${who}/helped in by/${helper}`),
			account_id: idOf(who),
			helper_id: idOf(helper),
			named_at: timeOn(story, day, 18),
			declined_at: helper === declines ? timeOn(story, day + 1, 18) : null,
			ended_at: null,
		})
	}
	happens(story, who, 'helpers_named', day)
}

const hour = 60 * 60 * 1000

/** Somebody says that they are them and cannot come in, some hours ago; these of the two have said yes since. */
export function cannotComeIn(story: Story, who: Name, hoursAgo: number, yes: readonly Name[]): void {
	const asked = story.now.getTime() - hoursAgo * hour
	const both = yes.length === 2 ? new Date(asked + hour) : null
	const [first, second] = yes.map(idOf)
	story.rows.recovery.push({
		area_id: story.area,
		id: idOf(`${who}/back in`),
		account_id: idOf(who),
		// Hashes that no browser and no number has: nobody comes back in with them.
		browser_hash: bytes(`${who}/browser that asked`),
		number_hash: bytes(`${who}/number`),
		asked_at: new Date(asked),
		ends_at: new Date((both?.getTime() ?? asked) + 72 * hour),
		first_by_id: first ?? null,
		second_by_id: second ?? null,
		both_at: both,
		stopped_at: null,
		finished_at: null,
	})
}

const bytes = (name: string): string => `\\x${createHash('sha256').update(name).digest('hex')}`
