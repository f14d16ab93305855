import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { migrate, rolesSql } from '../../src/platform/database/migrate.ts'
import type { Ask } from './tables.ts'

/** A freshly migrated database in memory, asked as its superuser. */
export type Migrated = { ask: Ask; run(sql: string): Promise<unknown>; close(): Promise<void> }

export async function openMigrated(): Promise<Migrated> {
	const pglite = await PGlite.create()
	await pglite.exec(rolesSql())
	const ask: Ask = async <Row>(sql: string) => (await pglite.query<Row>(sql)).rows
	const run = (sql: string) => pglite.exec(sql)
	await migrate({ run, value: async (sql) => (await ask<{ value: unknown }>(sql))[0]?.value })
	return { ask, run, close: () => pglite.close() }
}

/** How many tables the migrations make, counted in their text: whoever reads the catalogue must have seen as many. */
export function tablesInMigrations(): number {
	const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))
	const text = globSync(`${folder}*.sql`)
		.map((path) => readFileSync(path, 'utf8'))
		.join('\n')
	const count = (statement: RegExp) => text.match(statement)?.length ?? 0
	return count(/^create table \w+ \(/gm) - count(/^drop table \w+;/gm)
}
