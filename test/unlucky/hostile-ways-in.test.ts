/** The hardest words in every field of coming in, inviting, setting up an area, and choosing what to show: never a mistake of ours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idOf } from '../../demo/demonstration.ts'
import { asksFor, codeOf, sister } from '../../src/individual/family/family.test-tools.ts'
import { type Browser, openPlace } from '../support/place.ts'
import { refused, shown } from './support/corpus.ts'

const place = await openPlace()
const words = [...shown, ...refused]

/** A form: who fills it in, the page that gives its token, its fields, and which of them holds hard words in turn. */
type AForm = { as?: Parameters<typeof place.as>[0]; from: string; to: string; fields: Record<string, string> }

const ann = idOf('ann')
const code = await codeOf(place, await asksFor(await place.as('robin'), 'robin', sister))
const forms: AForm[] = [
	{ from: '/sign-in', to: '/sign-in', fields: { name: 'owl-oak-111', secret: 'four blue herons', shared: 'yes' } },
	{ from: '/card', to: '/card', fields: { code: '7KQD-92MF-3XTA' } },
	{
		from: '/card',
		to: '/card/choose',
		fields: { code: '7KQD-92MF-3XTA', secret: 'four herons', again: 'four herons' },
	},
	{ as: 'person', from: '/account', to: '/account/sure', fields: { to: '/account', secret: 'four herons' } },
	{ as: 'practitioner', from: '/invite', to: '/invite', fields: { name: 'Somebody', once: '' } },
	{ as: 'lead', from: '/area/staff/add', to: '/area/staff/add', fields: { name: 'Somebody', kind: 'lead', once: '' } },
	{ as: 'lead', from: '/area/passed-on', to: '/area/passed-on', fields: { words: 'Danger to life.', once: '' } },
	{
		as: 'person',
		from: '/take-with-you',
		to: '/take-with-you/show',
		fields: { things: idOf('ann/flat'), name: 'Ann' },
	},
	{ from: '/invited', to: '/invited', fields: { code: '7KQD-92MF-3XTA' } },
	{ from: '/invited', to: '/invited/answer', fields: { code, answer: 'not-now' } },
	{
		from: '/invited',
		to: '/invited/join',
		fields: { code, name: 'Bea', secret: 'four herons', again: 'four heron', shared: 'yes' },
	},
	{ as: 'pat', from: '/', to: '/invited/accept', fields: { code: '7KQD-92MF-3XTA' } },
	{
		as: 'person',
		from: '/',
		to: `/people/${ann}/supporters/invite`,
		fields: { called: 'Bea', tie: 'my sister', signed: 'Ann', way: 'email', email: 'bea@post.example' },
	},
	{
		as: 'practitioner',
		from: '/',
		to: `/people/${ann}/supporters/${idOf('ann/invites/Mo')}/check`,
		fields: { found: 'nothing' },
	},
	{
		as: 'person',
		from: '/',
		to: `/people/${ann}/openings/open`,
		fields: { what: 'plan', to: 'x', purpose: 'For', until: 'one' },
	},
]

for (const { as, from, to, fields } of forms) {
	for (const field of Object.keys(fields)) {
		test(`POST ${to}, ${field}: taken or refused in a sentence, and nothing in it becomes a tag`, async () => {
			let browser: Browser = as ? await place.as(as) : place.anonymous()
			for (const { called, text } of words) {
				await place.underneath('delete from gate.tries')
				if (!browser.cookies.has('__Host-session') && as) browser = await place.as(as)
				await browser.get(from)
				const answer = await browser.post(to, { ...fields, [field]: text })
				assert.notEqual(answer.status, 403, called)
				assert(answer.status < 500, `${called}: answered ${answer.status}`)
				assert.doesNotMatch(answer.html, /<script>alert|<img src=x|<svg onload/, called)
				assert(!answer.location?.includes('elsewhere'), called)
			}
		})
	}
}
