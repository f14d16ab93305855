/**
 * Every sentence of ours, in every locale: it parses, it speaks with each value it takes, it exists in English, and it keeps
 * to the words and lengths of look-and-words.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { allWords, type Locale, languageOf, locales } from '../../src/platform/words.ts'
import { longestSentence } from './reading.ts'

type Words = (typeof allWords)[number]
type Element = ReturnType<IntlMessageFormat['getAst']>[number]
type Values = Record<string, string | number | Date>

/** Words that judge, or that belong to the service and not to the reader. */
const banned =
	/\b(?:offenders?|cases?|clients?|complian(?:ce|t)|interventions?|risk(?:s|y)?|need scores?|non-?engage\w*|please|sorry|invalid|oops)\b/i

/** Whoever reads these voices is promised short sentences; a practitioner's may be longer. */
const shortVoices = ['person', 'anyone']
const longest = 15

/** Reads every words file, so that each registers its sentences, and says what is wrong with them, a line each. */
export async function wordsProblems(root: string): Promise<{ seen: number; problems: string[] }> {
	const files = globSync('{src,demo}/**/*.words.ts', { cwd: root }).sort()
	for (const file of files) await import(pathToFileURL(join(root, file)).href)
	const seen = allWords.reduce((sum, words) => sum + messagesOf(words).length, 0)
	const problems = allWords.flatMap(problemsOf)
	if (allWords.length < files.length) problems.push(`${files.length} words files, and only ${allWords.length} spoke`)
	return { seen, problems }
}

type Message = { locale: Locale; voice: string; key: string; message: string }

function messagesOf({ messages }: Words): Message[] {
	return (Object.keys(locales) as Locale[]).flatMap((locale) =>
		Object.entries(messages[locale] ?? {}).flatMap(([voice, byKey]) =>
			Object.entries(byKey).map(([key, message]) => ({ locale, voice, key, message })),
		),
	)
}

/** What is wrong with the sentences of one capability. */
export function problemsOf(words: Words): string[] {
	return messagesOf(words).flatMap((said) =>
		[...differsFromEnglish(words, said), ...spokenProblems(said)].map(
			(problem) => `${words.name}, ${said.locale}, ${said.voice}, ${said.key}: ${problem}`,
		),
	)
}

function differsFromEnglish({ messages }: Words, { locale, voice, key, message }: Message): string[] {
	if (locale === 'en') return []
	const english = messages.en?.[voice]?.[key]
	if (english === undefined) return ['is not there in English']
	try {
		const given = samples(parsed(english, 'en').getAst())
		const taken = [...samples(parsed(message, locale).getAst()).keys()]
		return taken.filter((name) => !given.has(name)).map((name) => `takes {${name}}, which is not given in English`)
	} catch {
		return [] // What cannot be parsed is reported by spokenProblems.
	}
}

function spokenProblems({ locale, voice, message }: Message): string[] {
	let spoken: string[]
	try {
		spoken = everyWayToSay(message, locale)
	} catch (error) {
		return [`cannot be said: ${error instanceof Error ? error.message : error}`]
	}
	const isShort = shortVoices.includes(voice) || locale === 'en-x-easy'
	const problems = spoken.flatMap((text) => {
		const word = banned.exec(text)?.[0]
		const length = isShort ? longestSentence(text) : 0
		return [
			...(text.trim() === '' ? ['says nothing'] : []),
			...(/[{}]/.test(text) ? [`has a brace left over: "${text}"`] : []),
			...(word ? [`says "${word}"`] : []),
			...(length > longest ? [`has a sentence of ${length} words: "${text}"`] : []),
		]
	})
	return [...new Set(problems)]
}

/** A message in each of its forms: once for every way through the plurals and choices in it. */
export function everyWayToSay(message: string, locale: Locale): string[] {
	const format = parsed(message, locale)
	let ways: Values[] = [{}]
	for (const [name, values] of samples(format.getAst())) {
		ways = ways.flatMap((way) => values.map((value) => ({ ...way, [name]: value })))
	}
	return ways.map((values) => String(format.format(values)))
}

const parsed = (message: string, locale: Locale) =>
	new IntlMessageFormat(message, languageOf(locale), undefined, { ignoreTag: true })

type Samples = Map<string, Values[string][]>

/** For each argument of a message the values that lead through each of its branches. */
function samples(elements: readonly Element[], found: Samples = new Map()): Samples {
	for (const element of elements) {
		if ('options' in element) {
			const branches = Object.keys(element.options)
			const values = 'pluralType' in element ? branches.map(countFor) : branches
			found.set(element.value, [...new Set([...(found.get(element.value) ?? []), ...values])])
			for (const { value } of Object.values(element.options)) samples(value, found)
		} else if ('value' in element && element.type !== literalElement && !found.has(element.value)) {
			found.set(element.value, [simpleSample(element.type)])
		}
	}
	return found
}

const countFor = (branch: string): number => numberFor[branch] ?? Number(branch.replace('=', ''))
const numberFor: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2, few: 3, many: 5, other: 7 }

/** How the parser numbers its elements; it does not export the enumeration itself. */
const literalElement = 0
const argumentElement = 1
const numberElement = 2

function simpleSample(type: number): Values[string] {
	if (type === argumentElement) return 'Ann'
	return type === numberElement ? 7 : new Date(2027, 2, 5)
}
