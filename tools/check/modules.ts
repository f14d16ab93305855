import { globSync } from 'node:fs'

/** The folders that hold our TypeScript; tsconfig.json names the same. */
const folders = ['src', 'demo', 'test', 'tools', 'bench']

/**
 * Every module of ours, found by walking the folders and by nothing else. A check compares what it has seen with this
 * list, for a checker that reads nothing also finds nothing.
 *
 * @param root an absolute path
 * @returns paths from the root, with `/`, sorted
 */
export function modulesOnDisk(root: string): string[] {
	return globSync(
		folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
		{ cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] },
	)
		.map((path) => path.replaceAll('\\', '/'))
		.sort()
}

/** A test, or what only tests import (`.test-tools.ts`, `.test-child.ts`). */
export const isTest = (path: string): boolean => /\.test(?:-\w+)?\.tsx?$/.test(path)

/** One sentence about the modules that a checker did not see; none when it saw them all. */
export function unseen(root: string, seen: Iterable<string>): string[] {
	const known = new Set(seen)
	const missed = modulesOnDisk(root).filter((path) => !known.has(path))
	if (missed.length === 0) return []
	return [`${missed.length} modules were not seen, among them ${missed.slice(0, 5).join(', ')}`]
}
