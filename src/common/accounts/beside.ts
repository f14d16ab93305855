import type { Ground } from '../../platform/doors.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { mayTry } from '../../platform/http/tries.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import { newChallenge, useChallenge } from './challenges.ts'
import { besideLimits } from './limits.ts'
import { challengeIn, readShown, siteOf, toShow } from './passkeys.ts'
import { secretFits } from './secrets.ts'

/** One act of a person's on somebody else's device: what they do, to which thing, in exactly which words. */
export type OneAct = {
	person: string
	act: 'agree' | 'own'
	thing: string
	/** SHA-256 of the words. */
	hash: Buffer
}

/** Somebody else's device: who is signed in there, under which token, and in which browser. */
export type Device = { visitor: Visitor; tokenHash: Buffer; browser: Buffer; host: string }

/** By what a person can show, on this device, that it is them. Somebody invented has nothing to lose: there a press is enough. */
export type WaysBeside = { secret: boolean; passkey: boolean; press: boolean }

/** What somebody can show beside whoever is signed in here; nothing, unless that is a practitioner who works with them now. */
export async function waysBeside({ system }: Ground, device: Device, person: string): Promise<WaysBeside> {
	const press = device.visitor.isDemonstration
	const [secret, passkeys] = await Promise.all([
		system('system_secret_beside', device.tokenHash, person),
		system('system_passkeys_beside', device.tokenHash, person),
	])
	return { secret: !press && secret.length > 0, passkey: !press && passkeys.length > 0, press }
}

/** What this browser needs to ask a person's own device for a passkey of theirs, for this one act. */
export async function askBeside(ground: Ground, device: Device, one: OneAct) {
	const passkeys = await ground.system('system_passkeys_beside', device.tokenHash, one.person)
	if (passkeys.length === 0) throw new NotFound()
	const challenge = await newChallenge(ground, device.browser, useOf(device, one))
	const theirs = passkeys.map(({ credential_id: credentialId, transports }) => ({ credentialId, transports }))
	return toShow(siteOf(ground, device.host), challenge, theirs)
}

/**
 * Takes what a person has just shown on somebody else's device. What fits is a proof in the database, for this one act in this
 * session alone and for a minute; nobody is signed in by it. Each try is told to the person, and is counted for these two
 * alone, so that nobody guesses here and nobody is kept from coming in elsewhere.
 */
export async function proveBeside(
	ground: Ground,
	device: Device,
	one: OneAct,
	{ secret = '', credential = '' }: { secret?: string | undefined; credential?: string | undefined },
): Promise<'proved' | 'wrong' | 'many'> {
	const { system, key } = ground
	const attempt = await mayTry(system, besideLimits(key, device.visitor.account, one.person))
	if (!attempt.allowed) return 'many'
	const { press } = await waysBeside(ground, device, one.person)
	const fits = press || (credential ? await isTheirPasskey(credential) : await isTheirSecret())
	const tried = [device.tokenHash, one.person, fits, one.act, one.thing, one.hash] as const
	const [found] = await system('system_tried_beside', ...tried)
	if (!found?.proved) return 'wrong'
	await attempt.worked()
	return 'proved'

	async function isTheirSecret(): Promise<boolean> {
		const [kept] = await system('system_secret_beside', device.tokenHash, one.person)
		return secretFits(key, secret, kept?.hash)
	}

	async function isTheirPasskey(answer: string): Promise<boolean> {
		const challenge = challengeIn(answer)
		const asked = await useChallenge(ground, device.browser, useOf(device, one), challenge)
		if (asked === undefined) return false
		return (await readShown(ground, siteOf(ground, device.host), answer, challenge, one.person)) !== undefined
	}
}

/** For what an answer of a passkey is: it fits no other act, no other words and no other session. */
const useOf = ({ visitor }: Device, { person, act, thing, hash }: OneAct): string =>
	`beside ${visitor.session} ${person} ${act} ${thing} ${hash.toString('base64url')}`
