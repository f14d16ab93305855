import { randomBytes } from 'node:crypto'
import { codeFrom, readCode } from '../../platform/printed-code.ts'
import { keyedHash, type ServerKey } from '../../platform/server-key.ts'

/** A new code for a sign-in card. */
export const newCode = (): string => codeFrom(randomBytes(12))

/** What is kept of a card's code. */
export const hashCode = (key: ServerKey, code: string): Buffer => keyedHash(key, 'card', readCode(code) ?? '')
