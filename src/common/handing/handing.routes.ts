import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ground } from '../../platform/doors.ts'
import type { Errors, Fields } from '../../platform/forms.ts'
import { browserOf } from '../../platform/http/browser.ts'
import { NotFound } from '../../platform/http/mistakes.ts'
import { sessionHash } from '../../platform/http/visitor.ts'
import { type Device, type OneAct, proveBeside, waysBeside } from '../accounts/index.ts'
import { handingWords } from './handing.words.ts'

/** The device that is handed over, with whoever is signed in there. */
export function deviceOf(request: FastifyRequest, reply: FastifyReply): Device {
	const { visitor, host } = request
	if (!visitor) throw new NotFound()
	return { visitor, tokenHash: sessionHash(request), browser: browserOf(request, reply), host }
}

/** What to say to the person where nothing was shown, or it does not fit; nothing, once they have proved that it is them. */
export async function refusedBeside(
	ground: Ground,
	request: FastifyRequest,
	reply: FastifyReply,
	one: OneAct,
	fields: Fields,
): Promise<{ errors: Errors; status: number } | undefined> {
	const { secret = '', credential = '' } = fields
	const say = handingWords({ locale: request.locale, voice: 'person' })
	const device = deviceOf(request, reply)
	const ways = await waysBeside(ground, device, one.person)
	const field = credential ? 'passkey' : 'secret'
	if (!ways.press && !secret.trim() && !credential) return { errors: { [field]: say('enterSecret') }, status: 422 }
	const proved = await proveBeside(ground, device, one, { secret, credential })
	if (proved === 'proved') return undefined
	request.log.info({ kind: proved === 'many' ? 'TooManyTries' : 'DoesNotFit' }, 'refused')
	if (proved === 'many') return { errors: { [field]: say('many') }, status: 429 }
	return { errors: { [field]: say(credential ? 'wrongPasskey' : 'wrong') }, status: 422 }
}
