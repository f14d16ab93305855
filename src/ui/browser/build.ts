import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Rollup } from 'vite'

/** Where a page finds its browser files. */
export type BrowserFiles = { css: string; js: string; passkeys: string; recorder: string; icon: string }

/** What `dist/browser/built.json` remembers: the hash of all sources, and what was made of them. */
type Built = { sources: string; files: BrowserFiles }

const formsFolders = ['individual', 'group', 'collective', 'common'] as const
const urlPrefix = '/assets/'
/** What tells the versions of the package that builds, and of the one that browsers are sent a part of. */
const packages = ['vite', '@simplewebauthn/browser'].map((name) => `node_modules/${name}/package.json`)

/**
 * Builds the style sheet, the scripts and the icon into `dist/browser/`, unless what is there was built from the same sources.
 * Safe beside another process that builds the same sources: names follow contents, and each file is put in place in one step.
 *
 * @param root the folder that holds `src/`
 * @returns whether it had to build, and the addresses of the files
 * @throws Error in one sentence that names the file, when a source can not be built
 */
export async function buildBrowserFiles({ root }: { root: string }): Promise<{ built: boolean; files: BrowserFiles }> {
	const folder = join(root, 'dist/browser')
	const capabilityStyles = await stylesOfCapabilities(root)
	const versions = packages.map((file) => join(root, file))
	const sources = await hashOf([...(await sourcesOfUi(root)), ...capabilityStyles, ...versions], root)
	const before = await whatWasBuilt(folder)
	if (before?.sources === sources && (await allThere(folder, before.files)))
		return { built: false, files: before.files }

	const made = await make(root, capabilityStyles)
	await mkdir(folder, { recursive: true })
	const [css, js, passkeys, recorder, icon] = await Promise.all(made.map((file) => put(folder, file)))
	if (!css || !js || !passkeys || !recorder || !icon)
		throw new Error('The browser files could not be built: one of them came out empty.')
	const files = { css, js, passkeys, recorder, icon }
	await putInPlace(folder, 'built.json', JSON.stringify({ sources, files } satisfies Built))
	await removeOlder(folder, files)
	return { built: true, files }
}

type Made = { name: string; extension: string; content: string }

/** The files, in the order style sheet, script, scripts of pages with a passkey and of pages that record, icon. */
async function make(root: string, capabilityStyles: readonly string[]): Promise<Made[]> {
	const ui = join(root, 'src/ui')
	const css = join(ui, 'alongside.css')
	const js = join(ui, 'browser/alongside.ts')
	const passkeys = join(ui, 'browser/passkeys.ts')
	const recorder = join(ui, 'browser/recorder.ts')
	const imports = capabilityStyles.map((file) => `@import ${JSON.stringify(file)} layer(capabilities);\n`).join('')
	// Seldom needed, and slow to load.
	const { build } = await import('vite')
	const outputs = await build({
		root,
		configFile: false,
		envFile: false,
		publicDir: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'capability-styles',
				enforce: 'pre',
				transform: (code, id) => (id === css ? `${code}\n${imports}` : undefined),
			},
		],
		build: {
			write: false,
			target: ['chrome111', 'firefox113', 'safari16.4'],
			modulePreload: false,
			rolldownOptions: { input: { css, js, passkeys, recorder } },
		},
	}).catch((error: Error) => {
		throw new Error(`The browser files could not be built. ${error.message}`, { cause: error })
	})
	const output = (Array.isArray(outputs) ? outputs : [outputs]).flatMap((one) => ('output' in one ? one.output : []))
	return [
		{ name: 'alongside', extension: 'css', content: styleIn(output) },
		{ name: 'alongside', extension: 'js', content: scriptIn(output, 'js') },
		{ name: 'passkeys', extension: 'js', content: scriptIn(output, 'passkeys') },
		{ name: 'recorder', extension: 'js', content: scriptIn(output, 'recorder') },
		{ name: 'icon', extension: 'svg', content: await readFile(join(ui, 'browser/icon.svg'), 'utf8') },
	]
}

function styleIn(output: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[]): string {
	return output
		.map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
		.join('')
}

function scriptIn(output: readonly (Rollup.OutputChunk | Rollup.OutputAsset)[], name: string): string {
	return output.map((file) => (file.type === 'chunk' && file.name === name ? file.code : '')).join('')
}

async function put(folder: string, { name, extension, content }: Made): Promise<string | undefined> {
	if (content.trim() === '') return undefined
	const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10)
	const file = `${name}-${hash}.${extension}`
	await putInPlace(folder, file, content)
	return urlPrefix + file
}

/** Writes beside and renames, so that nobody ever reads half a file. */
async function putInPlace(folder: string, file: string, content: string): Promise<void> {
	const beside = join(folder, `.${randomUUID()}`)
	await writeFile(beside, content)
	await rename(beside, join(folder, file))
}

async function removeOlder(folder: string, files: BrowserFiles): Promise<void> {
	const kept = new Set(['built.json', ...Object.values(files).map((url) => url.slice(urlPrefix.length))])
	const older = (await readdir(folder)).filter((file) => !kept.has(file) && !file.startsWith('.'))
	await Promise.all(older.map((file) => rm(join(folder, file), { force: true })))
}

async function whatWasBuilt(folder: string): Promise<Built | undefined> {
	try {
		return JSON.parse(await readFile(join(folder, 'built.json'), 'utf8'))
	} catch {
		return undefined
	}
}

async function allThere(folder: string, files: BrowserFiles): Promise<boolean> {
	const there = await readdir(folder)
	return Object.values(files).every((url) => there.includes(url.slice(urlPrefix.length)))
}

async function stylesOfCapabilities(root: string): Promise<string[]> {
	const perForm = await Promise.all(formsFolders.map((form) => filesIn(join(root, 'src', form))))
	return perForm.flat().filter((file) => file.endsWith('.css'))
}

/** Everything in `ui/` that can end up in the browser: styles, script and icon, not the components. */
async function sourcesOfUi(root: string): Promise<string[]> {
	const ui = join(root, 'src/ui')
	const files = await filesIn(ui)
	return files.filter(
		(file) => file.endsWith('.css') || (file.startsWith(join(ui, 'browser')) && !file.includes('.test.')),
	)
}

async function filesIn(folder: string): Promise<string[]> {
	try {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true })
		return entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
	} catch {
		return []
	}
}

async function hashOf(files: readonly string[], root: string): Promise<string> {
	const hash = createHash('sha256')
	for (const file of files)
		hash
			.update(relative(root, file))
			.update('\0')
			.update(await readFile(file))
			.update('\0')
	return hash.digest('hex')
}
