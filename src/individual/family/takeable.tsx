import type { Takeable } from '../../common/take-with-you/index.ts'
import { dayIn } from '../../platform/days.ts'
import { supportersWords } from './family.words.ts'
import { invitationsOfMine, supportersOfMine } from './invitations.queries.ts'

/** Who supports me, and whom I have invited. Nothing of what came of a check, for the acting account cannot read it. */
export const takeableSupporters: Takeable = {
	key: 'supporters',
	async read(tx, locale) {
		const say = supportersWords({ locale, voice: 'person' })
		const supporters = await supportersOfMine(tx)
		const invitations = await invitationsOfMine(tx)
		return {
			json: {
				supporters: supporters.map(({ name, beganAt, endedAt }) => ({
					name,
					from: beganAt.toISOString(),
					to: endedAt?.toISOString() ?? null,
				})),
				invitations: invitations.map(
					({ called, tie, signed, way, address, askedAt, endsAt, takenBackAt, acceptedAt }) => ({
						...{ called, tie, signed, way, address },
						askedAt: askedAt.toISOString(),
						endsAt: endsAt.toISOString(),
						takenBackAt: takenBackAt?.toISOString() ?? null,
						acceptedAt: acceptedAt?.toISOString() ?? null,
					}),
				),
			},
			body: (
				<section>
					<h2>{say('heading')}</h2>
					{supporters.length === 0 && <p>{say('nobody')}</p>}
					<ul>
						{supporters.map(({ id, name, beganAt, endedAt }) => (
							<li key={id}>
								<bdi>{name}</bdi>: {dayIn(beganAt, locale)}
								{endedAt && ` – ${dayIn(endedAt, locale)}`}
							</li>
						))}
					</ul>
					<h3>{say('askedHeading')}</h3>
					<ul>
						{invitations.map(({ id, called, tie, way, address, askedAt }) => (
							<li key={id}>
								<bdi>{called}</bdi> (<bdi>{tie}</bdi>). {say(`by_${way}`)} <bdi>{address}</bdi>. {say('askedOn')}:{' '}
								{dayIn(askedAt, locale)}.
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
}
