import { IntlMessageFormat } from 'intl-messageformat'

/** The locales we speak, each with the one it falls back to. `en-x-easy` is called "shorter words" on the page. */
export const locales = { en: undefined, 'en-x-easy': 'en' } as const satisfies Record<string, string | undefined>
export type Locale = keyof typeof locales

/** What may stand in a message: text, a number, a day. */
export type Values = Record<string, string | number | Date>

/** Messages of one locale by voice; `both` is for what reads the same to every reader. */
type Messages<Voice extends string, Key extends string> = Record<Voice, Record<Key, string>>

/** A reader: which locale, and which voice speaks to them. Pages receive this, never an account's roles. */
export type Reader<Voice extends string = string> = { readonly locale: Locale; readonly voice: Voice }

/** Says one message; the keys are checked by the compiler, the values when it is spoken. */
export type Say<Key extends string = string> = (key: Key, values?: Values) => string

const formats = new Map<string, IntlMessageFormat>()

/** What gives a message anything to work out. */
const markup = /[{']/

function format(message: string, locale: Locale, values: Values | undefined): string {
	if (!markup.test(message)) return message
	const known = `${locale}\n${message}`
	let compiled = formats.get(known)
	if (!compiled) {
		compiled = new IntlMessageFormat(message, languageOf(locale), undefined, { ignoreTag: true })
		formats.set(known, compiled)
	}
	return String(compiled.format(values))
}

/** Dates, numbers and plurals follow British English in both of our locales. */
export function languageOf(locale: Locale): string {
	return locale.startsWith('en') ? 'en-GB' : locale
}

/** Every words file registers here when it is read, so that one check can format every message in every locale. */
export const allWords: {
	readonly name: string
	readonly messages: Partial<Record<Locale, Messages<string, string>>>
}[] = []

/**
 * Declares the sentences of one capability, in each voice and locale.
 *
 * @param name the capability, for the check that formats every message
 * @param messages `en` whole, with the same keys in each voice; other locales may leave out what reads the same
 * @returns a function from a reader to the `say` that speaks to that reader
 */
export function defineWords<const Voice extends string, const Key extends string>(
	name: string,
	messages: { en: Messages<Voice, Key> } & Partial<
		Record<Exclude<Locale, 'en'>, Partial<Record<Voice, Partial<Record<Key, string>>>>>
	>,
): (reader: Reader<Voice>) => Say<Key> {
	allWords.push({ name, messages: messages as Partial<Record<Locale, Messages<string, string>>> })
	return ({ locale, voice }) =>
		(key, values) => {
			const easier = locale === 'en' ? undefined : messages[locale]?.[voice]?.[key]
			return format(easier ?? messages.en[voice][key], locale, values)
		}
}
