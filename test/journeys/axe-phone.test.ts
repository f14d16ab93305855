import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFindsInBothLights, bringAxe } from './axe.ts'
import { everyPage } from './every-page.ts'
import { onEveryPage } from './on-every-page.ts'
import { openStage, phone } from './stage.ts'

const stage = await openStage()
const pages = await everyPage(stage.place)

for (const voice of ['anyone', 'person', 'practitioner'] as const) {
	test(`axe finds nothing on any page for ${voice} on a phone, in light and dark`, async () => {
		const theirs = pages.filter((page) => page.voice === voice)
		const options = { viewport: phone, reducedMotion: 'reduce' } as const
		assert.deepEqual(await onEveryPage(stage, theirs, options, axeFindsInBothLights, bringAxe), [])
	})
}
