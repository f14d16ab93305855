/** What whoever runs the service does from outside: makes an area, and signs people out. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openPlace } from '../support/place.ts'
import { run } from './support/commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'alongside-sign-out-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const environment = { ALONGSIDE_DATA: join(folder, 'data') }
const { system, as, underneath } = await openPlace()

test('whoever runs the service signs out one, or everybody, and each reads that on their own page', async () => {
	const [ann, joseph] = [await as('person'), await as('other-person')]
	const isIn = async (browser: typeof ann) => (await browser.get('/')).html.includes('Sign out')
	assert.deepEqual(await system('system_sign_out', 'robin-lamp-482'), [{ sessions: 1 }])
	assert.deepEqual([await isIn(ann), await isIn(joseph)], [false, true])
	assert.deepEqual(await system('system_sign_out', 'nobody-has-this'), [{ sessions: 0 }])
	const told = 'Those who run Alongside signed you out everywhere.'
	assert((await (await as('person')).get('/account')).html.includes(told))
	assert(!(await joseph.get('/account')).html.includes(told))
	const [all] = await underneath<{ sessions: number }>('select count(*)::int as sessions from session')
	assert.deepEqual(await system('system_sign_out', null), [all])
	assert.equal(await isIn(joseph), false)
	assert((await (await as('other-person')).get('/account')).html.includes(told))
})

test('an area is made with the card of its first lead, and the commands say in one sentence what they need', async () => {
	const nothing = await run('src/sign-out.ts', ['--everybody'], environment)
	assert.deepEqual(
		[nothing.ended, /^There is no database in \S+\. [^\n]+\n$/.test(nothing.said)],
		[1, true],
		nothing.said,
	)
	const file = join(folder, 'passed-on.txt')
	writeFileSync(file, 'Danger to life.\n')
	const made = await run(
		'src/create-area.ts',
		['--name', 'Testham', '--lead', 'Ruth Adeyemi', '--passed-on', file],
		environment,
	)
	assert.equal(made.ended, 0, made.said)
	assert.match(made.said, /Testham is made\. Ruth Adeyemi comes in at \S+\/card with the code\s+[0-9A-Z-]{14}\s/)
	for (const wrong of [[], ['--name'], ['--name', 'a', '--everybody'], ['--other']]) {
		const { ended, said } = await run('src/sign-out.ts', wrong, environment)
		assert.deepEqual([ended, said], [1, 'Use: npm run sign-out -- --name SIGN-IN-NAME, or --everybody\n'])
	}
	const everybody = await run('src/sign-out.ts', ['--everybody'], environment)
	assert.deepEqual([everybody.ended, everybody.said], [0, 'Ended 0 sessions.\n'])
})
