import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { dictionary } from '@zxcvbn-ts/language-common'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'

/** OWASP's Password Storage Cheat Sheet for Argon2id: 19 MiB, twice, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** The longest secret in signs; longer ones are refused rather than cut. */
export const longestSecret = 128
export const shortestSecret = 8

const commonest = new Set(dictionary['passwords-common'])

/** A secret as the same person may type it on another keyboard: one form of each letter, no space around. */
const asTyped = (secret: string): string => secret.normalize('NFKC').trim()

const hashUnder = (key: ServerKey, secret: string, nonce: Buffer): Promise<Buffer> =>
	new Promise((resolve, reject) => {
		const message = keyedHash(key, 'secret', asTyped(secret))
		argon2('argon2id', { message, nonce, ...cost }, (error, hash) => (error ? reject(error) : resolve(hash)))
	})

/** What is kept of a secret: Argon2id over a keyed hash of it, so that a stolen database alone lets nobody try. */
export async function hashSecret(key: ServerKey, secret: string): Promise<string> {
	const nonce = randomBytes(16)
	const hash = await hashUnder(key, secret, nonce)
	return `argon2id$${nonce.toString('base64url')}$${hash.toString('base64url')}`
}

/** Whether this is the secret. Takes as long when there is none to compare with. */
export async function secretFits(key: ServerKey, secret: string, kept: string | undefined): Promise<boolean> {
	const [, nonce = '', hash = ''] = (kept ?? `argon2id$${'A'.repeat(22)}$`).split('$')
	const [one, other] = [await hashUnder(key, secret, Buffer.from(nonce, 'base64url')), Buffer.from(hash, 'base64url')]
	return one.length === other.length && timingSafeEqual(one, other)
}

/** Whether anyone would try this first: common passwords, one sign over and over, and rows of a keyboard or of numbers. */
export function isEasilyGuessed(secret: string): boolean {
	const plain = asTyped(secret).toLowerCase()
	const bare = plain.replaceAll(/[\s._-]/g, '')
	if (commonest.has(plain) || commonest.has(bare) || new Set(bare).size < 4) return true
	return rows.some((row) => row.includes(bare) || bare.includes(row)) || isAYear(bare)
}

const rows = ['12345678', '01234567', '98765432', '87654321', 'abcdefgh', 'qwertyui', 'asdfghjk', 'zxcvbnm', 'password']

/** Eight numbers that are a day of somebody's life, whichever way round. */
function isAYear(bare: string): boolean {
	return /^(?:[0-3]\d[01]\d(?:19|20)\d\d|(?:19|20)\d\d[01]\d[0-3]\d|[01]\d[0-3]\d(?:19|20)\d\d)$/.test(bare)
}
