import type { FastifyInstance } from 'fastify'
import { AddFile, type AddForm, adding, type Ground, type HomesOfFiles } from '../../common/files/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { InsetText } from '../../ui/InsetText.tsx'
import { type Moment, withMoment } from './moment.ts'
import { Before } from './moment-writing.pages.tsx'
import { holdMoment } from './moments.queries.ts'
import { mineOf } from './moments.routes.tsx'
import { type Mine, type ToWrite, toWriteMine } from './reading.ts'

const momentHref = (person: string, moment: string | null) =>
	moment ? routes.moment.show.href({ person, moment }) : routes.story.show.href({ person })

/** Where a photo or a voice note of a moment is shown. */
export const homeOfMomentFiles: HomesOfFiles = { [withMoment]: ({ person, aboutId }) => momentHref(person, aboutId) }

type ToAdd = Mine & ToWrite & { moment: Moment }

/** A photo or a voice note with a moment: its owner adds them, and who gets the moment gets them too. */
export function momentFileRoutes(app: FastifyInstance, ground: Ground): void {
	for (const kind of ['photo', 'voice'] as const) {
		adding<ToAdd>(app, ground, {
			route: routes.moment[kind],
			kind,
			open: async (tx, request) => ({ ...(await toWriteMine(tx, request)), moment: await mineOf(tx, request) }),
			about: ({ moment }) => ({ about: withMoment, about_id: moment.id, scope_id: null }),
			page: (reading, form) => addPage(kind, reading, form),
			async also(tx, { moment }) {
				if (!(await holdMoment(tx, moment.id))) throw new NotFound()
			},
			to: ({ me, moment }) => `${momentHref(me, moment.id)}?done=kept`,
		})
	}
}

function addPage(kind: 'photo' | 'voice', reading: ToAdd, form: AddForm): Framed {
	const { me, moment, say, reader } = reading
	return {
		title: say('tabWrite'),
		backHref: momentHref(me, moment.id),
		...(kind === 'voice' && { sound: 'records' }),
		body: (
			<>
				<h1>{say(`${kind}Title`)}</h1>
				<Before {...reading} />
				<AddFile form={form} kind={kind} locale={reader.locale}>
					<InsetText>
						{kind === 'photo' && say('photoShown')} {say('fileHint')}
					</InsetText>
				</AddFile>
			</>
		),
	}
}
