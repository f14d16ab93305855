/** Ann and Priya beside each other, in an area where what somebody knows or holds is asked for. */
import assert from 'node:assert/strict'
import { idOf } from '../../../demo/ids.ts'
import { makePasskey } from '../../../test/support/authenticator.ts'
import { type Answer, type Browser, openPlace } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

export const place = await openPlace()
export const { underneath } = place
export const person = idOf('ann')
export const [ann, priya, hannah, joseph, callum] = [
	await place.as('person'),
	await place.as('practitioner'),
	await place.as('hannah'),
	await place.as('other-person'),
	await place.as('other-practitioner'),
]
const passkeyOf = async (browser: Browser) => {
	await browser.post('/account/sure', { to: '/account/passkeys/add' })
	await browser.get('/account/passkeys/add')
	const passkey = makePasskey(JSON.parse((await browser.post('/account/passkeys/begin')).html))
	await browser.post('/account/passkeys/add', { name: 'Mine', credential: passkey.made })
	await browser.get('/')
	return passkey
}
export const [annsPasskey, josephsPasskey] = [await passkeyOf(ann), await passkeyOf(joseph)]

export const secret = 'four blue herons'
await ann.post('/account/sure', { to: '/account/secret' })
await ann.get('/account/secret')
assert.equal((await ann.post('/account/secret', { secret, again: secret })).status, 303)
await ann.get('/')
// From here on the area is a real one: what somebody knows or holds is asked for.
await underneath(`update area set is_demonstration = false, passed_on = 'Danger to life.', passed_on_signed_off_at = now(),
	staff_need_strong = false`)

export const share = async (browser: Browser, path: string, fields: Record<string, string>) => {
	const shared = await browser.post(path, { ...fields, once: newId(), step: 'share' })
	assert.equal(shared.status, 303, shared.html)
	const { pathname } = new URL(shared.location ?? '', 'http://localhost')
	return { pathname, outcome: pathname.split('/').at(-1) ?? '' }
}
let count = 0
export const nextNumber = () => count++
/** An outcome that Priya proposes, and its words. */
export async function proposed(by = priya, words = `Words number ${nextNumber()}`) {
	const { pathname, outcome } = await share(by, routes.plan.propose.href({ person }), { words })
	return { path: pathname, outcome, words, ...(await lastWords(outcome)) }
}
export const lastWords = async (outcome: string) => {
	const [found] = await underneath<{ thing: string; hash: string }>(
		`select id as thing, encode(words_hash, 'hex') as hash from wording where outcome_id = $1 order by number desc limit 1`,
		[outcome],
	)
	assert(found)
	return found
}
export type About = { outcome: string; thing: string; hash: string }
export const together = ({ outcome, thing }: About) => routes.outcome.together.href({ person, outcome, thing })
export const answer = (browser: Browser, about: About, fields: Record<string, string>) =>
	browser.post(together(about), { hash: about.hash, ...fields })
export const agreements = (outcome: string) =>
	underneath<{
		id: string
		account_id: string
		together_with_id: string
		said_alone_at: Date | null
		withdrawn_at: Date | null
	}>('select * from agreement where outcome_id = $1 and account_id = $2', [outcome, person])
export const nothingAgreed = async ({ outcome }: About) => assert.deepEqual(await agreements(outcome), [])
export const forgetTries = () => underneath('delete from gate.tries')
export const forgetMessages = () => underneath('delete from message')
export const text = ({ html }: Answer) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** Ann has agreed together to words of Priya's. */
export async function agreedTogether() {
	const about = await proposed()
	await answer(priya, about, { secret })
	const [yes] = await agreements(about.outcome)
	assert(yes)
	return {
		...about,
		agreement: yes.id,
		alone: routes.outcome.sayAlone.href({ person, outcome: about.outcome, agreement: yes.id }),
	}
}
