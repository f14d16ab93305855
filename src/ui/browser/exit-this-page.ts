const secondsToPress = 5

/** Leaves for the neutral page by link, Space or three presses of Shift: hides this page first, leaves nothing to go back to. */
export function exitThisPage(root: HTMLElement): void {
	const link = root.querySelector<HTMLAnchorElement>('.js-exit-this-page-button')
	if (!link) return
	const status = document.createElement('div')
	status.className = 'exit-this-page__status'
	status.setAttribute('role', 'status')
	document.body.append(status)
	const say = (key: string) => {
		status.textContent = root.getAttribute(`data-i18n.${key}`)
	}

	const leave = () => {
		document.documentElement.classList.add('leaving')
		say('activated')
		// the address is not passed on: every answer of ours carries Referrer-Policy: no-referrer
		location.replace(link.href)
	}
	link.addEventListener('click', (event) => {
		event.preventDefault()
		leave()
	})

	let presses = 0
	let timer: ReturnType<typeof setTimeout> | undefined
	let shiftedAnotherKey = false
	const start = () => {
		presses = 0
		clearTimeout(timer)
		timer = undefined
	}
	const giveUp = () => {
		start()
		say('timed-out')
		setTimeout(() => {
			if (presses === 0) status.textContent = ''
		}, secondsToPress * 1000)
	}
	addEventListener('keyup', (event) => {
		if (event.key === 'Shift' && !shiftedAnotherKey) {
			presses += 1
			if (presses === 3) {
				start()
				return leave()
			}
			say(presses === 1 ? 'press-two-more-times' : 'press-one-more-time')
			clearTimeout(timer)
			timer = setTimeout(giveUp, secondsToPress * 1000)
		} else if (timer) {
			start()
			status.textContent = ''
		}
		shiftedAnotherKey = event.shiftKey
	})
}
