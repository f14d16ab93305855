/** A story, begun and not yet begun, for its person; what is open of it, for those to whom it is; and for its scribe. */
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import type { APage, PagesOf } from './every-page.ts'

export function pagesOfStory(pagesOf: PagesOf): APage[] {
	const person = idOf('ann')
	const moment = (name: string) => ({ person, moment: idOf(`ann/moments/${name}`) })
	const part = (key: string) => ({ person, piece: idOf(`ann/story/${key}`) })
	const { get, post } = pagesOf('person', 'person')
	const wrong = (name: string, path: string, fields: Record<string, string> = {}) =>
		post(`${name}-error`, path, { step: 'share', ...fields }, 422)
	const { show, write, hoped, born, calm, breathe, harm, copy, writeDown } = routes.story
	const kinds = ['chapter', 'thread', 'name', 'trouble', 'value', 'becoming'] as const
	const one = routes.moment.show.href(moment('gran'))
	const robin = pagesOf('robin', 'person')
	const mine = { person: idOf('robin') }
	const answer = { ...part('feeds'), beside: idOf(`${idOf('ann/story/feeds')}/beside/linda/-33`) }
	return [
		get('story', show.href({ person })),
		get('story-paused', `${show.href({ person })}?done=paused`),
		robin.get('story', show.href(mine)),
		robin.get('story-write', write.href(mine)),
		robin.get('story-breathe', breathe.href(mine)),
		pagesOf('kayleigh', 'person').get('story-heard', show.href({ person: idOf('kayleigh') })),
		get('story-write', write.href({ person })),
		wrong('story-write', write.href({ person })),
		get('story-hoped', hoped.href({ person })),
		get('story-born', born.href({ person })),
		wrong('story-born', born.href({ person }), { year: 'long ago' }),
		get('story-calm', calm.href({ person })),
		get('story-breathe', breathe.href({ person })),
		get('story-harm', harm.href({ person })),
		get('story-copy', copy.href({ person })),
		post('story-copied', copy.href({ person }), { as: 'page', name1: 'Linda', instead1: 'my sister' }, 200),
		get('moment', `${one}?done=kept`),
		get('moment-hard', routes.moment.show.href(moment('night'))),
		get('moment-hoped', routes.moment.show.href(moment('table'))),
		get('moment-photo', routes.moment.photo.href(moment('gran'))),
		get('moment-voice', routes.moment.voice.href(moment('gran'))),
		get('moment-with-photo', routes.moment.show.href(moment('choir'))),
		get('moment-when', routes.moment.when.href(moment('gran'))),
		wrong('moment-when', routes.moment.when.href(moment('gran')), {
			kind: 'date',
			day: '31',
			month: '2',
			year: '2004',
		}),
		...(['words', 'title', 'place', 'mood', 'saysOfMe'] as const).map((saying) =>
			get(`moment-${saying}`, routes.moment[saying].href(moment('gran'))),
		),
		...kinds.flatMap((kind) => [
			get(`parts-${kind}`, routes.pieces[kind].href({ person })),
			robin.get(`parts-${kind}`, routes.pieces[kind].href(mine)),
			get(`part-new-${kind}`, routes.newPiece[kind].href({ person })),
			wrong(`part-new-${kind}`, routes.newPiece[kind].href({ person })),
		]),
		...['gran', 'feeds', 'waste', 'fog', 'nephews', 'aunt'].map((key) =>
			get(`part-${key}`, routes.piece.show.href(part(key))),
		),
		get('part-name', routes.piece.name.href(part('gran'))),
		get('part-moments', routes.piece.moments.href(part('feeds'))),
		wrong('part-moments', routes.piece.moments.href(part('feeds')), { moments: moment('gran').moment }),
		get('part-tell', routes.piece.tell.href(part('gran'))),
		get('part-tellings', routes.piece.tellings.href(part('gran'))),
		...(['who', 'did', 'promises', 'weaker'] as const).map((question) =>
			get(`part-${question}`, routes.piece[question].href(part('fog'))),
		),
		get('part-says', routes.piece.says.href(part('feeds'))),
		get('part-instead', routes.piece.instead.href(part('waste'))),
		get('part-cost', routes.piece.cost.href(part('nephews'))),
		get('part-reply', routes.piece.reply.href(answer)),
		pagesOf('supporter', 'anyone').get('part-opened', routes.piece.show.href(part('feeds'))),
		...pagesOf('supporter', 'anyone').form('witness', routes.piece.witness.href(part('feeds')), {
			heard: 'The plates.',
		}),
		pagesOf('supporter', 'anyone').get(
			'part-take-out',
			routes.piece.askOut.href({ ...part('feeds'), moment: idOf('ann/moments/table') }),
		),
		pagesOf('ewa', 'practitioner').get(
			'story-together',
			routes.story.together.href({ person: idOf('kayleigh'), moment: idOf('kayleigh/moments/first-day') }),
		),
		pagesOf('practitioner', 'practitioner').get('part-opened', routes.piece.show.href(part('gran'))),
		...pagesOf('practitioner', 'practitioner').form('part-beside', routes.piece.beside.href(part('gran')), {
			words: 'You told it in two ways.',
		}),
		...pagesOf('ewa', 'practitioner').form('story-write-down', writeDown.href({ person: idOf('kayleigh') }), {
			words: 'I was there first.',
		}),
	]
}
