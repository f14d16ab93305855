/** What pages carry besides on which somebody can speak: records in the page, plays it back, and sends it with the form. */

/** As people speak, in few bytes: 7 MB in half an hour. */
const bitsPerSecond = 32_000
/** Every phone plays the first of these; not every browser can record it. */
const wanted = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Milliseconds. Whoever speaks asks for no page, and is not to be signed out for it. */
const stillHere = 60_000

type State = 'idle' | 'listening' | 'paused' | 'recorded' | 'sending' | 'failed'
/** Which presses there are in each state. */
const presses: Record<State, string[]> = {
	idle: ['record'],
	listening: ['pause', 'stop'],
	paused: ['goOn', 'stop'],
	recorded: ['throwAway'],
	sending: [],
	failed: ['throwAway', 'onDevice'],
}

for (const part of document.querySelectorAll<HTMLElement>('[data-module="recorder"]')) offerRecorder(part)

function offerRecorder(part: HTMLElement): void {
	const form = part.closest('form')
	const status = part.querySelector('[role="status"]')
	const time = part.querySelector('output')
	const player = part.querySelector('audio')
	const chooser = form?.querySelector<HTMLInputElement>('input[type="file"]')
	if (!form || !status || !time?.parentElement || !player || !chooser) return
	if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined') return
	const clock = time.parentElement
	const mostSeconds = Number(part.dataset.recorder) * 60
	part.hidden = false

	let state: State = 'idle'
	let recorder: MediaRecorder | undefined
	let recording: Blob | undefined
	let seconds = 0
	let sendsAtStop = false

	const turn = (to: State, told: string = to) => {
		const hasFocus = part.contains(document.activeElement)
		state = to
		status.textContent = part.dataset[told.toLowerCase()] ?? ''
		for (const button of part.querySelectorAll<HTMLElement>('[data-does]')) {
			button.hidden = !presses[to].includes(button.dataset.does ?? '')
		}
		clock.hidden = to === 'idle' || to === 'sending'
		player.hidden = to !== 'recorded' && to !== 'failed'
		const field = chooser.closest<HTMLElement>('.form-group')
		if (field) field.hidden = to !== 'idle'
		// A press that is gone hands the focus on; never to the one that deletes.
		const next = !player.hidden ? player : part.querySelector<HTMLElement>('[data-does]:not([hidden])')
		if (hasFocus) next?.focus()
	}

	const show = () => {
		time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
	}
	setInterval(() => {
		if (state !== 'listening') return
		seconds += 1
		show()
		if (seconds >= mostSeconds) recorder?.stop()
	}, 1000)
	setInterval(() => {
		if (state === 'listening' || state === 'paused') fetch(location.pathname, { method: 'HEAD' }).catch(() => undefined)
	}, stillHere)

	const record = async () => {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
		if (!stream) return turn('idle', 'refused')
		const type = wanted.find((one) => MediaRecorder.isTypeSupported(one))
		const pieces: Blob[] = []
		const made = new MediaRecorder(stream, { audioBitsPerSecond: bitsPerSecond, ...(type && { mimeType: type }) })
		made.addEventListener('dataavailable', ({ data }) => pieces.push(data))
		made.addEventListener('stop', async () => {
			for (const track of stream.getTracks()) track.stop()
			recording = new Blob(pieces, { type: made.mimeType })
			player.src = URL.createObjectURL(recording)
			turn('recorded')
			if (sendsAtStop) await send(recording)
		})
		recorder = made
		seconds = 0
		show()
		made.start(5000)
		turn('listening')
	}

	const throwAway = () => {
		URL.revokeObjectURL(player.src)
		player.removeAttribute('src')
		recording = undefined
		turn('idle', 'thrownAway')
	}

	/** Sends the form with what was recorded in place of a file. What does not arrive is still here. */
	const send = async (spoken: Blob) => {
		turn('sending')
		const body = new FormData(form)
		body.set('file', spoken, 'voice-note')
		let told: string | undefined
		try {
			const answer = await fetch(form.action, { method: 'POST', body })
			if (answer.ok && answer.redirected) {
				recording = undefined
				return location.assign(answer.url)
			}
			told = await whatIsWrong(answer)
		} catch {
			// The line is gone, which is told below as well.
		}
		turn('failed')
		if (told) status.textContent = told
	}

	const acts: Record<string, () => unknown> = {
		record,
		pause: () => {
			recorder?.pause()
			turn('paused')
		},
		goOn: () => {
			recorder?.resume()
			turn('listening')
		},
		stop: () => recorder?.stop(),
		throwAway,
		onDevice: () => {
			Object.assign(document.createElement('a'), { href: player.src, download: 'voice-note' }).click()
		},
	}
	part.addEventListener('click', ({ target }) => {
		const button = target instanceof Element && target.closest<HTMLElement>('[data-does]')
		if (button) acts[button.dataset.does ?? '']?.()
	})
	form.addEventListener('submit', async (event) => {
		if (state === 'idle') return
		event.preventDefault()
		sendsAtStop = state === 'listening' || state === 'paused'
		if (sendsAtStop) recorder?.stop()
		if (recording && state !== 'sending') await send(recording)
	})
	addEventListener('beforeunload', (event) => {
		// Whoever leaves in a hurry is never asked.
		if (state !== 'idle' && state !== 'sending' && !document.documentElement.classList.contains('leaving'))
			event.preventDefault()
	})
	turn('idle')
}

/** What the page that came back says there is to put right, if it is such a page. */
async function whatIsWrong(answer: Response): Promise<string | undefined> {
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
	return page.querySelector('.error-summary__list')?.textContent.trim()
}
