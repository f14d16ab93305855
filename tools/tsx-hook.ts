/**
 * Lets Node run our TypeScript and TSX as they are: `node --import ./tools/tsx-hook.ts src/main.ts`.
 * Node strips types by itself but does not read JSX; this hook does both, with source maps, and leaves everything else to Node.
 */
import { readFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

process.setSourceMapsEnabled(true)
// What V8 has made of a module is kept for the next start; in our own folder, for whoever can write there runs code here.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

registerHooks({
	load(url, context, nextLoad) {
		if (!url.startsWith('file:') || !/\.tsx?(?:\?|$)/.test(url) || url.includes('/node_modules/')) {
			return nextLoad(url, context)
		}
		const file = fileURLToPath(url)
		const { code, map, errors } = transformSync(file, readFileSync(file, 'utf8'), {
			sourcemap: true,
			jsx: { runtime: 'automatic', importSource: 'preact' },
			typescript: { onlyRemoveTypeImports: true },
		})
		const first = errors[0]
		if (first) throw new SyntaxError(`${file}: ${first.codeframe ?? first.message}`)
		const sourceMap = Buffer.from(JSON.stringify(map)).toString('base64')
		return {
			format: 'module',
			shortCircuit: true,
			source: `${code}\n//# sourceMappingURL=data:application/json;base64,${sourceMap}`,
		}
	},
})
