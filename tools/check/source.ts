/**
 * What no module of ours may contain, and Biome cannot say: a script with a body, and SQL put together from pieces. Biome
 * itself refuses `style=` (noInlineStyles) and `dangerouslySetInnerHTML`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'
import { isTest, modulesOnDisk } from './modules.ts'

/** SQL is put together only where a database is opened, set up and tested: there no text comes from a reader. */
const mayBuildSql = (path: string) =>
	/^(?:src\/platform\/(?:database|embedded)|tools|test|bench)\//.test(path) || isTest(path)

/** Methods that take a statement as text, of either database and of Kysely. */
const takesSql = new Set(['query', 'exec', 'run', 'execute', 'unsafe'])

/** What is wrong in the modules on disk, a line each. */
export function sourceProblems(root: string): { seen: string[]; problems: string[] } {
	const seen = modulesOnDisk(root)
	return { seen, problems: seen.flatMap((path) => problemsOf(path, readFileSync(join(root, path), 'utf8'))) }
}

function problemsOf(path: string, text: string): string[] {
	const { program, errors } = parseSync(path, text)
	if (errors[0]) throw new SyntaxError(`${path}: ${errors[0].message}`)
	const problems: string[] = []
	const report = (at: number, problem: string) =>
		problems.push(`${path}:${text.slice(0, at).split('\n').length}: ${problem}`)
	new Visitor({
		JSXElement({ start, openingElement, children }) {
			const { name } = openingElement
			if (name.type === 'JSXIdentifier' && name.name === 'script' && children.some(hasContent)) {
				report(start, 'a script with a body does not run under our content security policy: write a file')
			}
		},
		MemberExpression({ start, object, property }) {
			if (mayBuildSql(path) || property.type !== 'Identifier') return
			const raw = property.name === 'raw' || property.name === 'lit'
			if (raw && object.type === 'Identifier' && (object.name === 'sql' || object.name === 'CompiledQuery')) {
				report(start, `${object.name}.${property.name} writes a value into SQL: pass it as a parameter`)
			}
		},
		CallExpression({ start, callee, arguments: [first] }) {
			if (mayBuildSql(path) || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
			if (first && takesSql.has(callee.property.name) && isPutTogether(first)) {
				report(start, `SQL put together from pieces goes into ${callee.property.name}(): pass values as parameters`)
			}
		},
	}).visit(program)
	return problems
}

function hasContent(child: ESTree.JSXChild): boolean {
	if (child.type === 'JSXText') return child.value.trim() !== ''
	return child.type !== 'JSXExpressionContainer' || child.expression.type !== 'JSXEmptyExpression'
}

function isPutTogether(argument: ESTree.Argument): boolean {
	if (argument.type === 'TemplateLiteral') return argument.expressions.length > 0
	return argument.type === 'BinaryExpression' && argument.operator === '+'
}
