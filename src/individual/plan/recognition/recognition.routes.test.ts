import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { idOf, people } from '../../../../demo/demonstration.ts'
import { type Browser, openPlace } from '../../../../test/support/place.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import { routes } from '../../../routes.ts'

const place = await openPlace()
const person = people.person
const flat = { person, outcome: idOf('ann/flat') }
const outcomePath = routes.outcome.show.href(flat)
const about = routes.recognition.giveAbout.href(flat)
const mine = routes.recognition.mine.href()
const [ann, priya, linda] = [await place.as('person'), await place.as('practitioner'), await place.as('supporter')]
const one = (recognition: string) => ({ recognition })

async function gives(giver: Browser, words: string, to = person, beginning = 'noticed'): Promise<string> {
	const once = newId()
	const given = await giver.post(about, { step: 'share', once, to, beginning, words })
	assert.equal(given.status, 303, given.html)
	assert.equal(given.location, `${outcomePath}?done=kindWords`)
	return once
}

const code = (wanted: string) => (error: unknown) => (error as { code?: string }).code === wanted

describe('kind words', () => {
	it('are given in the giver’s name, for the person alone', async () => {
		await gives(linda, 'kept your word to the boys.')
		const page = await ann.get(mine)
		assert.match(page.html, /I noticed that you kept your word to the boys\./)
		assert.match(page.html, /Linda Kerr/)
		assert.match((await linda.get(outcomePath)).html, /kept your word to the boys/)
		for (const path of [outcomePath, routes.plan.show.href({ person }), mine]) {
			assert.doesNotMatch((await priya.get(path)).html, /kept your word to the boys/)
		}
	})

	it('are asked for in full, and nothing typed is lost', async () => {
		const answer = await priya.post(about, { step: 'check', to: person, beginning: '', words: 'Half a thought' })
		assert.equal(answer.status, 422)
		assert.match(answer.html, /Choose how you want to begin/)
		assert.match(answer.html, /Half a thought/)
		for (const wrong of [{ beginning: 'thanks' }, { to: idOf('joseph') }, { words: '' }, { words: 'x'.repeat(501) }]) {
			const fields = { step: 'share', once: newId(), to: person, beginning: 'noticed', words: 'You came', ...wrong }
			assert.equal((await priya.post(about, fields)).status, 422, JSON.stringify(wrong))
		}
		await priya.post(about, { step: 'throw-away' })
	})

	it('come once, however often the form is sent', async () => {
		const once = newId()
		const fields = { step: 'share', once, to: person, beginning: 'believe', words: 'you ask when you do not know.' }
		await priya.post(about, fields)
		assert.equal((await priya.post(about, fields)).status, 303)
		const rows = await place.underneath('select from recognition where words = $1', [fields.words])
		assert.equal(rows.length, 1)
		assert.equal((await linda.post(about, fields)).status, 409, 'by an id that is somebody else’s')
	})

	it('can be taken back until they are read, and then stay', async () => {
		const unread = await gives(priya, 'said this too early.')
		assert.match((await ann.get('/')).html, /Priya Raman said something good about you\./)
		assert.doesNotMatch((await ann.get('/')).html, /said this too early/)
		const back = await priya.post(routes.recognition.takeBack.href(one(unread)))
		assert.equal(back.location, `${mine}?done=taken-back`)
		assert.doesNotMatch((await ann.get(mine)).html, /said this too early/)
		assert.match((await priya.get(mine)).html, /You took this back on/)

		const read = await gives(priya, 'stayed for the whole hour.')
		await ann.get(mine)
		const late = await priya.post(routes.recognition.takeBack.href(one(read)))
		assert.equal(late.location, `${mine}?done=stays`)
		assert.match((await priya.get(late.location ?? '')).html, /It has been read, so it stays\./)
		assert.match((await ann.get(mine)).html, /stayed for the whole hour/)
		assert.equal((await linda.post(routes.recognition.takeBack.href(one(read)))).status, 404)
	})

	it('stand in one line in the home of the person, the newest that is not hidden', async () => {
		const newest = await gives(priya, 'laughed today.')
		await ann.get(mine)
		assert.match((await ann.get('/')).html, /I noticed that you laughed today\./)
		await ann.post(routes.recognition.hide.href(one(newest)))
		assert.doesNotMatch((await ann.get('/')).html, /laughed today/)
	})

	it('are hidden without the giver being told, and come back', async () => {
		const id = await gives(priya, 'wore the red coat.')
		await ann.get(mine)
		const before = (await priya.get(outcomePath)).html
		await ann.post(routes.recognition.hide.href(one(id)))
		const html = (await ann.get(mine)).html
		assert.ok(html.indexOf('wore the red coat') > html.indexOf('Only you know what you hide.'))
		const withoutToken = (page: string) => page.replaceAll(/name="csrf" value="[^"]+"/g, '')
		assert.equal(withoutToken((await priya.get(outcomePath)).html), withoutToken(before))
		await ann.post(routes.recognition.bringBack.href(one(id)))
		const back = (await ann.get(mine)).html
		assert.ok(back.indexOf('wore the red coat') < back.indexOf('Only you know what you hide.'))
	})

	it('are answered once, for the giver to read where they gave it', async () => {
		const id = await gives(linda, 'brought the boys home on time.')
		await ann.get(mine)
		const path = routes.recognition.answer.href(one(id))
		const once = newId()
		const fields = { step: 'share', once, words: 'They were good as gold.' }
		assert.equal((await ann.post(path, { ...fields, words: '' })).status, 422)
		assert.equal((await ann.post(path, fields)).location, `${mine}?done=answer`)
		assert.equal((await ann.post(path, fields)).location, `${mine}?done=answer`, 'a second press')
		assert.equal((await ann.post(path, { ...fields, once: newId(), words: 'More' })).status, 409)
		assert.equal((await ann.get(path)).status, 404)
		assert.match((await linda.get(outcomePath)).html, /They were good as gold\./)
		assert.doesNotMatch((await priya.get(outcomePath)).html, /good as gold/)
	})

	it('stand beside the outcome only where the person shows them, and not once they are hidden', async () => {
		const id = await gives(linda, 'rang before you were asked.')
		await ann.get(mine)
		const press = (route: 'show' | 'showNoMore' | 'hide') => ann.post(routes.recognition[route].href(one(id)))
		const priyaReads = async () => (await priya.get(outcomePath)).html.includes('rang before you were asked.')
		assert.equal(await priyaReads(), false)
		await press('show')
		assert.equal(await priyaReads(), true)
		assert.match((await priya.get(outcomePath)).html, /Someone close to Ann Kerr/)
		await press('showNoMore')
		assert.equal(await priyaReads(), false)
		await press('show')
		await press('hide')
		assert.equal(await priyaReads(), false)
		assert.equal((await press('show')).status, 409, 'what is hidden is shown to nobody')
	})

	it('thank those who stand by the person now, and nobody else', async () => {
		await gives(ann, 'the lift to the viewing.', idOf('priya'), 'thanks')
		await gives(ann, 'the lift home.', idOf('linda'), 'thanks')
		assert.match((await linda.get(mine)).html, /Thank you for the lift home\./)
		assert.match((await priya.get(mine)).html, /Thank you for the lift to the viewing\./)
		for (const to of ['bilal', 'joseph', 'ann']) {
			const fields = { step: 'share', once: newId(), to: idOf(to), beginning: 'thanks', words: 'your help' }
			assert.equal((await ann.post(about, fields)).status, 422, to)
		}
		const alone = await place.as('sophie')
		const path = routes.recognition.give.href({ person: idOf('sophie') })
		assert.equal((await alone.get(path)).status, 404, 'nobody is there to thank')
	})
})

describe('after a closing', () => {
	it('the giver still has their own words, and nothing of the person’s', async () => {
		const given = await gives(linda, 'baked for the boys.')
		await ann.get(mine)
		await ann.post(routes.recognition.answer.href(one(given)), {
			...{ step: 'share', once: newId(), words: 'With your tin.' },
		})
		await place.underneath('update opening set closed_at = now() where account_id = $1 and closed_at is null', [
			idOf('linda'),
		])
		const html = (await linda.get(mine)).html
		assert.match(html, /baked for the boys/)
		assert.doesNotMatch(html, /With your tin|An answer stands/)
		assert.equal((await linda.get(outcomePath)).status, 404)
		assert.equal((await linda.get(about)).status, 404)
		const rows = await place.acting('supporter', (tx) => tx.selectFrom('recognition_answer').select('words').execute())
		assert.deepEqual(rows, [])
	})
})

describe('with every check of the program left out', () => {
	const give = (row: Record<string, string | null>) => (tx: Tx) =>
		tx
			.insertInto('recognition')
			.values({
				...{ area_id: tx.area, id: newId(), person_id: person, scope_id: idOf('ann/flat/apart') },
				...{ outcome_id: flat.outcome, author_id: tx.account, given_to_id: person, beginning: 'own', words: 'x' },
				...row,
			} as never)
			.execute()

	it('nobody gives where nothing is open to them, in another’s name, or to somebody else', async () => {
		for (const key of [
			'supporter',
			'partner',
			'other-practitioner',
			'lead',
			'hannah',
			'practitioner-elsewhere',
		] as const) {
			await assert.rejects(place.acting(key, give({})), code('42501'), key)
		}
		await assert.rejects(place.acting('practitioner', give({ author_id: idOf('linda') })), code('42501'))
		await assert.rejects(place.acting('practitioner', give({ given_to_id: idOf('linda') })), code('42501'))
		await assert.rejects(place.acting('person', give({ given_to_id: idOf('bilal') })), code('42501'))
		await assert.rejects(place.acting('person', give({})), code('23514'), 'to oneself')
		await assert.rejects(place.acting('practitioner', give({ beginning: 'thanks' })), code('23514'))
		await assert.rejects(place.acting('practitioner', give({ outcome_id: idOf('joseph/sundays') })), code('23503'))
		await place.acting('practitioner', give({}))
	})

	it('nobody answers, reads or hides what was given to somebody else', async () => {
		const [given] = await place.underneath<{ id: string; scope_id: string; author_id: string }>(
			`select id, scope_id, author_id from recognition where given_to_id = $1 and words = 'x'`,
			[person],
		)
		assert.ok(given)
		const about = { recognition_id: given.id, scope_id: given.scope_id }
		const keeps = (account: string) => (tx: Tx) =>
			tx
				.insertInto('recognition_kept')
				.values({ area_id: tx.area, ...about, account_id: account, author_id: given.author_id })
				.execute()
		await assert.rejects(place.acting('practitioner', keeps(person)), code('42501'))
		await assert.rejects(place.acting('practitioner', keeps(idOf('priya'))), code('23503'))
		const answers = (author: string) => (tx: Tx) =>
			tx
				.insertInto('recognition_answer')
				.values({ area_id: tx.area, id: newId(), ...about, author_id: author, to_id: given.author_id, words: 'y' })
				.execute()
		await assert.rejects(place.acting('practitioner', answers(person)), code('42501'))
		await assert.rejects(place.acting('practitioner', answers(idOf('priya'))), code('23503'))
	})

	it('nobody rewrites words, and nobody but the giver takes them back', async () => {
		for (const set of [`words = 'z'`, 'taken_back_at = now()', `author_id = '${person}'`]) {
			await assert.rejects(
				place.acting('person', (tx) => sql.raw(`update recognition set ${set}`).execute(tx)),
				code('42501'),
			)
		}
		const taken = await place.acting('person', async (tx) => {
			const { rows } = await sql<{
				done: boolean | null
			}>`select take_back_recognition(id) as done from recognition where given_to_id = ${person}::uuid`.execute(tx)
			return rows
		})
		assert.ok(taken.length > 0 && taken.every(({ done }) => done === null))
	})
})
