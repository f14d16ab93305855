import { filesWith } from '../../common/files/index.ts'
import type { Openable } from '../../common/openings/index.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { OpenedPage } from './beside/opened.page.tsx'
import { openOpened } from './beside/opened.ts'
import { idsOf, withFileWords, withMomentWords } from './moment.ts'
import { momentsICanSee } from './moments.queries.ts'
import { openableStoryWords } from './openable.words.ts'
import { isOpenable, withPieceWords } from './piece.ts'
import { pieceOf, piecesICanSee, placedIn, setPieceApart, tellingsOf } from './pieces.queries.ts'
import { myStory } from './story.queries.ts'

/** A story as something that its person can open: a chapter or a thread, never the whole. */
export const openableStory: Openable = {
	part: 'story',
	sharedAtWork: false,
	onlyThings: true,
	says(locale) {
		const say = openableStoryWords({ locale, voice: 'person' })
		const theirs = openableStoryWords({ locale, voice: 'supporter' })
		return {
			whole: say('whole'),
			wholeHint: say('wholeHint'),
			also: say('also'),
			theirWhole: (name) => theirs('whole', { name }),
			theirSingle: (name) => theirs('whole', { name }),
		}
	},
	href: ({ person, thing }) =>
		thing ? routes.piece.show.href({ person, piece: thing }) : routes.story.show.href({ person }),
	scopeOf: async (tx, person) => (person === tx.account ? (await myStory(tx))?.scope : undefined),
	async things(tx, person) {
		const pieces = await piecesICanSee(tx, person)
		return pieces.filter(isOpenable).map(({ id, scope, name }) => ({ id, scope, words: name }))
	},
	async setApart(tx, person, thing) {
		const piece = await pieceOf(tx, person, thing)
		if (!piece || !isOpenable(piece)) throw new NotFound()
		return setPieceApart(tx, piece)
	},
	async namesIn(tx, person, thing) {
		const piece = thing ? await pieceOf(tx, person, thing) : undefined
		if (!piece) return { texts: [], hands: [] }
		const texts: string[] = []
		const collect = (words: string) => {
			texts.push(words)
			return words
		}
		const within = await placedIn(tx, person, piece.id)
		withPieceWords(piece, collect)
		const moments = (await momentsICanSee(tx, person)).filter(({ id }) => within.includes(id))
		for (const one of moments) withMomentWords(one, collect)
		for (const one of await filesWith(tx, idsOf(moments))) withFileWords(one, collect)
		texts.push(...(await tellingsOf(tx, person, piece.id)).map(({ words }) => words))
		return { texts, hands: [] }
	},
	async see(tx, asked, { person, thing }) {
		if (!thing) throw new NotFound()
		const opened = await openOpened(tx, { ...asked, params: { person, piece: thing } })
		return [{ title: opened.say('tab'), about: opened.piece.name, body: <OpenedPage {...opened} />, sound: 'plays' }]
	},
}
