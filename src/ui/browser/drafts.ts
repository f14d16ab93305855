const pauseBeforeSaving = 2000
/** Browsers refuse to finish sending more than 64 KiB after a page is gone. */
const mostAfterLeaving = 60_000

/** Sends what is typed to the form's `data-draft` address after a pause and on leaving, and says honestly whether it was kept. */
export function saveAsYouGo(element: HTMLElement): void {
	const { draft, draftSaved = '', draftFailed = '' } = element.dataset
	if (!(element instanceof HTMLFormElement) || !draft) return
	const status = document.createElement('p')
	status.className = 'draft-status'
	status.setAttribute('role', 'status')
	element.append(status)

	let changed = false
	let timer: ReturnType<typeof setTimeout> | undefined
	let sending = new AbortController()

	const save = async () => {
		clearTimeout(timer)
		if (!changed) return
		changed = false
		sending.abort()
		sending = new AbortController()
		const { signal } = sending
		const body = typed(element)
		try {
			const answer = await fetch(draft, {
				method: 'POST',
				headers: { 'x-draft': '1' },
				body,
				keepalive: body.toString().length < mostAfterLeaving,
				// being sent to the sign-in page is not being saved
				redirect: 'error',
				signal,
			})
			if (!answer.ok) throw new Error(answer.statusText)
			status.textContent = draftSaved
		} catch {
			if (signal.aborted) return
			changed = true
			status.textContent = draftFailed
		}
	}

	element.addEventListener('input', () => {
		changed = true
		clearTimeout(timer)
		timer = setTimeout(save, pauseBeforeSaving)
	})
	// whoever turns to something outside the form may be about to leave: the next page should know of the draft
	element.addEventListener('focusout', ({ relatedTarget: next }) => {
		if (next instanceof Node && element.contains(next)) return
		clearTimeout(timer)
		timer = setTimeout(save)
	})
	// what is sent for good must not come back as a draft
	element.addEventListener('submit', (event) => {
		if (event.defaultPrevented) return
		changed = false
		clearTimeout(timer)
		sending.abort()
	})
	addEventListener('pagehide', save)
	addEventListener('online', save)
}

function typed(form: HTMLFormElement): URLSearchParams {
	const body = new URLSearchParams()
	for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
	return body
}
