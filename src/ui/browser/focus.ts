/** Brings the focus to what this page has to say first, and from each line of an error summary to its field. */
export function focusWhatIsNew(box: HTMLElement): void {
	if (box.dataset.disableAutoFocus !== 'true') {
		box.tabIndex = -1
		box.addEventListener('blur', () => box.removeAttribute('tabindex'), { once: true })
		box.focus()
	}
	box.addEventListener('click', (event) => {
		if (!(event.target instanceof Element)) return
		const id = event.target.closest('a')?.hash.slice(1)
		const field = id && document.getElementById(decodeURIComponent(id))
		if (!field) return
		event.preventDefault()
		// the question comes into view, not only the box to write in
		questionOf(field).scrollIntoView()
		field.focus({ preventScroll: true })
	})
}

function questionOf(field: HTMLElement): Element {
	const legend = field.closest('fieldset')?.querySelector('legend')
	const isChoice = field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type)
	if (legend && isChoice) return legend
	return field.closest('.form-group')?.querySelector('label') ?? field
}
