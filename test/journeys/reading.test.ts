import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { northgate, rivermouth } from '../../demo/cast.ts'
import { assertReads, readingGrade, runningText } from '../../tools/check/reading.ts'
import { openPlace } from '../support/place.ts'
import { type APage, everyPage } from './every-page.ts'
import { htmlOf } from './html-of.ts'

const place = await openPlace()
const pages = await everyPage(place)

/** Names that nobody chose for the page: whole, and as people are called. */
const names = [...rivermouth, ...northgate]
	.flatMap(({ name }) => [name, ...name.split(' ')])
	.concat('Rivermouth', 'Northgate', 'Samaritans', 'FRANK', 'WCAG', 'PostgreSQL', 'JavaScript')

const bars = {
	anyone: { grade: 6, smog: 10, sentence: 15 },
	person: { grade: 6, smog: 10, sentence: 15 },
	practitioner: { grade: 8, smog: Number.POSITIVE_INFINITY, sentence: 15 },
} as const

for (const [locale, words] of Object.entries({ en: 'the usual words', 'en-x-easy': 'the shorter words' })) {
	describe(`in ${words}`, () => {
		for (const voice of ['anyone', 'person', 'practitioner'] as const) {
			test(`every page reads easily for ${voice}`, async (t) => {
				const hard: string[] = []
				const grades: number[] = []
				for (const page of pages.filter((one) => one.voice === voice)) {
					const html = await htmlOf(place, page, { words: locale })
					grades.push(readingGrade(sentencesOnly(html), { names }).grade)
					hard.push(...whatIsHard(page, html, voice))
				}
				t.diagnostic(
					`${voice}, ${locale}: sentences of grade ${Math.min(...grades).toFixed(1)} to ${Math.max(...grades).toFixed(1)}, ${average(grades).toFixed(1)} on average, on ${grades.length} pages`,
				)
				assert.deepEqual(hard, [])
			})
		}
	})
}

test('no page says what we never say', async () => {
	const said: string[] = []
	for (const page of pages) {
		const found = runningText(await htmlOf(place, page)).match(neverSaid)
		if (found) said.push(`${page.name}: ${found[0]}`)
	}
	assert.deepEqual(said, [])
})

/** Words that look-and-words.md keeps out, and what a program says when nobody gave it words. */
const neverSaid =
	/\b(?:offenders?|cases?|clients?|compliance|interventions?|risks?|please|sorry|invalid|oops|undefined|null|expected)\b|\{\w+\}|\[object/i

/** Labels, links and buttons make a page look easier than its sentences are, so those are measured by themselves too. */
const sentencesOnly = (html: string): string =>
	runningText(html)
		.split('\n')
		.filter((line) => /[.?!:]$/.test(line))
		.join('\n')

function whatIsHard(page: APage, html: string, voice: keyof typeof bars): string[] {
	try {
		assertReads(html, bars[voice], { names })
		const { grade } = readingGrade(sentencesOnly(html), { names })
		return grade <= bars[voice].grade ? [] : [`${page.name}: its sentences are of grade ${grade.toFixed(1)}`]
	} catch (error) {
		assert.ok(error instanceof assert.AssertionError)
		return [`${page.name}: ${error.message.split('\n', 1)[0]}`]
	}
}

const average = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
