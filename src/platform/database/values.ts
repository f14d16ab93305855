import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'

/** A new key: UUIDv7, made here because the schema also runs where the database cannot make one. */
export const newId = (): string => v7()

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether this is a UUID in the one spelling we write, so that each thing has one address. */
export const isId = (text: string): boolean => uuid.test(text)

/** The one way a value enters a jsonb column: stringified here, so that an array never becomes a PostgreSQL array. */
export const jsonb = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`

/**
 * How both databases hand over the types on which they differ: int8 as a number, a date as `YYYY-MM-DD` text.
 * Keys are PostgreSQL's type oids.
 */
export const parsers = {
	20: (text: string): number => Number(text),
	1082: (text: string): string => text,
}
