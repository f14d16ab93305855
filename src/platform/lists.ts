/** Names in a row, as people say and look for them. What orders and joins is made once for each language, for making it is dear. */
import { type Locale, languageOf } from './words.ts'

function onceEach<Made>(make: (language: string) => Made): (locale: Locale) => Made {
	const made = new Map<string, Made>()
	return (locale) => {
		const language = languageOf(locale)
		const known = made.get(language) ?? make(language)
		made.set(language, known)
		return known
	}
}

const conjunctions = onceEach((language) => new Intl.ListFormat(language, { type: 'conjunction' }))
const disjunctions = onceEach((language) => new Intl.ListFormat(language, { type: 'disjunction' }))
const collators = onceEach((language) => new Intl.Collator(language))

/** All of them: "Priya, Tom and Ewa"; empty when there is none. */
export const allOf = (names: readonly string[], locale: Locale): string => conjunctions(locale).format(names)

/** Any one of them: "Priya, Tom or Ewa"; empty when there is none. */
export const anyOf = (names: readonly string[], locale: Locale): string => disjunctions(locale).format(names)

/** The same by name, as one looks for somebody in a list. */
export const byName = <One extends { readonly name: string }>(all: readonly One[], locale: Locale): One[] =>
	all.toSorted((one, other) => collators(locale).compare(one.name, other.name))
