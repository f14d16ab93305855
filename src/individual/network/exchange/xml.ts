import { SaxesParser } from 'saxes'
import { CannotRead, whole } from './cannot-read.ts'

/** An element with its attributes by their names, and what stands in it. Namespaces are left aside: `nc:caseId` is `caseId`. */
export type Element = {
	readonly name: string
	readonly attributes: Readonly<Record<string, string>>
	readonly children: readonly Element[]
	/** The text directly in it, without space at its ends: some programs add a line there. */
	readonly text: string
}

type Building = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** Deeper than this nothing of ours lies. */
const deepest = 20
const mostAttributes = 100

/**
 * Reads XML as a tree. A document type is refused whole, so no entity is ever made bigger and no address is ever asked.
 *
 * @param each called with every element that ends and what it stands in so far, to refuse early
 * @throws CannotRead when it is not well-formed, or has a document type
 */
export function readXml(xml: string, each: (element: Element, within: Element | undefined) => void): Element {
	const parser = new SaxesParser({ xmlns: true, position: false })
	const open: Building[] = []
	let root: Element | undefined
	parser.on('error', (error) => {
		throw new CannotRead('broken', { cause: error })
	})
	parser.on('doctype', () => {
		throw new CannotRead('instructions')
	})
	let attributesHere = 0
	parser.on('opentagstart', () => {
		attributesHere = 0
	})
	parser.on('attribute', () => {
		attributesHere += 1
		if (attributesHere > mostAttributes) throw new CannotRead('tooMuch')
	})
	parser.on('opentag', ({ local, attributes }) => {
		if (open.length >= deepest) throw new CannotRead('tooMuch')
		const named = Object.values(attributes).map((one) => [one.local, whole(one.value)] as const)
		open.push({ name: local, attributes: Object.fromEntries(named), children: [], text: '' })
	})
	const addText = (text: string) => {
		const last = open.at(-1)
		if (last) last.text += whole(text)
	}
	parser.on('text', addText)
	parser.on('cdata', addText)
	parser.on('closetag', () => {
		const done = open.pop()
		if (!done) return
		const element = { ...done, text: done.text.trim() }
		const parent = open.at(-1)
		if (parent) parent.children.push(element)
		else root = element
		each(element, parent)
	})
	parser.write(xml).close()
	if (!root) throw new CannotRead('broken')
	return root
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in XML: what XML cannot hold at all is left out. */
export const escaped = (text: string): string =>
	text
		.toWellFormed()
		.replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n\r\u0080-\u009f]/u.test(sign) ? sign : ''))
		.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
		.replaceAll('\r', '&#13;')
