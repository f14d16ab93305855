import type { Openable, Seen } from '../../common/openings/index.ts'
import type { Tx } from '../../platform/database/acting.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { LifePage } from './life.page.tsx'
import { NowPage } from './now.page.tsx'
import { livesOf, saidOf, strengthsOf, wholeScope } from './now.queries.ts'
import { nowWords } from './now.words.ts'
import { setApart } from './now-changes.queries.ts'
import { partWords } from './parts.words.ts'
import { readLife, readNow } from './reading.ts'

/** Where I am now as something that the person can open: the whole of it, or one part of life. */
export const openableNow: Openable = {
	part: 'now',
	sharedAtWork: true,
	says(locale) {
		const say = nowWords({ locale, voice: 'person' })
		const theirs = nowWords({ locale, voice: 'supporter' })
		return {
			whole: say('openWhole'),
			wholeHint: say('openWholeHint'),
			also: say('openAlso'),
			theirWhole: (name) => theirs('openedWhole', { name }),
			theirSingle: (name) => theirs('openedSingle', { name }),
		}
	},
	href: ({ person, thing }) =>
		thing ? routes.now.life.href({ person, life: thing }) : routes.now.show.href({ person }),
	scopeOf: wholeScope,
	async things(tx, person) {
		const part = partWords({ locale: 'en', voice: 'anyone' })
		const said = await saidOf(tx, person)
		const spoken = (await livesOf(tx, person)).filter(({ id }) => said.some(({ life }) => life === id))
		return spoken.map((life) => ({ id: life.id, scope: life.scope, words: part(life.part) }))
	},
	async setApart(tx, person, life) {
		const whole = await wholeScope(tx, person)
		if (!whole) throw new NotFound()
		return setApart(tx, whole, life)
	},
	async namesIn(tx, person, thing) {
		const said = await saidOf(tx, person, thing ?? undefined)
		const strengths = (await strengthsOf(tx, person)).filter(({ life }) => !thing || life === thing)
		return {
			texts: [...said.map(({ words }) => words ?? ''), ...strengths.map(({ words }) => words)],
			hands: [...new Set(said.map(({ author }) => author))],
		}
	},
	async see(tx, asked, { person, thing }) {
		if (thing) return [await seeLife(tx, { ...asked, params: { person, life: thing } })]
		const reading = await readNow(tx, { ...asked, params: { person } }, 'readers')
		const pages: Seen[] = [{ title: reading.say('tab'), body: <NowPage {...reading} /> }]
		for (const { id } of reading.lives.filter(({ id }) => reading.said.some(({ life }) => life === id))) {
			pages.push(await seeLife(tx, { ...asked, params: { person, life: id } }))
		}
		return pages
	},
}

async function seeLife(tx: Tx, asked: Asked): Promise<Seen> {
	const reading = await readLife(tx, asked, 'readers')
	return { title: reading.say('tab'), about: reading.part(reading.life.part), body: <LifePage {...reading} /> }
}
