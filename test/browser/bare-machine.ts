/**
 * Proves that the browser tests need nothing from the machine: `npm run test:bare`.
 * In a mount namespace of its own it hides every library that Chromium wants and Node does not, and every typeface,
 * then unpacks and tries the browser afresh, as root and as an ordinary user without a home. Nothing outside changes.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackChromium } from './unpacked-chromium.ts'

const root = 0
const ordinaryUser = 65534
const toHide =
	/^(nss|lib(nss3|nssutil3|nssckbi|smime3|ssl3|nspr4|plc4|plds4|softokn3|freebl\w*|expatw?|fontconfig)\.so.*)$/
const repository = join(import.meta.dirname, '../..')

if (process.argv[2] === 'inside') await proveWithLibrariesHidden(tmpdir())
else openNamespace()

function openNamespace(): void {
	if (process.getuid?.() !== root || spawnSync('unshare', ['--mount', 'true']).status !== 0) {
		console.log('Nothing was proved: only root may hide libraries, and only where "unshare --mount" is allowed.')
		return
	}
	const stage = mkdtempSync(join(tmpdir(), 'alongside-bare-'))
	try {
		const again = [process.execPath, ...process.execArgv, import.meta.filename, 'inside']
		const env = { ...process.env, TMPDIR: stage }
		const { status } = spawnSync('unshare', ['--mount', ...again], { stdio: 'inherit', env })
		process.exitCode = status ?? 1
	} finally {
		rmdirSync(stage)
	}
}

/** Whatever is mounted here is seen by this process and its children alone, and ends with them. */
async function proveWithLibrariesHidden(stage: string): Promise<void> {
	mount('-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', stage)
	const checkout = join(stage, 'checkout')
	mkdirSync(checkout)
	mount('--bind', repository, checkout)
	for (const folder of libraryFolders()) hideLibrariesIn(folder, stage)
	for (const fonts of ['/usr/share/fonts', '/usr/local/share/fonts', '/etc/fonts'].filter((path) => existsSync(path))) {
		mount('-t', 'tmpfs', 'tmpfs', fonts)
	}
	const passed = [root, ordinaryUser].map((uid) => passesAs(uid, checkout))
	await showWhatIsMissing()
	process.exitCode = passed.includes(false) ? 1 : 0
}

/** Every folder in which the dynamic linker looks by itself. */
function libraryFolders(): string[] {
	const known = execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).matchAll(/=> (\/.+)\/[^/]+$/gm)
	return [...new Set([...known].map(([, folder]) => realpathSync(folder ?? '/lib')))]
}

/** Lays a layer over the folder and removes the libraries there, so that the linker truly does not find them. */
function hideLibrariesIn(folder: string, stage: string): void {
	const names = readdirSync(folder).filter((name) => toHide.test(name))
	if (names.length === 0) return
	const layer = mkdtempSync(join(stage, 'layer-'))
	for (const part of ['upper', 'work']) mkdirSync(join(layer, part))
	mount('-t', 'overlay', '-o', `lowerdir=${folder},upperdir=${layer}/upper,workdir=${layer}/work`, 'overlay', folder)
	for (const name of names) rmSync(join(folder, name), { recursive: true })
	console.log(`Hidden in ${folder}: ${names.join(' ')}`)
}

function passesAs(uid: number, checkout: string): boolean {
	console.log(`\nThe browser's tests as user ${uid}:`)
	const node = process.execPath.replace(repository, checkout)
	const { status } = spawnSync(node, ['--import', './tools/tsx-hook.ts', '--test', 'test/browser/chromium.test.ts'], {
		cwd: checkout,
		env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, HOME: '/nonexistent' },
		uid,
		gid: uid,
		stdio: 'inherit',
	})
	return status === 0
}

/** The proof that the hiding bites: without the package's libraries this very browser does not start. */
async function showWhatIsMissing(): Promise<void> {
	const { executable, env } = await unpackChromium()
	const missing = execFileSync('ldd', [executable], { encoding: 'utf8' }).match(/\S+(?= => not found)/g) ?? []
	if (missing.length === 0 || !env.LD_LIBRARY_PATH) throw new Error('No library was hidden: this proves nothing.')
	console.log(
		`\nThe machine lacked ${[...new Set(missing)].join(', ')}, and the browser ran with the libraries of its package.`,
	)
}

function mount(...args: string[]): void {
	execFileSync('mount', args)
}
