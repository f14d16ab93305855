import assert from 'node:assert/strict'
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { buildBrowserFiles } from './build.ts'

const here = join(import.meta.dirname, '../../..')

describe('building the browser files', () => {
	let root: string
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'alongside build '))
		cpSync(join(here, 'src/ui'), join(root, 'src/ui'), { recursive: true })
		symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'))
	})
	afterEach(() => rmSync(root, { recursive: true }))

	const content = (url: string) => readFileSync(join(root, 'dist/browser', url.replace('/assets/', '')), 'utf8')
	const addStyle = (form: string, css: string) => {
		mkdirSync(join(root, 'src', form, 'plan'), { recursive: true })
		writeFileSync(join(root, 'src', form, 'plan/plan.css'), css)
	}

	test('makes a style sheet, two scripts and an icon, named by what is in them', async () => {
		const { built, files } = await buildBrowserFiles({ root })
		assert.equal(built, true)
		assert.match(files.css, /^\/assets\/alongside-[\w-]{10}\.css$/)
		assert.match(files.js, /^\/assets\/alongside-[\w-]{10}\.js$/)
		assert.match(files.passkeys, /^\/assets\/passkeys-[\w-]{10}\.js$/)
		assert.doesNotMatch(content(files.passkeys), /^import|from"/m)
		assert.match(files.recorder, /^\/assets\/recorder-[\w-]{10}\.js$/)
		assert.doesNotMatch(content(files.recorder), /^import|from"/m)
		assert.match(files.icon, /^\/assets\/icon-[\w-]{10}\.svg$/)
		assert.match(content(files.css), /^@layer tokens\b/)
		assert.doesNotMatch(content(files.js), /^import|from"/m)
		assert.match(content(files.icon), /^<svg/)
	})

	test('builds once: another time stamp is no other source', async () => {
		const first = await buildBrowserFiles({ root })
		utimesSync(join(root, 'src/ui/tokens.css'), new Date(), new Date())
		assert.deepEqual(await buildBrowserFiles({ root }), { built: false, files: first.files })
	})

	test('builds again when a source is different or a file is gone, and clears what is older', async () => {
		const first = await buildBrowserFiles({ root })
		writeFileSync(join(root, 'src/ui/print.css'), '@media print { h1 { color: teal } }')
		const second = await buildBrowserFiles({ root })
		assert.equal(second.built, true)
		assert.notEqual(second.files.css, first.files.css)
		assert.equal(second.files.js, first.files.js)
		assert.equal(readdirSync(join(root, 'dist/browser')).length, 6)
		rmSync(join(root, 'dist/browser', second.files.js.replace('/assets/', '')))
		assert.deepEqual(await buildBrowserFiles({ root }), { built: true, files: second.files })
	})

	test('takes the styles of every capability into their own layer', async () => {
		addStyle('individual', '.our-plan { color: teal }')
		addStyle('common', '.contribution { color: navy }')
		const { files } = await buildBrowserFiles({ root })
		const layers = Array.from(content(files.css).matchAll(/@layer ([\w,]+)/g), ([, names = '']) => names.split(','))
		assert.deepEqual([...new Set(layers.flat())], ['tokens', 'layout', 'components', 'capabilities', 'print'])
		assert.match(content(files.css), /@layer capabilities\{[^@]*\.our-plan\{/)
		assert.match(content(files.css), /@layer capabilities\{[^@]*\.contribution\{/)
		addStyle('individual', '.our-plan { color: maroon }')
		assert.equal((await buildBrowserFiles({ root })).built, true)
	})

	test('two builds at the same moment make the same files', async () => {
		const [one, other] = await Promise.all([buildBrowserFiles({ root }), buildBrowserFiles({ root })])
		assert.deepEqual(one.files, other.files)
		assert.equal(readdirSync(join(root, 'dist/browser')).length, 6)
	})

	test('says which source it can not build, and leaves what was there', async () => {
		const { files } = await buildBrowserFiles({ root })
		writeFileSync(join(root, 'src/ui/browser/presses.ts'), 'export function guardPresses( {')
		await assert.rejects(buildBrowserFiles({ root }), /The browser files could not be built\.[\s\S]*presses\.ts/)
		assert.ok(content(files.js))
	})
})
