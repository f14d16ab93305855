import { createHash, randomBytes, randomInt } from 'node:crypto'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'

const digits = 6

/** A number that is easy to say: `482719`. */
export const newNumber = (): string => String(randomInt(10 ** digits)).padStart(digits, '0')

/** The same as it is shown: in two halves. */
export const sayNumber = (number: string): string => `${number.slice(0, digits / 2)} ${number.slice(digits / 2)}`

/** What somebody typed as such a number; nothing where it is none. */
export function readNumber(typed: string): string | undefined {
	const plain = typed.replaceAll(/[\s-]/g, '')
	return /^\d{6}$/.test(plain) ? plain : undefined
}

/** What is kept of a number. */
export const hashNumber = (key: ServerKey, number: string): Buffer => keyedHash(key, 'number to come back', number)

/** What only the browser holds that asked, and what is kept of it. */
export const newBrowserToken = (): string => randomBytes(32).toString('base64url')
export const hashBrowserToken = (token: string): Buffer => createHash('sha256').update(token).digest()
