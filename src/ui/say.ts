import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Locale } from '../platform/words.ts'
import { uiWords } from './ui.words.ts'

/** The locale in which the components below speak; `Page` sets it from its reader, English stands where nobody did. */
export const SpokenLocale = createContext<Locale>('en')

/** What a component says by itself, in the locale of the page that it stands on. */
export function useSay() {
	return uiWords({ locale: useContext(SpokenLocale), voice: 'anyone' })
}
