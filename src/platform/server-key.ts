import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, SettingsMistake } from './settings.ts'

/** 32 bytes that only the server knows: what is short enough to be guessed is kept only under them. */
export type ServerKey = Buffer & { readonly isServerKey: true }

const bytes = 32

/**
 * The server's key: from ALONGSIDE_KEY, or from the file `server.key` in the data folder, which is made when there is none.
 *
 * @throws SettingsMistake when what is there is no such key
 */
export function readServerKey({ key, folder }: Pick<Settings, 'key' | 'folder'>): ServerKey {
	if (key) return keyOf(key, 'ALONGSIDE_KEY')
	const file = join(folder, 'server.key')
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	try {
		writeFileSync(file, randomBytes(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
	}
	return keyOf(readFileSync(file, 'utf8').trim(), file)
}

function keyOf(text: string, from: string): ServerKey {
	const key = Buffer.from(text, 'base64url')
	if (key.length !== bytes) throw new SettingsMistake(`${from} must hold 32 random bytes in base64url, 43 signs.`)
	return key as ServerKey
}

/** A hash of 32 bytes that nobody can make or try out without the key. Each use has a name of its own, so that none fits another. */
export function keyedHash(key: ServerKey, use: string, ...parts: string[]): Buffer {
	const hmac = createHmac('sha256', key).update(use)
	for (const part of parts) hmac.update('\0').update(part)
	return hmac.digest()
}

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals a text that we must be able to read again: AES-256-GCM under a key of its own for each use.
 *
 * @param about what it belongs to; it opens for nothing else
 */
export function seal(key: ServerKey, use: string, about: string, text: string): Buffer {
	const nonce = randomBytes(nonceBytes)
	const sealing = createCipheriv(cipher, keyedHash(key, 'seal', use), nonce).setAAD(Buffer.from(about))
	const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
	return Buffer.concat([nonce, sealing.getAuthTag(), sealed])
}

/** Opens what was sealed for the same use about the same. Nothing, when it was not, or not with this key. */
export function unseal(key: ServerKey, use: string, about: string, sealed: Uint8Array): string | undefined {
	const [nonce, tag] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes, nonceBytes + tagBytes)]
	try {
		const opening = createDecipheriv(cipher, keyedHash(key, 'seal', use), nonce, { authTagLength: tagBytes })
		opening.setAAD(Buffer.from(about)).setAuthTag(tag)
		return Buffer.concat([opening.update(sealed.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8')
	} catch {
		return undefined
	}
}
