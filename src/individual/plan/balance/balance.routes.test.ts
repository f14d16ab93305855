import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { idOf } from '../../../../demo/demonstration.ts'
import { openPlace } from '../../../../test/support/place.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const whoWorks = (called: string) => routes.plan.whoWorks.href({ person: idOf(called) })

describe('who works to support this', () => {
	it('says it to each of the two hands in their words, over the counts it rests on', async () => {
		const mine = (await (await place.as('kayleigh')).get(whoWorks('kayleigh'))).html
		assert.match(mine, /You and the service plan together\./)
		assert.match(mine, /Most things here began with you\./)
		const theirs = (await (await place.as('ewa')).get(whoWorks('kayleigh'))).html
		assert.match(theirs, /Kayleigh Marsh and the service plan together\./)
		for (const html of [mine, theirs]) {
			const [, count] = html.match(/What this rests on: (\d+) things/) ?? []
			assert.ok(Number(count) >= 5)
			const details = html.slice(html.indexOf('What this rests on'), html.indexOf('</details>'))
			assert.equal(details.match(/<li>/g)?.length, Number(count), 'and each of them stands there')
		}
	})

	it('says that there is too little to say, under five', async () => {
		const html = (await (await place.as('robin')).get(whoWorks('robin'))).html
		assert.equal(html.match(/There is too little to say yet\./g)?.length, 2)
	})

	it('tells a practitioner of no kind words that the person has not shown', async () => {
		// Of nobody but who gave her kind words is there a third hand in this plan.
		const kayleigh = (await (await place.as('kayleigh')).get(whoWorks('kayleigh'))).html
		const ewa = (await (await place.as('ewa')).get(whoWorks('kayleigh'))).html
		assert.match(kayleigh, /voice-name--third/)
		assert.doesNotMatch(ewa, /voice-name--third/)
	})

	it('is for nobody to whom the plan is only open', async () => {
		assert.equal((await (await place.as('pat')).get(whoWorks('kayleigh'))).status, 404)
	})
})

describe('counts that tell of nobody', () => {
	const safe = async (...counts: number[]) => {
		const [row] = await place.underneath<{ safe: (number | null)[] }>('select only_safe_counts($1) as safe', [counts])
		return row?.safe
	}

	it('none under five, and none that could be worked out', async () => {
		assert.deepEqual(await safe(7, 12, 9), [5, 10, 10])
		assert.deepEqual(await safe(4, 12, 9), [null, 10, null], 'a second group goes with the one that is too small')
		assert.deepEqual(await safe(4, 4, 12), [null, null, 10])
		assert.deepEqual(await safe(1, 2, 12), [null, null, null], 'what is left is too few people')
		assert.deepEqual(await safe(0, 0, 30), [null, null, null], 'nor that all do the same')
		assert.deepEqual(await safe(4, 4, 4), [null, null, null])
		assert.deepEqual(await safe(0, 0, 0), [null, null, null])
	})

	it('whatever the counts: of what is left out there are two groups and five people, or none; one person more shows as five or not at all', async () => {
		for (let nth = 0; nth < 200; nth++) {
			const counts = [0, 1, 2].map((at) => (nth * 7 + at * 11 * (nth % 5)) % 23)
			const told = (await safe(...counts)) ?? []
			const hidden = counts.filter((_, at) => told[at] === null)
			assert.ok(
				hidden.length === 0 || hidden.length === 3 || (hidden.length === 2 && (hidden[0] ?? 0) + (hidden[1] ?? 0) >= 5),
				`${counts} ${told}`,
			)
			assert.ok(told.every((one, at) => one === null || ((counts[at] ?? 0) >= 5 && one % 5 === 0)))
		}
	})
})
