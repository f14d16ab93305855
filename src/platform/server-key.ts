import { createHmac, randomBytes } from 'node:crypto'
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
