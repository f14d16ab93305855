import { describe } from 'node:test'
import { meeting } from './meeting.ts'
import { openStage } from './stage.ts'
import { type Pair, twoHands } from './two-hands.ts'

const stage = await openStage()
const pair: Pair = {
	person: 'robin',
	personName: 'Robin Frost',
	practitioner: 'practitioner',
	practitionerName: 'Priya Raman',
}

describe('meeting with JavaScript', () => meeting(twoHands(stage, pair, { javaScriptEnabled: true })))
describe('meeting without JavaScript', () => meeting(twoHands(stage, pair, { javaScriptEnabled: false })))
