const pauseBeforeSaying = 1000

/** Says how many characters are left while someone writes: at once to the eye, after a pause to the ear. */
export function countCharacters(root: HTMLElement): void {
	const textarea = root.querySelector('textarea')
	const limit = textarea && document.getElementById(`${textarea.id}-info`)
	if (!textarea || !limit) return
	const most = Number(root.dataset.maxlength)
	const threshold = (most * Number(root.dataset.threshold ?? 0)) / 100
	const plural = new Intl.PluralRules(document.documentElement.lang)

	const seen = document.createElement('div')
	seen.setAttribute('aria-hidden', 'true')
	const heard = document.createElement('div')
	heard.className = 'visually-hidden'
	heard.setAttribute('aria-live', 'polite')
	limit.after(seen, heard)
	limit.classList.add('visually-hidden')

	const message = (left: number) => {
		if (left === 0) return root.getAttribute('data-i18n.characters-at-limit') ?? ''
		const form = plural.select(Math.abs(left)) === 'one' ? 'one' : 'other'
		const key = left < 0 ? 'over' : 'under'
		const text = root.getAttribute(`data-i18n.characters-${key}-limit.${form}`) ?? ''
		return text.replace('%{count}', Math.abs(left).toLocaleString(document.documentElement.lang))
	}
	const show = () => {
		const count = graphemesIn(textarea.value)
		const tooMany = count > most
		const quiet = count < threshold
		seen.className = `character-count__message ${tooMany ? 'error-message' : 'hint'}`
		seen.classList.toggle('character-count__message--disabled', quiet)
		textarea.classList.toggle('textarea--error', tooMany || root.classList.contains('form-group--error'))
		seen.textContent = message(most - count)
		return quiet ? '' : seen.textContent
	}
	let timer: ReturnType<typeof setTimeout> | undefined
	textarea.addEventListener('input', () => {
		const now = show()
		clearTimeout(timer)
		timer = setTimeout(() => {
			heard.textContent = now
		}, pauseBeforeSaying)
	})
	// the browser may bring back what was typed before
	addEventListener('pageshow', show)
	show()
}

/** Characters as a reader counts them; code points in browsers that can not tell. */
function graphemesIn(text: string): number {
	return 'Segmenter' in Intl ? Array.from(new Intl.Segmenter().segment(text)).length : Array.from(text).length
}
