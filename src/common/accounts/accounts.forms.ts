import * as v from 'valibot'
import type { Say } from '../../platform/words.ts'
import { isEasilyGuessed, longestSecret, shortestSecret } from './secrets.ts'

type Says = Say<'enterSecret' | 'tooShort' | 'tooLong' | 'tooEasy' | 'sameAsName' | 'notTheSame'>

const lengthOf = (secret: string): number => [...secret.trim()].length
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/**
 * A new secret and the same again. Everything may stand in it; only its length counts, and that nobody would try it first.
 *
 * @param names what it must not be like: the holder's name, the sign-in name
 */
export const secretForm = (say: Says, names: readonly string[]) =>
	v.pipe(
		v.object({
			secret: v.pipe(
				v.string(),
				v.check((secret) => secret.trim() !== '', say('enterSecret')),
				v.check((secret) => lengthOf(secret) >= shortestSecret, say('tooShort')),
				v.check((secret) => lengthOf(secret) <= longestSecret, say('tooLong', { most: longestSecret })),
				v.check((secret) => !isEasilyGuessed(secret), say('tooEasy')),
				v.check((secret) => !names.map(lettersOf).some((name) => isLike(lettersOf(secret), name)), say('sameAsName')),
			),
			again: v.string(),
		}),
		v.forward(
			v.partialCheck([['secret'], ['again']], ({ secret, again }) => secret.trim() === again.trim(), say('notTheSame')),
			['again'],
		),
	)

const isLike = (secret: string, name: string): boolean =>
	name !== '' && (secret === name || (name.length > 3 && secret.replace(name, '').length < 4))
