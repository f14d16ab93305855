/** Photos and voice notes: one's own notes for the person alone; what stands in a scope for those who get that, as a look. */
import { idOf } from '../../demo/demonstration.ts'
import { notesWords } from '../../src/individual/notes/notes.words.ts'
import type { Underneath } from '../support/place.ts'
import { added } from './changes.ts'
import type { PlanAct, PlanPage } from './routes.table.ts'
import type { Row } from './rows.ts'
import { point, silence } from './smallest.ts'
import type { Asker } from './sql.table.ts'
import { isInOpenPart } from './story.table.ts'
import type { Thing } from './things.ts'

const say = notesWords({ locale: 'en', voice: 'person' })

/** A photo of the person's in the scope of the plan, past every policy. Its bytes are the mark, so that who gets them is seen. */
export async function plantFile(underneath: Underneath, { area, file, scope, mark, person }: Thing): Promise<void> {
	await underneath(
		`insert into file (area_id, id, account_id, scope_id, about, kind, type, words, once, bytes, preview_bytes, kept_at)
			values ($1, $2, $3, $4, 'note', 'photo', 'image/jpeg', 'What is seen of ' || $5::text, $2,
				length(convert_to($5, 'UTF8')), length(convert_to($5, 'UTF8')), now())`,
		[area, file, person.account, scope, mark],
	)
	await underneath(
		`insert into file_piece (area_id, file_id, size, begins_at, bytes)
			select $1, $2, size, 0, convert_to($3, 'UTF8') from unnest(array['whole', 'preview']) size`,
		[area, file, mark],
	)
}

const ofNotes = '/people/:person/notes'
const ofFile = '/people/:person/files/:file'
const looks = ({ file }: Thing) => ({ what: 'file', thing_id: file })
const itself = ({ mark }: Thing) => [mark]

export const filePages: Record<string, PlanPage> = {
	[ofNotes]: { whose: 'person', shows: ({ mark }) => [say('onlyYou'), `What is seen of ${mark}`] },
	[`${ofNotes}/voice`]: { whose: 'person', shows: () => [say('voiceTitle')] },
	[`${ofNotes}/photo`]: { whose: 'person', shows: () => [say('photoTitle')] },
	[ofFile]: { whose: 'readers', shows: itself, looks },
	[`${ofFile}/preview`]: { whose: 'readers', shows: itself, looks },
}

export const fileActs: Record<string, PlanAct> = {
	[`${ofNotes}/voice`]: {
		whose: 'person',
		fields: (_, __, once) => ({ once, words: 'What it is about' }),
		file: silence,
		to: 'notes',
		writes: ({ person }, _, once) => [
			added('file', {
				...{
					account_id: person.account,
					scope_id: null,
					about: 'note',
					about_id: null,
					kind: 'voice',
					type: 'audio/wav',
				},
				...{ words: 'What it is about', once, bytes: silence.length, preview_bytes: null },
			}),
			added('file_piece', { size: 'whole', begins_at: 0, bytes: `\\x${silence.toString('hex')}` }),
		],
	},
	// What a photo is made into is proved in src/common/files/photo.test.ts.
	[`${ofNotes}/photo`]: { whose: 'person', fields: (_, __, once) => ({ once }), file: point, to: 'notes' },
	[`${ofFile}/delete`]: { whose: 'person', fields: () => ({}), to: 'notes' },
}

/** Whose pieces these are: those that were planted hold their mark, the others are of the story. */
const planIn = ({ bytes }: Row) =>
	/^mark-([a-z]+)-/.exec(Buffer.from(String(bytes).slice(2), 'hex').toString('latin1'))?.[1]
const ofStory: Readonly<Record<string, string[]>> = Object.fromEntries(
	Object.entries({
		ann: ['photo/-33', 'voice/-8', 'voice/-59', 'voice/-49', 'photo/-38'],
		mary: ['photo/-15', 'voice/-14'],
	}).map(([name, files]) => [idOf(name), files.map((file) => idOf(`${name}/${file}`))]),
)

/** With which moment of the demonstration's story, if an opened one, these files stand. */
const withMoments: Readonly<Record<string, string>> = {
	[idOf('ann/voice/-59')]: idOf('ann/moments/gran'),
	[idOf('ann/photo/-38')]: idOf('ann/moments/choir'),
}
const isWithOpenMoment = (file: unknown, me: Asker) =>
	isInOpenPart({ id: withMoments[String(file)] ?? null, words: null }, me)

export const readableFiles = (inSight: (row: Row, me: Asker) => boolean) => ({
	file: {
		rows: (row: Row, me: Asker) => row.account_id === me.account || inSight(row, me) || isWithOpenMoment(row.id, me),
	},
	file_piece: {
		rows: (row: Row, me: Asker) => {
			const plan = planIn(row)
			if (plan) return inSight({ scope_id: idOf(`${plan}/plan`) }, me)
			return (ofStory[me.account]?.includes(String(row.file_id)) ?? false) || isWithOpenMoment(row.file_id, me)
		},
	},
})

export const writableFiles = {
	file: {
		insert: 'about about_id account_id area_id id kind once scope_id type',
		update: 'bytes kept_at preview_bytes words',
		delete: true,
	},
	file_piece: { insert: 'area_id begins_at bytes file_id size' },
} as const
