const doublePress = 1000

/** Lets a second press of the same button within a second go by, and lets Space press links that look like buttons. */
export function guardPresses(): void {
	let last: Element | undefined
	let at = Number.NEGATIVE_INFINITY
	document.addEventListener('click', (event) => {
		const button = event.target instanceof Element && event.target.closest('[data-prevent-double-click="true"]')
		if (!button) return
		if (button === last && event.timeStamp - at < doublePress) {
			event.preventDefault()
			return
		}
		last = button
		at = event.timeStamp
	})
	document.addEventListener('keydown', (event) => {
		if (event.key !== ' ' || !(event.target instanceof HTMLElement)) return
		if (!event.target.matches('a[role="button"]')) return
		event.preventDefault()
		event.target.click()
	})
}
