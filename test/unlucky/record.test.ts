import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { routes } from '../../src/routes.ts'
import { ann } from './support/plan.ts'
import { ask, mortalPostgres } from './support/postgres.ts'
import { type Environment, freshFolder, start, visit } from './support/program.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const postgres = await mortalPostgres()
const { server, admin } = await postgres.newDatabase('record')

/** Runs the tool as `npm run verify-record` and `npm run anchor-record` do. */
function run(act: 'verify' | 'anchor', environment: Environment): { code: number | null; out: string; err: string } {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', './tools/tsx-hook.ts', 'tools/record.ts', act],
		{
			cwd: root,
			env: { PATH: process.env.PATH ?? '', ...environment },
			encoding: 'utf8',
		},
	)
	return { code: status, out: stdout, err: stderr }
}

const databases: [name: string, Environment][] = [
	['the embedded database', { ALONGSIDE_DATA: freshFolder() }],
	['PostgreSQL', { DATABASE_URL: server, ALONGSIDE_DEMO: 'on', ALONGSIDE_DATA: freshFolder() }],
]

for (const [name, environment] of databases) {
	describe(`the record on ${name}`, () => {
		const anchors = join(environment.ALONGSIDE_DATA ?? '', 'anchors')
		const file = join(anchors, 'record-heads')

		test('is anchored as the program stops, and proved from outside', async () => {
			const program = await start({ ...environment, ALONGSIDE_ANCHORS: '' })
			const practitioner = await visit(program.port, 'practitioner')
			await practitioner.get(routes.plan.show.href({ person: ann }))
			if (!environment.DATABASE_URL) {
				const refused = run('verify', environment)
				assert.equal(refused.code, 2)
				assert.match(refused.err, new RegExp(`^.*${program.child.pid}.*\n$`), 'one sentence names who has the folder')
			}
			assert.equal(await program.end('SIGTERM'), 0)
			assert.ok(readFileSync(file, 'utf8').includes(ann))
			const proved = run('verify', environment)
			assert.deepEqual([proved.code, proved.err], [0, ''])
			assert.match(proved.out, /^Held \d{3,} entries of \d+ people .* against \d+ anchors .*\nAll of it fits\.\n$/)
			assert.match(run('anchor', environment).out, /^No head has moved/)
		})

		test('does not fit once an anchor names another end, and says so with its code', () => {
			const whole = readFileSync(file, 'utf8')
			writeFileSync(file, whole.replace(/"hash":"./, '"hash":"-'))
			const found = run('verify', environment)
			assert.equal(found.code, 1)
			assert.match(found.err, /Line 1 of the anchors does not fit.*\nAnother chain: entry/)
			writeFileSync(file, whole)
		})

		test('is not called proved without anchors', () => {
			const nowhere = { ...environment, ALONGSIDE_ANCHORS: freshFolder() }
			const found = run('verify', nowhere)
			assert.equal(found.code, 1)
			assert.match(found.out, /Without anchors nobody can tell/)
			assert.match(run('anchor', nowhere).out, /^Anchored \d+ heads/)
			assert.equal(run('verify', nowhere).code, 0)
		})
	})
}

test('PostgreSQL: an entry that was changed underneath is named', async () => {
	await ask(admin, `update access_entry set what = 'turn' where person_id = $1 and number = 2`, [ann])
	const found = run('verify', databases[1]?.[1] ?? {})
	assert.equal(found.code, 1)
	assert.match(found.err, new RegExp(`^Does not fit: entry 2 of person ${ann} `))
})

test('a folder without a database is not made into one by looking for it', () => {
	const found = run('verify', { ALONGSIDE_DATA: join(freshFolder(), 'nothing') })
	assert.equal(found.code, 2)
	assert.match(found.err, /^There is no database in /)
})
