import { isId } from '../database/values.ts'

type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
	? { [Key in Name | keyof ParamsOf<`/${Rest}`>]: string }
	: Pattern extends `${string}:${infer Name}`
		? { [Key in Name]: string }
		: Record<never, string>

/** One address: the pattern that the server listens on, and the link that pages write. */
export type Route<Pattern extends string = string> = {
	readonly pattern: Pattern
	href(...params: keyof ParamsOf<Pattern> extends never ? [] : [ParamsOf<Pattern>]): string
}

/**
 * An address of ours. Every part that varies is the UUID of a thing; anything else is refused when the link is written.
 *
 * @throws TypeError when a param is missing or no UUID
 */
export function route<const Pattern extends string>(pattern: Pattern): Route<Pattern> {
	return {
		pattern,
		href: (...params) => {
			const given: Record<string, string> = params[0] ?? {}
			return pattern.replace(/:(\w+)/g, (_, name: string) => {
				const id = given[name]
				if (!id || !isId(id)) throw new TypeError(`${pattern} needs a UUID for ${name}.`)
				return id
			})
		},
	}
}
