/** A voice note and a photo, for the person alone: recorded in the page with JavaScript, chosen without. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import sharp from 'sharp'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { silence } from '../access/smallest.ts'
import { heading, press, reads } from './acts.ts'
import { openStage, phone } from './stage.ts'

const stage = await openStage()
const notes = (as: string) => routes.notes.show.href({ person: idOf(as) })
const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#2f6' } })
	.png()
	.toBuffer()

/** Whether the browser can play the voice note on this page, and for how long it goes on: it is loaded as a phone does. */
const played = (tab: Tab) =>
	tab.evaluate(async () => {
		const player = document.querySelector('audio')
		if (!player) return 0
		player.muted = true
		await player.play()
		await new Promise((ended) => player.addEventListener('ended', ended, { once: true }))
		return player.currentTime
	})

async function deletesAll(tab: Tab, as: string) {
	for (let left = 2; left > 0; left--) {
		await tab.goto(notes(as))
		await tab.locator('summary').first().click()
		await tab.getByRole('button', { name: 'Delete it' }).first().click()
		await reads(tab, 'It is deleted.')
	}
	await reads(tab, 'There is nothing here yet.')
}

describe('with JavaScript', () => {
	test('somebody records, pauses, goes on, listens, throws away, records again, keeps it, plays it and deletes it', async () => {
		const tab = await stage.tab('robin', { viewport: phone })
		const failed: string[] = []
		tab.on('console', (said) => said.type() === 'error' && failed.push(said.text()))
		await tab.goto('/')
		await tab.getByRole('link', { name: 'See my notes' }).click()
		await press(tab, 'Add a voice note')
		await heading(tab, 'Add a voice note')
		await press(tab, 'Record')
		await reads(tab, 'We are recording.')
		await tab.getByText('0:01').waitFor()
		assert(!(await tab.getByLabel('Choose a voice note that you have').isVisible()))
		await press(tab, 'Pause')
		await reads(tab, 'Paused. Nothing is recorded now.')
		await press(tab, 'Go on')
		await tab.getByText('0:02').waitFor()
		await press(tab, 'Stop')
		await reads(tab, 'Listen to it. Then keep it or delete it.')
		assert((await played(tab)) > 1, 'it is heard before it is kept')
		await press(tab, 'Delete it and start again')
		await reads(tab, 'It is deleted.')
		assert.equal((await stage.place.underneath('select from file where account_id = $1', [idOf('robin')])).length, 0)

		await press(tab, 'Record')
		await tab.getByText('0:02').waitFor()
		await press(tab, 'Stop')
		await tab.getByLabel('A few words with it').fill('For when I forget.')
		await stage.place.underneath('alter table file rename to away')
		await press(tab, 'Keep it')
		await reads(tab, 'It is not kept yet. Your recording is still on this page. Try again.')
		await stage.place.underneath('alter table away rename to file')
		failed.length = 0
		// A second press within a second would be none.
		await tab.waitForTimeout(1100)
		await press(tab, 'Keep it')
		await reads(tab, 'It is kept.')
		await reads(tab, 'For when I forget.')
		assert((await played(tab)) > 1, 'it is heard once it is kept')
		const [kept] = await stage.place.underneath<{ type: string; bytes: number }>(
			'select type, bytes from file where account_id = $1',
			[idOf('robin')],
		)
		assert.match(kept?.type ?? '', /^audio\/(webm|mp4)$/)
		assert((kept?.bytes ?? 0) < 40_000, 'and is small')

		await press(tab, 'Add a photo')
		await tab.getByLabel('Choose a photo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: photo })
		await tab.getByLabel('What is to be seen?').fill('All green.')
		await press(tab, 'Keep it')
		await tab.getByRole('img', { name: 'All green.' }).waitFor()
		await tab.waitForFunction(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0)
		assert.deepEqual(failed, [])
		await deletesAll(tab, 'robin')
		await tab.context().close()
	})

	test('nobody is asked anything who leaves in a hurry', async () => {
		const tab = await stage.tab('robin')
		await tab.goto(routes.notes.addVoice.href({ person: idOf('robin') }))
		await press(tab, 'Record')
		await reads(tab, 'We are recording.')
		let asked = false
		tab.on('dialog', (dialog) => {
			asked = true
			return dialog.accept()
		})
		await tab.getByRole('button', { name: 'Exit this page' }).click()
		await tab.waitForURL((url) => !url.href.startsWith(stage.address), { waitUntil: 'commit' }).catch(() => undefined)
		assert.equal(asked, false)
		await tab.context().close()
	})
})

describe('without JavaScript', () => {
	test('somebody chooses a voice note and a photo, is told what to put right, and deletes both', async () => {
		const tab = await stage.tab('lee', { javaScriptEnabled: false, viewport: phone })
		await tab.goto(notes('lee'))
		await press(tab, 'Add a voice note')
		assert(!(await tab.getByRole('button', { name: 'Record' }).isVisible()))
		await tab.getByLabel('A few words with it').fill('Said at the bus stop.')
		await press(tab, 'Keep it')
		await tab.getByRole('link', { name: 'Record something, or choose a voice note' }).waitFor()
		assert.equal(await tab.getByLabel('A few words with it').inputValue(), 'Said at the bus stop.')
		const file = tab.getByLabel('Choose a voice note that you have')
		await file.setInputFiles({ name: 'memo.wav', mimeType: 'audio/wav', buffer: silence })
		await press(tab, 'Keep it')
		await reads(tab, 'It is kept.')
		await reads(tab, 'Said at the bus stop.')
		await press(tab, 'Add a photo')
		await tab.getByLabel('Choose a photo').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: photo })
		await press(tab, 'Keep it')
		await tab.getByRole('img', { name: /^A photo, kept on / }).waitFor()
		await deletesAll(tab, 'lee')
		await tab.context().close()
	})
})
