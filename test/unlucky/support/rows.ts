import type { Underneath } from '../../support/place.ts'

const tables = [
	'outcome',
	'wording',
	'agreement',
	'difference',
	'turn',
	'contribution',
	'contribution_request',
	'access_entry',
	'draft',
	'session',
]

/** How many rows each table of somebody's words holds, the drafts and the record included. */
export async function rowCounts(underneath: Underneath): Promise<Record<string, number>> {
	const counts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`)
	const [row] = await underneath<Record<string, number>>(`select ${counts.join(', ')}`)
	return { ...row }
}
