/** The browser that the journeys run in. */
import { type Browser, chromium } from 'playwright-core'
import { unpackChromium } from './unpacked-chromium.ts'

/**
 * Ours alone: the list that comes with the package switches web security off.
 * No name but this machine's own is ever resolved, so a page that asks anybody else for anything fails here.
 */
const flags = [
	'--no-sandbox',
	'--headless=shell',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--no-first-run',
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
]

/** Opens a Chromium of its own; the caller closes it. Works without a desktop, as root and as an ordinary user. */
export async function openChromium(): Promise<Browser> {
	const { executable, env } = await unpackChromium()
	return await chromium.launch({ executablePath: executable, args: flags, env: { ...process.env, ...env } })
}
