/** My story: told from the present, dated as far as it is known, put together and opened; with and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page as Tab } from 'playwright-core'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { point, silence } from '../access/smallest.ts'
import { heading, press, reads } from './acts.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()

/** Whether the browser can play the sound on this page. */
const plays = (tab: Tab) =>
	tab.evaluate(async () => {
		const player = document.querySelector('audio')
		if (!player) return false
		player.muted = true
		await player.play()
		return player.error === null
	})

const pairs = [
	{ person: 'robin', practitioner: 'practitioner', name: 'Priya Raman', script: true },
	{ person: 'lee', practitioner: 'ewa', name: 'Ewa Nowak', script: false },
] as const

for (const { person, practitioner, name, script } of pairs) {
	const mine = { person: idOf(person) }
	describe(`${script ? 'with' : 'without'} JavaScript`, () => {
		test('a story begins with this week, gets a year, a thread of two moments, and is opened to one reader', async () => {
			const me = await stage.tab(person, { javaScriptEnabled: script })
			await me.goto('/')
			await me.getByRole('link', { name: 'My story' }).first().click()
			await heading(me, 'My story')
			await press(me, 'Begin with this week')
			await me.getByLabel('What is one ordinary thing that went all right this week?').fill('The bus came.')
			await press(me, 'Keep it')
			await reads(me, 'We kept it. You can stop here, and come back at any time.')
			await me.getByRole('link', { name: 'Say when it was' }).click()
			await me.getByLabel('A date, or a part of one').check()
			await me.getByLabel('Year', { exact: true }).fill('2019')
			await me.getByLabel('It was around then').check()
			await press(me, 'Keep it')
			await reads(me, 'Around 2019')
			await me.getByRole('link', { name: 'Add a photo' }).click()
			await me.getByLabel('Choose a photo').setInputFiles({ name: 'bus.png', mimeType: 'image/png', buffer: point })
			await me.getByLabel('What is to be seen?').fill('A bus stop.')
			await press(me, 'Keep it')
			await me.getByRole('img', { name: 'A bus stop.' }).waitFor()
			await me.getByRole('link', { name: 'Add your voice' }).click()
			if (script) {
				await press(me, 'Record')
				await me.getByText('0:01').waitFor()
				await press(me, 'Stop')
				await reads(me, 'Listen to it. Then keep it or delete it.')
			} else {
				const voice = { name: 'bus.wav', mimeType: 'audio/wav', buffer: silence }
				await me.getByLabel('Choose a voice note that you have').setInputFiles(voice)
			}
			await press(me, 'Keep it')
			await me.locator('audio').waitFor()
			if (script) assert(await plays(me), 'what is kept of the sound can be played')
			await press(me, 'That is enough for now')
			await reads(me, 'It is all kept. See you when you want to go on.')
			await me.getByRole('img', { name: 'Your moments on a line' }).waitFor()
			await press(me, 'Tell of something you hope for')
			await me.getByLabel('What do you hope will happen?').fill('A seat by the sea.')
			await press(me, 'Keep it')

			await me.goto(routes.newPiece.thread.href(mine))
			await me.getByLabel('If these moments were one story').fill('The one who gets there')
			await press(me, 'Keep it')
			await press(me, 'Choose the moments')
			await me.getByLabel('The bus came.').check()
			await press(me, 'Keep it')
			await reads(me, 'Tick two moments or more, or none')
			await me.getByLabel('A seat by the sea.').check()
			await press(me, 'Keep it')
			const thread = me.url().split('?', 1)[0] ?? ''

			const they = await stage.tab(practitioner, { javaScriptEnabled: script, viewport: desktop })
			assert.equal((await they.goto(thread))?.status(), 404)
			await me.goto(routes.openings.open.href(mine))
			await me.getByLabel('The one who gets there').check()
			await press(me, 'Go on')
			await me.getByLabel(name).check()
			await press(me, 'Go on')
			await me.getByLabel('What do you open it for?').fill('For our talk')
			await press(me, 'Go on')
			await me.getByLabel('One month').check()
			await press(me, 'Go on')
			await heading(me, 'Do you want to open this?')
			await me.getByText('A seat by the sea.').first().waitFor()
			await press(me, 'Yes, open it')
			assert.equal((await they.goto(thread))?.status(), 200)
			await reads(they, 'The bus came.')
			await they.getByRole('img', { name: 'A bus stop.' }).waitFor()
			if (script) assert(await plays(they))
			await Promise.all([me.context().close(), they.context().close()])
		})
	})
}
