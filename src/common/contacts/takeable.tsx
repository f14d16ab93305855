import type { Takeable } from '../take-with-you/index.ts'
import { myContacts } from './contacts.queries.ts'
import { contactWords } from './contacts.words.ts'

/** Where I can be reached. */
export const takeableContacts: Takeable = {
	key: 'contacts',
	async read(tx, locale) {
		const say = contactWords({ locale, voice: 'anyone' })
		const contacts = await myContacts(tx)
		return {
			json: contacts.map(({ kind, value, isConfirmed, isChosen }) => ({ kind, value, isConfirmed, isChosen })),
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{contacts.length === 0 && <p>{say('none')}</p>}
					<ul>
						{contacts.map(({ id, kind, value }) => (
							<li key={id}>
								{say(kind)}: <bdi>{value}</bdi>
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
}
