/** All script that our pages carry: each part makes better what works without it. Nothing is kept in the browser. */
import { takeCodeFromAddress } from './card-code.ts'
import { countCharacters } from './character-count.ts'
import { saveAsYouGo } from './drafts.ts'
import { exitThisPage } from './exit-this-page.ts'
import { focusWhatIsNew } from './focus.ts'
import { guardPresses } from './presses.ts'

function each(selector: string, act: (element: HTMLElement) => void): void {
	for (const element of document.querySelectorAll<HTMLElement>(selector)) act(element)
}

each('[data-module="exit-this-page"]', exitThisPage)
each('[data-module="error-summary"], [data-module="notification-banner"][role="alert"]', focusWhatIsNew)
each('[data-module="character-count"]', countCharacters)
each('[data-module="card-code"]', takeCodeFromAddress)
each('form[data-draft]', saveAsYouGo)
guardPresses()

// A page that the Back key brings out of the browser's memory may belong to someone who has signed out since.
addEventListener('pageshow', ({ persisted }) => {
	if (!persisted) return
	const signedIn = 'signedIn' in document.documentElement.dataset
	document.documentElement.classList.toggle('leaving', signedIn)
	if (signedIn) location.reload()
})
