import type { ChainedFile } from '../../platform/chained-file.ts'
import type { System } from '../../platform/doors.ts'
import type { Anchor } from './anchors.ts'
import { allEntries, allHeads, hashOf } from './chain.ts'

/** What was held against what, and whatever did not fit: of each chain the first row only, for after it nothing can. */
export type Verdict = { entries: number; people: number; anchors: number; problems: string[] }

/** No more than these are named; a database that is broken throughout is known to be by then. */
const mostProblems = 100

/** Anchors that are looked up at once. */
const atOnce = 500

/**
 * Proves every chain of the record of access: each entry against the one before it, each end against its head, and the
 * heads that were anchored outside the database against the chains. Nothing is kept in memory but what is being looked at.
 */
export async function verifyRecord(system: System, anchors: ChainedFile): Promise<Verdict> {
	const verdict: Verdict = { entries: 0, people: 0, anchors: 0, problems: [] }
	await verifyChains(system, verdict)
	await verifyHeads(system, verdict)
	await verifyAnchors(system, anchors, verdict)
	return verdict
}

function tell({ problems }: Verdict, problem: string): void {
	if (problems.length < mostProblems) problems.push(problem)
	else if (problems.length === mostProblems) problems.push('There is more that does not fit.')
}

const nameOf = (area: string, person: string, number: number): string =>
	`entry ${number} of person ${person} in area ${area}`

async function verifyChains(system: System, verdict: Verdict): Promise<void> {
	let [person, number, hash, broken] = ['', 0, '', false]
	for await (const entry of allEntries(system)) {
		verdict.entries++
		const whose = `${entry.area_id} ${entry.person_id}`
		if (whose !== person) {
			verdict.people++
			;[person, number, hash, broken] = [whose, 0, '', false]
		}
		const here = nameOf(entry.area_id, entry.person_id, entry.number)
		if (!broken && entry.number !== number + 1) {
			broken = true
			tell(
				verdict,
				`Missing: ${nameOf(entry.area_id, entry.person_id, number + 1)}. The next one there is ${entry.number}.`,
			)
		} else if (!broken && entry.hash !== hashOf(hash, entry)) {
			broken = true
			tell(verdict, `Does not fit: ${here}. It was changed, or an entry before it was.`)
		}
		if (!entry.has_head) tell(verdict, `No head: the chain that begins with ${here} has no end written down.`)
		number = entry.number
		hash = entry.hash
	}
}

async function verifyHeads(system: System, verdict: Verdict): Promise<void> {
	for await (const { area_id, person_id, number, hash, entry_hash, goes_on } of allHeads(system, null)) {
		const here = nameOf(area_id, person_id, number)
		if (entry_hash === null) tell(verdict, `Cut off: ${here} is the end that its head names, and is not there.`)
		else if (entry_hash !== hash) tell(verdict, `Another end: ${here} is not the one that its head names.`)
		else if (goes_on) tell(verdict, `Beyond the end: after ${here} there are entries that no head names.`)
	}
}

async function verifyAnchors(system: System, file: ChainedFile, verdict: Verdict): Promise<void> {
	let some: Anchor[] = []
	for await (const { place, line, fits } of file.lines()) {
		if (!fits) {
			const why = 'one of the two was changed or taken out'
			tell(verdict, `Line ${place} of the anchors does not fit the line before it: ${why}.`)
		}
		some.push(line as Anchor)
		if (some.length === atOnce) {
			await compare(system, some, verdict)
			some = []
		}
	}
	if (some.length > 0) await compare(system, some, verdict)
}

async function compare(system: System, anchors: readonly Anchor[], verdict: Verdict): Promise<void> {
	const keys = anchors.map(({ area, person, number }) => ({ area, person, number }))
	const found = await system('system_record_hashes', JSON.stringify(keys))
	for (const [at, { time, area, person, number, hash }] of anchors.entries()) {
		verdict.anchors++
		const there = found[at]?.hash ?? null
		if (there === hash) continue
		const here = `${nameOf(area, person, number)}, anchored on ${time},`
		tell(verdict, there ? `Another chain: ${here} is not the one that was anchored.` : `Cut off: ${here} is not there.`)
	}
}
