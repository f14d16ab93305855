import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { optionalText, text } from '../../platform/forms.ts'
import { NotFound, NotSignedIn } from '../../platform/http/mistakes.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { draftWords, type Form, FormParts, writing } from '../drafts/index.ts'
import type { Framed } from '../frame/index.ts'
import { hoursOf, sayHours } from './hours.queries.ts'
import { hoursWords } from './hours.words.ts'

/** The longest of each, in signs as readers count them. */
const most = 200

type Saying = {
	say: ReturnType<typeof hoursWords>
	reader: { locale: 'en' | 'en-x-easy'; voice: 'anyone' }
	me: string
	now: { reads: string; reached: string | null } | undefined
	done: unknown
}

/** A practitioner says when they read what is written to them. */
export function hoursRoutes(app: FastifyInstance): void {
	writing(app, {
		route: routes.hours,
		form: 'hours',
		fields: ['reads', 'reached'],
		async open(tx, { visitor, locale, query }): Promise<Saying> {
			if (!visitor) throw new NotSignedIn()
			if (!visitor.standings.includes('practitioner')) throw new NotFound()
			const reader = { locale, voice: 'anyone' } as const
			const now = (await hoursOf(tx, [tx.account])).get(tx.account)
			return { say: hoursWords(reader), reader, me: tx.account, now, done: (query as { done?: unknown }).done }
		},
		look: async () => {},
		about: ({ me }) => me,
		start: ({ now }) => ({ reads: now?.reads ?? '', reached: now?.reached ?? '' }),
		schema: ({ say, reader }) => {
			const drafts = draftWords(reader)
			const says = { tooLong: drafts('tooLong', { most }), unreadable: drafts('unreadable') }
			return v.object({
				reads: text(most, { ...says, empty: say('enterReads') }),
				reached: optionalText(most, says),
			})
		},
		formPage: hoursPage,
		checkPage: hoursPage,
		async share(tx, _, said, { once }) {
			await sayHours(tx, once, said)
			return { to: `${routes.hours.href()}?done=said` }
		},
		later: () => routes.home.href(),
	})
}

function hoursPage({ say, reader, done }: Saying, form: Form): Framed {
	return {
		title: say('tab'),
		backHref: routes.home.href(),
		done: done === 'said' ? say('told') : undefined,
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<h1>{say('title')}</h1>
				<p>{say('intro')}</p>
				{(['reads', 'reached'] as const).map((name) => (
					<CharacterCount
						key={name}
						name={name}
						label={say(name)}
						hint={say(`${name}Hint`)}
						maxlength={most}
						rows={2}
						value={form.fields[name]}
						errorMessage={form.errors[name]}
					/>
				))}
			</FormParts.Ask>
		),
	}
}
