/** What the documents say of themselves. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('each item of the standard stands once, in one of the states, and the table on top counts them rightly', () => {
	const text = read('docs/asvs.md')
	const rows = [...text.matchAll(/^\| (\d+\.\d+\.\d+)(?: \(L3\))? \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)]
	assert.equal(new Set(rows.map(([, item]) => item)).size, rows.length, 'each once')
	assert.equal(rows.length, text.match(/^\| \d+\.\d+\.\d+/gm)?.length, 'each has four cells')
	const counts = [...text.matchAll(/^\| (held|otherwise|does not arise) \| [^|]+ \| (\d+) \|$/gm)]
	assert.equal(counts.length, 3)
	for (const [, state, count] of counts) {
		assert.equal(rows.filter(([, , its]) => its === state).length, Number(count), state)
	}
	assert(text.includes(`| **all** | **${rows.length}** |`))
	assert.equal(
		counts.reduce((sum, [, , count]) => sum + Number(count), 0),
		rows.length,
		'no item is in any other state',
	)
})

for (const path of ['docs/asvs.md', 'docs/threats.md', 'docs/limits.md', 'docs/cryptography.md']) {
	test(`${path}: each file and each document that it names is there`, () => {
		const text = read(path)
		const files = [...text.matchAll(/`((?:src|test|tools|demo|migrations|docs|bench)\/[\w./-]+)`/g)]
		const links = [...text.matchAll(/\]\(([\w./-]+\.md)(?:#[\w-]+)?\)/g)]
		assert(files.length + links.length > 0)
		for (const [, file = ''] of files) assert(existsSync(join(root, file)), file)
		for (const [, link = ''] of links) assert(existsSync(join(root, 'docs', link)), link)
	})
}
