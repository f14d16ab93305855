import assert from 'node:assert/strict'
import { v7 } from 'uuid'
import { idOf } from '../../../demo/ids.ts'
import type { Answer, Browser, Place } from '../../../test/support/place.ts'

/** The address of one outcome of somebody's plan. */
export const outcomeOf = (person: string, name: string): string =>
	`/people/${idOf(person)}/plan/outcomes/${idOf(`${person}/${name}`)}`
export const planOf = (person: string): string => `/people/${idOf(person)}/plan`
export const openingsOf = (person: string): string => `/people/${idOf(person)}/openings`

/** Answers, one question after the other as the pages ask them; what comes last is the page to check. */
export async function answerAll(browser: Browser, person: string, answers: Record<string, string>): Promise<Answer> {
	const open = `${openingsOf(person)}/open`
	for (const [question, fields] of [
		['what', { what: answers.what ?? 'plan' }],
		['to', { to: answers.to ?? idOf('linda') }],
		['purpose', { purpose: answers.purpose ?? 'So that you know' }],
		['until', { until: answers.until ?? 'three', day: answers.day ?? '' }],
	] as const) {
		const answer = await browser.post(open, { question, ...fields })
		assert.equal(answer.status, 303, question)
	}
	if ((await browser.get(`${open}?question=names`)).html.includes('name="show-')) {
		const ticks = Object.entries(answers).filter(([name]) => name.startsWith('show-'))
		await browser.post(open, { question: 'names', ...Object.fromEntries(ticks) })
	}
	return browser.get(open)
}

/** What the last page of the questions sends with its yes. */
export function yesOf({ html }: Answer): Record<string, string> {
	const form = html.slice(html.lastIndexOf('<form method="post" action="/people/'), html.lastIndexOf('value="yes"'))
	const fields = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
		name,
		value,
	])
	return { ...Object.fromEntries(fields), step: 'yes' }
}

/** Opens something from the first question to the yes. */
export async function openAll(browser: Browser, person: string, answers: Record<string, string>): Promise<void> {
	const check = await answerAll(browser, person, answers)
	const answer = await browser.post(`${openingsOf(person)}/open`, yesOf(check))
	assert.equal(answer.location, `${openingsOf(person)}?done=opened`)
}

/** Makes an account of an area that can come in at /demo, past every policy, and a supporter of this person. */
export async function plantSupporter(
	{ underneath }: Place,
	key: string,
	name: string,
	person: string,
): Promise<string> {
	const id = v7()
	const area = idOf('Rivermouth')
	await underneath('insert into account (area_id, id, name) values ($1, $2, $3)', [area, id, name])
	await underneath(`insert into standing (area_id, id, account_id, kind) values ($1, $2, $3, 'supporter')`, [
		area,
		v7(),
		id,
	])
	await underneath(
		`insert into demonstration_account (area_id, account_id, key, line, position) values ($1, $2, $3, '', 99)`,
		[area, id, key],
	)
	await underneath('insert into supporting (area_id, id, person_id, supporter_id) values ($1, $2, $3, $4)', [
		...[area, v7(), idOf(person), id],
	])
	return id
}

/** Comes in with a key that is not among the people of the demonstration. */
export async function comeInAs(place: Place, key: string): Promise<Browser> {
	const browser = place.anonymous()
	assert.equal((await browser.post('/demo/sign-in', { account: key })).status, 303)
	return browser
}
