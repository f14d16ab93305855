/** A card's squares carry its code behind the # of the address, which is never sent: put it where it would be typed, and out of sight. */
export function takeCodeFromAddress(element: HTMLElement): void {
	const code = decodeURIComponent(location.hash.slice(1))
	if (!(element instanceof HTMLInputElement) || !/^[\w-]{12,20}$/.test(code)) return
	element.value = code
	history.replaceState(null, '', location.pathname)
}
