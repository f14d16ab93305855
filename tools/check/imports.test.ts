import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { importProblems } from './imports.ts'
import { modulesOnDisk, unseen } from './modules.ts'
import { sourceProblems } from './source.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'alongside-imports-'))
after(() => rmSync(folder, { recursive: true }))

const plan = 'src/individual/plan/plan.ts'
const circle = 'src/individual/plan/circle.ts'

/** One unlawful module each; `rule` is Biome's, or ours where Biome cannot say it. */
const unlawful: { path?: string; rule: string; source: string }[] = [
	{ path: 'src/platform/app.ts', rule: 'noRestrictedImports', source: `import '../individual/plan/index.ts'` },
	{ path: 'src/platform/http/a.ts', rule: 'noRestrictedImports', source: `import '../../common/accounts/index.ts'` },
	{ path: 'src/ui/Card.tsx', rule: 'noRestrictedImports', source: `import '../common/accounts/index.ts'` },
	{ path: 'src/ui/Box.tsx', rule: 'noRestrictedImports', source: `import '../platform/database/schema.ts'` },
	{ path: 'src/common/areas/a.ts', rule: 'noRestrictedImports', source: `import '../../individual/plan/index.ts'` },
	{ path: 'src/common/areas/b.ts', rule: 'noRestrictedImports', source: `import '../accounts/accounts.ts'` },
	{ path: 'src/common/areas/c.ts', rule: 'noRestrictedImports', source: `import '../../platform/database/open.ts'` },
	{ rule: 'noRestrictedImports', source: `import '../now/now.ts'` },
	{ rule: 'noRestrictedImports', source: `export * from '../now/now.ts'` },
	{ rule: 'noRestrictedImports', source: `await import('../now/now.ts')` },
	{ rule: 'noRestrictedImports', source: `import type { Now } from '../now/now.ts'` },
	{ rule: 'noRestrictedImports', source: `import '../../group/voice/voice.queries.ts'` },
	{ rule: 'noRestrictedImports', source: `import '../../common/accounts/accounts.queries.ts'` },
	{ rule: 'noRestrictedImports', source: `import '../../platform/database/pglite.ts'` },
	{ rule: 'noRestrictedImports', source: `import '../../platform/embedded/index.ts'` },
	{ rule: 'noRestrictedImports', source: `import { acting } from '../../platform/database/acting.ts'` },
	{ rule: 'noRestrictedImports', source: `import * as door from '../../platform/database/acting.ts'` },
	{ rule: 'noRestrictedImports', source: `export * from '../../platform/database/acting.ts'` },
	{ path: 'src/routes.ts', rule: 'noRestrictedImports', source: `import './platform/database/open.ts'` },
	{ rule: 'noImportCycles', source: `import './circle.ts'` },
	{ path: circle, rule: 'noImportCycles', source: `import './plan.ts'` },
	{ path: 'src/ui/Red.tsx', rule: 'noInlineStyles', source: `export const Red = () => <p style={{ color: 'red' }} />` },
	{
		path: 'src/ui/Raw.tsx',
		rule: 'noDangerouslySetInnerHtml',
		source: `export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`,
	},
	{ rule: 'only the platform opens a database', source: `import 'pg'` },
	{ rule: 'only the platform opens a database', source: `import '@electric-sql/pglite'` },
	{ path: 'src/app.ts', rule: 'only the platform opens a database', source: `import 'pg'` },
	{ rule: 'queries live in', source: `import { sql } from 'kysely'` },
	{ rule: 'know Fastify', source: `import type { FastifyInstance } from 'fastify'` },
	{ path: 'src/ui/Form.tsx', rule: 'know Fastify', source: `import '@fastify/formbody'` },
	{ rule: 'reaches no file', source: `import { readFileSync } from 'node:fs'` },
	{ rule: 'reaches no file', source: `export { readFile } from 'node:fs/promises'` },
	{ rule: 'a longer way to write', source: `import '../../../src/individual/now/now.ts'` },
	{ rule: 'a longer way to write', source: `import '../../individual/now/index.ts'` },
	{ rule: 'a second door', source: `import '../now/parts/index.ts'` },
	{ rule: 'write "import type"', source: `export type Now = import('../now/now.ts').Now` },
	{ rule: 'is computed', source: 'export const load = (name: string) => import(name)' },
	{ rule: 'is a test', source: `import './plan.test.ts'` },
	{ rule: 'is not part of the program', source: `import '../../../tools/postgres.ts'` },
	{
		path: 'src/ui/Script.tsx',
		rule: 'a script with a body',
		source: `export const Script = () => <script>{'alert(1)'}</script>`,
	},
	{ rule: 'put together from pieces', source: `export const find = (tx, name) => tx.query(\`select '\${name}'\`)` },
	{ rule: 'put together from pieces', source: `export const find = (tx, name) => tx.query("select '" + name)` },
	{ rule: 'writes a value into SQL', source: 'export const find = (sql, name) => sql.raw(name)' },
]

/** Modules that use every freedom there is; nothing may be reported of them. */
const lawful: Record<string, string> = {
	'src/individual/plan/index.ts': `export { plan } from './plan.ts'`,
	[plan]: `import { now } from '../now/index.ts'
import { voice } from '../../group/voice/index.ts'
import { accounts } from '../../common/accounts/index.ts'
import { newId } from '../../platform/database/values.ts'
import type { Acting, Tx } from '../../platform/database/acting.ts'
import { routes } from '../../routes.ts'
import { Page } from '../../ui/Page.tsx'
import { createHash } from 'node:crypto'
export const plan = [now, voice, accounts, newId, routes, Page, createHash] satisfies unknown[] as [Acting, Tx]`,
	'src/individual/plan/plan.queries.ts': `import { sql } from 'kysely'
export const one = (tx, name) => tx.query(sql\`select \${name}\`)`,
	'src/individual/plan/plan.routes.tsx': `import type { FastifyInstance } from 'fastify'
import { one } from './plan.queries.ts'
export const planRoutes = (app: FastifyInstance) => [app, one]`,
	'src/individual/plan/plan.test.ts': `import { people } from '../../../test/people.ts'
export const test = people`,
	'src/platform/database/pglite.ts': `import { PGlite } from '@electric-sql/pglite'
export const open = (name: string) => PGlite.query(\`set role \${name}\`)`,
	'src/app.ts': `import { open } from './platform/database/pglite.ts'
import { planRoutes } from './individual/plan/plan.routes.tsx'
export const app = [open, planRoutes]`,
	'src/ui/Page.tsx': 'export const Page = () => <script type="module" src="/app.js" />',
	'src/individual/now/index.ts': 'export const now = 1',
	'src/group/voice/index.ts': 'export const voice = 1',
	'src/common/accounts/index.ts': 'export const accounts = 1',
}

/** Of all that Biome reports, what this test is about. It runs with every rule, so that a rule switched off is missed here. */
const ours = /noRestrictedImports|noImportCycles|noInlineStyles|noDangerouslySetInnerHtml/

type BiomeReport = {
	summary: { unchanged: number }
	diagnostics: { location: { path: string }; category: string; message: string }[]
}

function reportsOn(files: Record<string, string>): string[] {
	rmSync(folder, { recursive: true, force: true })
	for (const [path, source] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true })
		writeFileSync(join(folder, path), `${source}\n`)
	}
	cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
	const { stdout, stderr } = spawnSync(
		join(root, 'node_modules/.bin/biome'),
		['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json'],
		{ cwd: folder, encoding: 'utf8' },
	)
	assert.match(stdout, /^\{/, `Biome did not run: ${stderr}`)
	const { summary, diagnostics }: BiomeReport = JSON.parse(stdout)
	assert.equal(summary.unchanged, Object.keys(files).length + 1, 'Biome did not see every module and its own settings')
	const biome = diagnostics
		.filter(({ category }) => ours.test(category))
		.map(({ location, category, message }) => `${location.path}: ${category} ${message}`)
	return [...biome, ...importProblems(folder).problems, ...sourceProblems(folder).problems]
}

test('each unlawful import or piece of source is reported', () => {
	for (const { path = plan, rule, source } of unlawful) {
		const reports = reportsOn({ [plan]: `import './circle.ts'`, [circle]: `import './plan.ts'`, [path]: source })
		assert.ok(
			reports.some((report) => report.includes(rule) && report.includes(path)),
			`"${source}" in ${path} is not reported as ${rule}:\n${reports.join('\n')}`,
		)
	}
})

test('nothing is reported of lawful modules', () => {
	assert.deepEqual(reportsOn(lawful), [])
})

test('capabilities in a circle are reported although their modules are not', () => {
	const reports = reportsOn({
		'src/individual/plan/index.ts': `export { a } from './a.ts'`,
		'src/individual/plan/a.ts': 'export const a = 1',
		'src/individual/plan/b.ts': `export { c } from '../now/index.ts'`,
		'src/individual/now/index.ts': 'export const c = 1',
		'src/individual/now/d.ts': `export { a } from '../plan/index.ts'`,
	})
	assert.deepEqual(reports, [
		'capabilities reach each other in a circle: individual/now → individual/plan → individual/now',
		'capabilities reach each other in a circle: individual/plan → individual/now → individual/plan',
	])
})

test('a checker that saw fewer modules than there are is found out', () => {
	const all = modulesOnDisk(root)
	assert.ok(all.includes('tools/check/imports.test.ts'))
	assert.deepEqual(unseen(root, all), [])
	assert.match(unseen(root, all.slice(1))[0] ?? '', /1 modules were not seen, among them /)
})
