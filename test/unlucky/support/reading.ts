import assert from 'node:assert/strict'
import { type Html, parse } from '../../../src/ui/html.test-tools.ts'
import type { Answer } from '../../support/place.ts'

/** What a reader finds on a page, with every entity read. */
export type Read = {
	/** Each text that stands as somebody's own words or name. */
	own: string[]
	/** The last value of each field, hidden ones included. */
	fields: Record<string, string>
	/** The sentences of the error summary. */
	errors: string[]
	heading: string
	text: string
}

/** Reads a page. Throws when what somebody wrote has broken its markup. */
export function read(html: string): Read {
	const found: Read = { own: [], fields: {}, errors: [], heading: '', text: '' }
	for (const node of parse(html)) visit(node, found)
	for (const node of parse(html)) found.text += textOf(node)
	return found
}

function visit(node: Html | string, found: Read): void {
	if (typeof node === 'string') return
	const { name, attributes, children } = node
	const field = attributes.get('name')
	if (name === 'bdi' || (name === 'span' && attributes.has('data-own-words'))) found.own.push(textOf(node))
	if (name === 'h1') found.heading = textOf(node)
	// The parser of a browser drops one line break right after the tag.
	if (name === 'textarea' && field) found.fields[field] = textOf(node).replace(/^\n/, '')
	if (name === 'input' && field && attributes.get('type') !== 'radio')
		found.fields[field] = attributes.get('value') ?? ''
	if (attributes.get('class')?.includes('error-summary__list')) found.errors.push(...children.map(textOf))
	for (const child of children) visit(child, found)
}

const textOf = (node: Html | string): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''))

/** How often these very words stand on a page as somebody's own. */
export const times = (html: string, words: string): number => read(html).own.filter((one) => one === words).length

/** An answer that is a plain page of ours: a heading, no trace of the machine, every header. */
export function assertPlainPage({ status, html, raw }: Answer, statuses: readonly number[], what: string): void {
	assert(statuses.includes(status), `${what}: ${status} instead of ${statuses.join(' or ')}`)
	assert.match(String(raw.headers['content-type']), /^text\/html; charset=utf-8$/, `${what}: a page`)
	assert.match(String(raw.headers['content-security-policy']), /default-src 'none'/, `${what}: with its headers`)
	assert(read(html).heading.length > 0, `${what}: with a heading`)
	assert.doesNotMatch(html, /FST_ERR|node_modules|"statusCode"| at \S+ \(|\.tsx?:\d/, `${what}: nothing of the machine`)
}
