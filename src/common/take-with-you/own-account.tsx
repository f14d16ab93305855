import { isoDay } from '../../platform/days.ts'
import { Day } from '../../ui/Day.tsx'
import { myPasskeys, myProvider, mySecret } from '../accounts/index.ts'
import { myDrafts } from '../drafts/index.ts'
import { takeWords } from './take-with-you.words.ts'
import type { Takeable } from './taken.ts'

/** The name I sign in with. */
export const takeableSignIn: Takeable = {
	key: 'signIn',
	async read(tx, locale) {
		const say = takeWords({ locale, voice: 'anyone' })
		const secret = await mySecret(tx)
		return {
			json: secret ? { signInName: secret.signInName, secretSetAt: secret.setAt.toISOString() } : null,
			body: (
				<section>
					<h2>{say('mySignIn')}</h2>
					<p>{secret ? say('signInName', { name: secret.signInName }) : say('noSignInName')}</p>
				</section>
			),
		}
	},
}

/** The passkeys with which I come in: what I call each, never the key. */
export const takeablePasskeys: Takeable = {
	key: 'passkeys',
	async read(tx, locale) {
		const say = takeWords({ locale, voice: 'anyone' })
		const passkeys = await myPasskeys(tx)
		return {
			json: passkeys.map(({ name, addedAt, usedAt }) => ({
				name,
				addedAt: addedAt.toISOString(),
				usedAt: usedAt?.toISOString() ?? null,
			})),
			body: (
				<section>
					<h2>{say('myPasskeys')}</h2>
					{passkeys.length === 0 && <p>{say('none')}</p>}
					<ul>
						{passkeys.map(({ id, name, addedAt }) => (
							<li key={id}>
								<bdi>{name}</bdi>, <Day date={isoDay(addedAt)} />
							</li>
						))}
					</ul>
				</section>
			),
		}
	},
}

/** The sign-in of an organisation that I have connected. */
export const takeableProvider: Takeable = {
	key: 'provider',
	async read(tx, locale) {
		const say = takeWords({ locale, voice: 'anyone' })
		const provider = await myProvider(tx)
		const connectedAt = provider?.connectedAt
		return {
			json: provider && connectedAt ? { name: provider.name, connectedAt: connectedAt.toISOString() } : null,
			body: (
				<section>
					<h2>{say('myProvider')}</h2>
					{provider && connectedAt ? (
						<p>
							<bdi>{provider.name}</bdi>, <Day date={isoDay(connectedAt)} />
						</p>
					) : (
						<p>{say('none')}</p>
					)}
				</section>
			),
		}
	},
}

/** What I have begun to write and shared with nobody. */
export const takeableDrafts: Takeable = {
	key: 'drafts',
	async read(tx, locale) {
		const say = takeWords({ locale, voice: 'anyone' })
		const drafts = await myDrafts(tx)
		return {
			json: drafts.map(({ form, about, fields, savedAt }) => ({
				form,
				about,
				fields: { ...fields },
				savedAt: savedAt.toISOString(),
			})),
			body: (
				<section>
					<h2>{say('myDrafts')}</h2>
					{drafts.length === 0 && <p>{say('none')}</p>}
					{drafts.map((draft) => (
						<div key={`${draft.form}-${draft.about}`}>
							<p>
								<Day date={isoDay(draft.savedAt)} />
							</p>
							{Object.entries(draft.fields).map(([name, words]) => (
								<p key={name} dir="auto">
									<bdi>{words}</bdi>
								</p>
							))}
						</div>
					))}
				</section>
			),
		}
	},
}
