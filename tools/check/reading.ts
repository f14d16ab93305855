/**
 * How hard a text is to read, measured. For English only.
 *
 * - Flesch-Kincaid grade, the school year of the United States that can read it: J. P. Kincaid and others, "Derivation of new
 *   readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975.
 *   0.39 × words / sentences + 11.8 × syllables / words − 15.59
 * - SMOG, the years of schooling for full understanding: G. H. McLaughlin, "SMOG grading: a new readability formula",
 *   Journal of Reading 12 (8), 1969. 3.1291 + 1.0430 × √(words of three syllables or more × 30 / sentences)
 *   It was made for thirty sentences; on a short page one long word weighs much.
 */
import assert from 'node:assert/strict'
import { type Html, parse } from '../../src/ui/html.test-tools.ts'
import { syllables } from './syllables.ts'

export type Reading = {
	/** Flesch-Kincaid, a school year; below zero for the very easiest. */
	grade: number
	/** SMOG, years of schooling. */
	smog: number
	/** Words in the longest sentence. */
	sentence: number
	/** That sentence. */
	longest: string
	sentences: number
	words: number
}

/** Names and words that nobody chose for the page: each counts as one short word. */
type Without = { names?: readonly string[] }

const word = /[\p{L}\p{N}]+(?:['’.,:/-][\p{L}\p{N}]+)*/gu
const wordsOf = (text: string): string[] => text.match(word) ?? []

/** Sentences end at a stop that white space or the end follows, and at the end of each line. */
function sentencesOf(text: string): string[] {
	const closed = text.replace(/([.!?…]["”’)]*)\s+/g, '$1\n')
	return closed.split('\n').filter((sentence) => wordsOf(sentence).length > 0)
}

/** Measures a text; a text without words has grade and SMOG 0. */
export function readingGrade(text: string, { names = [] }: Without = {}): Reading {
	let shown = text
	for (const name of names.toSorted((a, b) => b.length - a.length)) shown = shown.replaceAll(name, 'Ann')
	const sentences = sentencesOf(shown)
	const words = sentences.flatMap(wordsOf)
	const counts = words.map(syllables)
	const longest = sentences.reduce((most, next) => (wordsOf(next).length > wordsOf(most).length ? next : most), '')
	const some = words.length > 0
	const perSentence = words.length / sentences.length
	const perWord = counts.reduce((sum, count) => sum + count, 0) / words.length
	const long = counts.filter((count) => count >= 3).length
	return {
		grade: some ? 0.39 * perSentence + 11.8 * perWord - 15.59 : 0,
		smog: some ? 3.1291 + 1.043 * Math.sqrt((long * 30) / sentences.length) : 0,
		sentence: wordsOf(longest).length,
		longest,
		sentences: sentences.length,
		words: words.length,
	}
}

/** How many words the longest sentence of a text has. */
export const longestSentence = (text: string): number => readingGrade(text).sentence

const running = new Set(['p', 'li', 'dd', 'td', 'legend', 'label', 'button', 'summary', 'caption', 'figcaption'])
const blocks = new Set(
	'article aside blockquote body dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header html main nav ol section table tbody thead tr th ul'.split(
		' ',
	),
)
const unread = new Set(['head', 'script', 'style', 'template', 'textarea', 'select', 'svg', 'title', 'blockquote'])

/**
 * The running text of a page as its reader meets it, a line for each paragraph, list item, hint, legend, label or button.
 * People's own words (`data-own-words`, and what stands in a quotation or a text box) are theirs and left out; so are headings.
 *
 * @throws Error when the HTML is not well-formed
 */
export function runningText(html: string): string {
	const found = parse(html.replace(/^\s*<!doctype[^>]*>/i, '')).map((node) => textOf(node, false))
	return found
		.join('')
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n')
}

/** The text of a node, with a line's end on both sides of each block. */
function textOf(node: Html | string, isRunning: boolean): string {
	if (typeof node === 'string') return isRunning ? node.replace(/\s+/g, ' ') : ''
	if (isUnread(node)) return ''
	const isBlock = blocks.has(node.name) || running.has(node.name)
	const isRead = isBlock ? running.has(node.name) || isHint(node) : isRunning
	const text = node.children.map((child) => textOf(child, isRead)).join('')
	if (isBlock) return `\n${text}\n`
	return node.name === 'br' ? ' ' : text
}

const isUnread = ({ name, attributes }: Html) =>
	unread.has(name) || attributes.has('data-own-words') || attributes.has('hidden')
const isHint = ({ attributes }: Html) => /(?:^|\s)[\w-]*hint\b/.test(attributes.get('class') ?? '')

/**
 * Fails unless the running text of a page reads easily enough.
 *
 * @param most the highest Flesch-Kincaid grade and SMOG, and the most words in a sentence
 */
export function assertReads(
	html: string,
	most: { grade: number; smog: number; sentence: number },
	without: Without = {},
): void {
	const text = runningText(html)
	const found = readingGrade(text, without)
	assert.ok(found.words > 0, 'There is no running text on this page.')
	assert.ok(found.sentence <= most.sentence, `A sentence has ${found.sentence} words: "${found.longest}"`)
	assert.ok(found.grade <= most.grade, `The grade is ${found.grade.toFixed(1)}, at most ${most.grade}:\n${text}`)
	assert.ok(found.smog <= most.smog, `SMOG is ${found.smog.toFixed(1)}, at most ${most.smog}:\n${text}`)
}
