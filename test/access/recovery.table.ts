/** Two people who can help somebody back in: who may do what there, and what is written. */

import { idOf } from '../../demo/demonstration.ts'
import { actorNames } from './cast.ts'
import { added, changed } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'

const signedIn = actorNames.filter((name) => name !== 'anonymous')

/** Mary named Pat and Bilal; somebody says that they are her, and Pat has said yes. */
const mary = { account: idOf('mary') }
const marys = ['supporter-with-a-plan', 'partner'] as const

export const recoveryPages: Record<string, OwnPage> = {
	'/account/helpers': { who: signedIn, shows: ['Two people who can help you back in'] },
	'/helping/:account': { who: marys, ids: mary, shows: ['Help Mary O’Donnell back in'] },
}

const more = '/account/sure?to=/account/helpers&by=more'

export const recoveryActs: Record<string, OwnAct> = {
	'/account/helpers': {
		who: signedIn,
		fields: () => ({ one: idOf('linda'), other: idOf('bilal') }),
		to: more,
		writes: () => [],
	},
	'/account/helpers/end': { who: signedIn, fields: () => ({}), to: more, writes: () => [] },
	// Of all these nobody is asked for but those of the demonstration, who are not among them.
	'/account/recovery/stop': {
		who: signedIn,
		fields: () => ({}),
		to: '/account/helpers?done=stopped',
		writes: () => [],
	},
	'/helping/:account': {
		who: marys,
		isSure: true,
		ids: mary,
		fields: () => ({ number: '000000' }),
		to: '',
		status: 422,
		writes: () => [],
	},
	'/helping/:account/stop': {
		who: marys,
		ids: mary,
		fields: () => ({}),
		to: `/helping/${mary.account}?done=stopped`,
		// Pat comes first, and what is stopped is stopped.
		writes: ({ account }) =>
			account !== idOf('pat')
				? []
				: [
						changed('recovery', 'stopped_at'),
						added('sign_in_event', { account_id: mary.account, kind: 'recovery_stopped' }),
					],
	},
	'/helping/:account/decline': {
		who: marys,
		ids: mary,
		fields: () => ({}),
		to: '/account/helpers?done=declined',
		writes: () => [changed('recovery_helper', 'declined_at')],
	},
}
