import { Fragment, h, type VNode } from 'preact'

/** A parsed element, or a text as it would be read. */
export type Html = { name: string; attributes: ReadonlyMap<string, string>; children: readonly (Html | string)[] }

const voidElements = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'code', 'em', 'i', 'span', 'strong', 'time'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', copy: '©' }
const token =
	/<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>|[^<]+|</gi
const attribute = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g

/**
 * Reads well-formed HTML, enough of it to compare what two templates write.
 *
 * @throws Error when an element is closed that is not open, or left open
 */
export function parse(html: string): (Html | string)[] {
	const root: Open = { name: '', attributes: new Map(), children: [] }
	const open = [root]
	for (const [whole, closing, tag, attributes] of html.matchAll(token)) {
		const name = tag?.toLowerCase()
		const parent = open.at(-1) ?? root
		if (closing) close(open, name)
		else if (name) {
			const element = { name, attributes: attributesOf(attributes ?? ''), children: [] }
			parent.children.push(element)
			if (!voidElements.has(name) && !whole.endsWith('/>')) open.push(element)
		} else if (!whole.startsWith('<!--')) parent.children.push(decoded(whole))
	}
	if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is left open`)
	return root.children
}

type Open = { name: string; attributes: Map<string, string>; children: (Html | string)[] }

function close(open: Open[], name: string | undefined): void {
	const last = open.pop()
	if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`)
}

function attributesOf(text: string): Map<string, string> {
	return new Map(
		Array.from(text.matchAll(attribute), ([, name = '', double, single, bare]) => [
			name,
			decoded(double ?? single ?? bare ?? ''),
		]),
	)
}

function decoded(text: string): string {
	return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
		if (decimal) return String.fromCodePoint(Number(decimal))
		if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
		return entities[name] ?? whole
	})
}

/** Writes what was parsed line by line: attributes in order, white space as a reader meets it. */
export function written(nodes: readonly (Html | string)[], indent = ''): string {
	return nodes
		.map((node, index) => {
			if (typeof node === 'string') return textLine(nodes, index, indent)
			const attributes = [...node.attributes].sort(([a], [b]) => (a < b ? -1 : 1))
			const inside =
				node.name === 'textarea' ? `${JSON.stringify(node.children)}\n` : written(node.children, `${indent}  `)
			return `${indent}<${[node.name, ...attributes.map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(' ')}>\n${inside}`
		})
		.join('')
}

/** White space counts only between words and beside elements that stand in a line. */
function textLine(nodes: readonly (Html | string)[], index: number, indent: string): string {
	const beside = (node: Html | string | undefined) =>
		node !== undefined && typeof node !== 'string' && inline.has(node.name)
	let text = String(nodes[index]).replace(/[ \t\r\n]+/g, ' ')
	if (!beside(nodes[index - 1])) text = text.trimStart()
	if (!beside(nodes[index + 1])) text = text.trimEnd()
	return text === '' ? '' : `${indent}${JSON.stringify(text)}\n`
}

/** HTML that a fixture gives as content, as something that a component takes. */
export function asChildren(html: string): VNode {
	const node = (part: Html | string): VNode | string =>
		typeof part === 'string' ? part : h(part.name, Object.fromEntries(part.attributes), ...part.children.map(node))
	return h(Fragment, null, ...parse(html).map(node))
}

/** Every element of what was parsed, in the order of the document. */
export function* elements(nodes: readonly (Html | string)[]): Generator<Html> {
	for (const node of nodes) {
		if (typeof node === 'string') continue
		yield node
		yield* elements(node.children)
	}
}
