import { describe, test } from 'node:test'
import { idOf } from '../../demo/ids.ts'
import { routes } from '../../src/routes.ts'
import { agreeing } from './agreeing.ts'
import { bringing } from './bringing.ts'
import { comingIn } from './coming-in.ts'
import { inviting } from './inviting.ts'
import { losingNothing } from './losing-nothing.ts'
import { openStage } from './stage.ts'
import { twoHands } from './two-hands.ts'

const stage = await openStage()

test('an empty plan helps both to begin', async () => {
	for (const as of ['robin', 'practitioner'] as const) {
		const tab = await stage.tab(as, { javaScriptEnabled: false })
		await tab.goto(routes.plan.show.href({ person: idOf('robin') }))
		await tab.getByText('There is nothing here yet.').waitFor()
		await tab.getByRole('button', { name: 'Propose something to work towards' }).waitFor()
		await tab.context().close()
	}
})

describe('a person and a practitioner without JavaScript', () => {
	const pair = { person: 'lee', personName: 'Lee Hart', practitioner: 'ewa', practitionerName: 'Ewa Nowak' } as const
	const hands = twoHands(stage, pair, { javaScriptEnabled: false })
	agreeing(hands)
	bringing(hands)
	losingNothing(hands)
})

describe('coming in without JavaScript', () => comingIn(stage, { javaScriptEnabled: false }))

describe('inviting without JavaScript', () => inviting(stage, { javaScriptEnabled: false }))
