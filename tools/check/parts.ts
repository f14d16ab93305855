import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { systemCalls } from '../../src/platform/database/system.ts'
import { importProblems } from './imports.ts'
import { openMigrated, tablesInMigrations } from './migrated.ts'
import { modulesOnDisk, unseen } from './modules.ts'
import { sourceProblems } from './source.ts'
import { countTables, tableProblems } from './tables.ts'
import { wordsProblems } from './words.ts'

/** What a check looked at, in a few words, and what it found wrong. */
export type Outcome = { saw: string; problems: string[] }

/** Every check by its name, in the order in which they run. */
export const checks: Readonly<Record<string, (root: string) => Promise<Outcome>>> = {
	types,
	biome,
	imports,
	source,
	knip,
	schema,
	tables,
	words,
}

type Ran = { output: string; failed: boolean }

/** Runs a program of ours or of an installed package in the root, and waits for it. */
function run(root: string, program: string, ...args: string[]): Ran {
	const { stdout, stderr, status, error } = spawnSync(join(root, 'node_modules/.bin', program), args, {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: 1 << 28,
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
	})
	if (error) throw error
	return { output: `${stdout}${stderr}`, failed: status !== 0 }
}

async function types(root: string): Promise<Outcome> {
	const { output, failed } = run(root, 'tsc', '--noEmit', '--pretty', 'false', '--listFiles', '-p', '.')
	const lines = output.trim().split('\n')
	const listed = lines.filter((line) => /^[^(]*\.[cm]?tsx?$/.test(line))
	const errors = lines.filter((line) => !listed.includes(line))
	const missed = unseen(root, new Set(listed.map((path) => fromRoot(root, path))))
	return { saw: sawModules(root), problems: [...(failed ? errors : []), ...missed] }
}

const fromRoot = (root: string, path: string) => relative(root, path).replaceAll('\\', '/')
const sawModules = (root: string) => `${modulesOnDisk(root).length} modules`

async function biome(root: string): Promise<Outcome> {
	const { output, failed } = run(root, 'biome', 'check', '--error-on-warnings', '--diagnostic-level=warn', '.')
	// The list of files is only in the verbose output, which a run of one quick rule gives without the rest.
	const listing = run(root, 'biome', 'lint', '--verbose', '--only=suspicious/noDebugger', '.').output
	const processed = listing.split('Files processed:')[1]?.split('Files fixed:')[0] ?? ''
	const seen = [...processed.matchAll(/^\s*- (\S+)$/gm)].flatMap(([, path]) => path ?? [])
	const generated = 'src/platform/database/schema.ts'
	return {
		saw: `${seen.length} files`,
		problems: [...(failed ? [output.trim()] : []), ...unseen(root, [...seen, generated])],
	}
}

async function imports(root: string): Promise<Outcome> {
	const { seen, problems } = importProblems(root)
	return { saw: sawModules(root), problems: [...problems, ...unseen(root, seen)] }
}

async function source(root: string): Promise<Outcome> {
	const { seen, problems } = sourceProblems(root)
	return { saw: sawModules(root), problems: [...problems, ...unseen(root, seen)] }
}

async function knip(root: string): Promise<Outcome> {
	const { output, failed } = run(root, 'knip', '--no-progress', '--preprocessor', './tools/check/knip-counts.ts')
	const read = Number(/^knip read (\d+) of/m.exec(output)?.[1] ?? 0)
	const there = modulesOnDisk(root).length
	const few = read < there ? [`knip read ${read} files, and there are ${there} modules`] : []
	return { saw: `${read} files`, problems: [...(failed ? [output.trim()] : []), ...few] }
}

async function schema(root: string): Promise<Outcome> {
	const { output, failed } = run(root, 'node', '--import', './tools/tsx-hook.ts', 'tools/schema-types.ts', '--check')
	return { saw: failed ? 'the types of the tables' : output.trim(), problems: failed ? [output.trim()] : [] }
}

async function tables(): Promise<Outcome> {
	const { ask, close } = await openMigrated()
	const problems = await tableProblems(ask, Object.keys(systemCalls))
	const seen = await countTables(ask)
	await close()
	const there = tablesInMigrations()
	const few = seen === there ? [] : [`${seen} tables were seen, and the migrations make ${there}`]
	return { saw: `${seen} tables`, problems: [...problems, ...few] }
}

async function words(root: string): Promise<Outcome> {
	const { seen, problems } = await wordsProblems(root)
	const none = seen === 0 ? ['no sentence was seen'] : []
	return { saw: `${seen} sentences`, problems: [...problems, ...none] }
}
