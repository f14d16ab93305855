import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeFinds, axeFindsInBothLights, bringAxe } from './axe.ts'
import { everyPage } from './every-page.ts'
import { onEveryPage } from './on-every-page.ts'
import { desktop, openStage } from './stage.ts'

const stage = await openStage()
const pages = await everyPage(stage.place)

const ofThePerson = pages.filter((page) => page.as === 'person')
const others = pages.filter((page) => page.as !== 'person')
const options = { viewport: desktop, reducedMotion: 'reduce' } as const

test('axe finds nothing on any page of a wide screen', async () => {
	assert.deepEqual(await onEveryPage(stage, others, options, axeFinds, bringAxe), [])
})

test('axe finds nothing on a wide screen in light and dark', async () => {
	assert.deepEqual(await onEveryPage(stage, ofThePerson, options, axeFindsInBothLights, bringAxe), [])
})

test('axe finds nothing in forced colours', async () => {
	assert.deepEqual(
		await onEveryPage(stage, ofThePerson, { ...options, forcedColors: 'active' }, axeFinds, bringAxe),
		[],
	)
})
