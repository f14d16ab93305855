import { describe } from 'node:test'
import { agreeing } from './agreeing.ts'
import { bringing } from './bringing.ts'
import { comingIn } from './coming-in.ts'
import { inviting } from './inviting.ts'
import { losingNothing } from './losing-nothing.ts'
import { openStage } from './stage.ts'
import { twoHands } from './two-hands.ts'

const stage = await openStage()

describe('a person and a practitioner with JavaScript', () => {
	const pair = {
		person: 'robin',
		personName: 'Robin Frost',
		practitioner: 'practitioner',
		practitionerName: 'Priya Raman',
	} as const
	const hands = twoHands(stage, pair, { javaScriptEnabled: true })
	agreeing(hands)
	bringing(hands)
	losingNothing(hands)
})

describe('coming in with JavaScript', () => comingIn(stage, { javaScriptEnabled: true }))

describe('inviting with JavaScript', () => inviting(stage, { javaScriptEnabled: true }))
