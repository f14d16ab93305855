import { createHash } from 'node:crypto'

/** The same id for the same name each time, shaped as a UUIDv7 of the first moment of 2025, so that real ids sort after. */
export function idOf(name: string): string {
	const hex = createHash('sha256').update(name).digest('hex')
	return `01941f29-7c00-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}
