/** Further attributes of a component's main element: `data-…`, `aria-…` and what the component itself does not name. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** Joins class names or ids by a space and leaves out what is not there; nothing at all where none is. */
export function spaced(...parts: readonly (string | false | undefined)[]): string | undefined {
	return parts.filter(Boolean).join(' ') || undefined
}
