/**
 * Holds Alongside against the performance bars of architecture.md: `npm run bench`. Prints a table and writes JSON.
 *
 *   --only pages,rendering,sizes,policies,start,costs,record,packages,coming,long,now   some parts only
 *   --large      policies with 1,000,000 people too (many minutes, several GB)
 *   --seconds 8  how long each round of load takes
 *   --out FILE   where the JSON goes (bench/results.json)
 *   --document   puts the figures into docs/benchmarks.md
 *   --strict     exit code 1 when a figure falls short; otherwise that is only said
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { comingInFigures } from './coming-in.ts'
import { costFigures } from './costs.ts'
import { type BenchDatabase, openBenchDatabase } from './database.ts'
import { asMarkdown, asTable, type Figure, verdictOn } from './figures.ts'
import { longPlanFigures } from './long-plans.ts'
import { longStoryFigures } from './long-stories.ts'
import { nowPageFigures } from './now-page.ts'
import { pageFigures } from './pages.ts'
import { policyFigures } from './policies.ts'
import { root } from './processes.ts'
import { recordFigures } from './record.ts'
import { renderingFigures } from './rendering.tsx'
import { seedPeople } from './seed.ts'
import { sizeFigures } from './sizes.ts'
import { startFigures } from './start.ts'

const { values: options } = parseArgs({
	options: {
		only: { type: 'string' },
		large: { type: 'boolean', default: false },
		seconds: { type: 'string', default: '8' },
		out: { type: 'string', default: join(root, 'bench/results.json') },
		document: { type: 'boolean', default: false },
		strict: { type: 'boolean', default: false },
	},
})

/** How many people the pages are loaded with: more than connections, so that no person's record is waited for. */
const people = 200

/** Enough that no table of the record is small. */
const peopleWithRecords = 5_000

/** The parts, in the order in which they run. Those with a number of people grow the same database. */
const parts: Record<string, () => Promise<Figure[]>> = {
	packages: async () => [packageFigure()],
	sizes: sizeFigures,
	start: startFigures,
	rendering: () => withPeople(people, renderingFigures),
	costs: () => withPeople(people, costFigures),
	coming: () => withPeople(people, comingInFigures),
	pages: () => withPeople(people, (database) => pageFigures(database, people, Number(options.seconds))),
	long: () =>
		withPeople(people, async (database) => [
			...(await longPlanFigures(database)),
			...(await longStoryFigures(database)),
		]),
	now: () => withPeople(people, nowPageFigures),
	record: () => withPeople(peopleWithRecords, recordFigures),
	policies: async () => {
		const sizes = [1_000, 100_000, ...(options.large ? [1_000_000] : [])]
		const figures: Figure[] = []
		for (const size of sizes) figures.push(...(await withPeople(size, (database) => policyFigures(database, size))))
		return figures
	},
}

let opened: { database: BenchDatabase; people: number } | undefined

async function withPeople(wanted: number, measure: (database: BenchDatabase) => Promise<Figure[]>): Promise<Figure[]> {
	opened ??= { database: await openBenchDatabase(), people: 0 }
	if (opened.people < wanted) await seedPeople(opened.database.admin, opened.people + 1, wanted)
	opened.people = Math.max(opened.people, wanted)
	return measure(opened.database)
}

function packageFigure(): Figure {
	const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
	const count = Object.keys({ ...dependencies, ...optionalDependencies }).length
	return { name: 'direct production packages', measured: count, unit: 'packages', bar: { atMost: 32 } }
}

const wanted = options.only?.split(',') ?? Object.keys(parts)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0)
	throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)

const loadBefore = loadavg()[0] ?? 0
const figures: Figure[] = []
try {
	for (const [name, measure] of Object.entries(parts)) {
		if (!wanted.includes(name)) continue
		console.log(`\n${name}`)
		const found = await measure()
		console.log(asTable(found))
		figures.push(...found)
	}
} finally {
	await opened?.database.close()
}

const short = figures.filter((figure) => verdictOn(figure) === 'short')
const machine = {
	node: process.version,
	postgresql: opened?.database.version,
	processors: availableParallelism(),
	// More than nothing before the start means that others were at work, and that rates are too low.
	loadBefore,
	loadAfter: loadavg()[0] ?? 0,
}
const results = {
	at: new Date().toISOString(),
	machine,
	figures: figures.map((each) => ({ ...each, verdict: verdictOn(each) })),
}
writeFileSync(options.out, `${JSON.stringify(results, null, '\t')}\n`)
if (options.document) writeDocument()
console.log(
	`\n${short.length === 0 ? 'Every bar is met.' : `Short of ${short.length}: ${short.map((each) => each.name).join('; ')}.`}`,
)
console.log(
	`Load of the machine before: ${loadBefore.toFixed(1)} on ${machine.processors} processors. Written to ${options.out}.`,
)
/** Replaces what stands after the heading "Figures". */
function writeDocument(): void {
	const path = join(root, 'docs/benchmarks.md')
	const [before = ''] = readFileSync(path, 'utf8').split('\n## Figures\n')
	const { node, postgresql, processors, loadBefore: busy } = machine
	const where = `Node ${node}, PostgreSQL ${postgresql ?? 'not used'}, ${processors} processors, load ${busy.toFixed(1)} before the start, ${results.at.slice(0, 10)}.`
	writeFileSync(path, `${before}\n## Figures\n\n${where}\n\n${asMarkdown(figures)}\n`)
}

if (options.strict && short.length > 0) process.exitCode = 1
