/** Addresses that are about no plan and yet not for everyone: one's own sign-in, the work of staff, the set-up of an area. */

import { idOf } from '../../demo/demonstration.ts'
import { alongActs, alongPages } from './appointments.table.ts'
import type { Someone } from './asking.ts'
import { type ActorName, actorNames } from './cast.ts'
import { added, changed } from './changes.ts'
import { contactActs, contactPages } from './contacts.table.ts'
import { leftActs, leftPages } from './end-of-work.table.ts'
import { kindWordsActs, kindWordsPages } from './recognition.table.ts'
import { recoveryActs, recoveryPages } from './recovery.table.ts'
import type { Change } from './rows.ts'
import { workingOwnActs, workingOwnPages } from './working.table.ts'

type Ids = Readonly<Record<string, string>>

/** A page for these alone; who is not among them finds nothing there. */
export type OwnPage = {
	who: readonly ActorName[]
	ids?: Ids
	shows: string[]
	leadsTo?: string
	/** It stands in somebody's record that it was looked at. */
	looks?: true
}

/** An act of these alone, and exactly what it writes; nothing where that is proved beside the act itself. */
export type OwnAct = {
	who: readonly ActorName[]
	ids?: Ids
	/** Only once they have shown that it is them. */
	isSure?: true
	fields(once: string): Record<string, string>
	/** Where it leads; nothing, where a page is shown at once, with this status. */
	to: string | RegExp
	status?: number
	writes?(who: Someone, once: string): Change[]
}

const signedIn = actorNames.filter((name) => name !== 'anonymous')
const lead = ['lead'] as const
const practitioners = [
	'practitioner',
	'other-practitioner',
	'former-practitioner',
	'new-practitioner',
	'practitioner-elsewhere',
] as const

const staffOf = [...practitioners, ...lead] as const

/** A member of staff of the area that the lead leads. */
const staff = { account: idOf('delroy'), standing: idOf('delroy/practitioner') }

/** A passkey of the practitioner. */
const passkey = { passkey: idOf('priya/passkey/My work phone') }
const removal = `/account/passkeys/${passkey.passkey}/remove`

const removed = (table: string, columns: Record<string, unknown>): Change => ({ table, how: 'removed', columns })

export const ownPages: Record<string, OwnPage> = {
	'/account': { who: signedIn, shows: ['How you come in'] },
	...recoveryPages,
	...kindWordsPages,
	...alongPages,
	...leftPages,
	...workingOwnPages,
	'/account/codes': { who: signedIn, shows: ['Come in with a code'] },
	'/account/sessions': { who: signedIn, shows: ['Here, in this browser.'] },
	'/account/sure': { who: signedIn, shows: ['Yes, it is me'] },
	'/account/stronger': { who: staffOf, shows: ['Choose how you come in'] },
	'/account/secret': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/account/secret&by=more' },
	'/take-with-you': { who: signedIn, shows: ['Take it with you'] },
	'/take-with-you/everything': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/take-with-you' },
	'/take-with-you/file': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/take-with-you' },
	'/take-with-you/packet': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/take-with-you' },
	'/take-with-you/show': { who: signedIn, shows: ['What do you want to show?'] },
	// Nobody comes back from anywhere without having set out.
	'/sign-in/callback': { who: actorNames, shows: [], leadsTo: '/sign-in?done=refused' },
	'/account/passkeys': { who: signedIn, shows: ['Your passkeys'] },
	'/account/leave': { who: signedIn, shows: ['You can leave when you want. You cannot undo it.'] },
	'/account/with-those-who-left': { who: signedIn, shows: ['What you wrote with someone who has left'] },
	'/account/passkeys/add': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/account/passkeys/add&by=more' },
	'/account/passkeys/:passkey/remove': {
		who: ['practitioner'],
		ids: passkey,
		shows: [],
		leadsTo: `/account/sure?to=${removal}&by=more`,
	},
	'/invite': { who: practitioners, shows: ['Invite someone you work with'] },
	'/what-you-brought': { who: signedIn, shows: ['What you brought where it is closed now'] },
	'/invitations': { who: staffOf, shows: ['Invitations to check'] },
	'/area': { who: lead, shows: ['Delroy Francis', 'Ruth Adeyemi'] },
	'/area/passed-on': { who: lead, shows: ['Sign this off'] },
	'/area/staff/add': { who: lead, shows: ['Add someone to the staff'] },
	'/area/staff/:account/card': { who: lead, ids: staff, shows: ['A card for Delroy Francis'] },
	// The one whom it is about reads it too: src/common/areas/by-role.test.ts.
	'/area/staff/:account/by-role': {
		who: lead,
		ids: staff,
		shows: ['Delroy Francis', 'Someone has looked for where he lives.'],
	},
	...contactPages,
}

export const ownActs: Record<string, OwnAct> = {
	'/account/sure': {
		who: signedIn,
		fields: () => ({ to: '/account' }),
		to: '/account',
		writes: () => [changed('session', 'token_hash', 'stepped_up_at')],
	},
	'/account/secret': {
		who: signedIn,
		fields: () => ({ secret: 'nine small boats', again: 'nine small boats' }),
		to: '/account/sure?to=/account/secret&by=more',
		writes: () => [],
	},
	// Staff do not leave here; what leaving does is proved in src/common/leaving/leaving.test.ts.
	'/account/leave': {
		who: signedIn.filter((name) => !(staffOf as readonly string[]).includes(name)),
		fields: () => ({}),
		to: '/account/sure?to=/account/leave&by=more',
		writes: () => [],
	},
	'/take-with-you/show': { who: signedIn, fields: () => ({}), to: '', status: 422, writes: () => [] },
	// An area of the demonstration has no sign-in of an organisation; src/common/accounts/providers.test.ts has one.
	'/account/sure/provider': { who: [], fields: () => ({}), to: '' },
	'/account/provider/connect': { who: [], fields: () => ({}), to: '' },
	'/account/provider/disconnect': { who: [], fields: () => ({}), to: '' },
	'/account/passkeys/begin': {
		who: signedIn,
		fields: () => ({}),
		to: '/account/sure?to=/account/passkeys/add&by=more',
		writes: () => [],
	},
	'/account/passkeys/add': {
		who: signedIn,
		fields: () => ({ name: 'My phone', credential: '{}' }),
		to: '/account/sure?to=/account/passkeys/add&by=more',
		writes: () => [],
	},
	'/account/passkeys/:passkey/remove': {
		who: ['practitioner'],
		ids: passkey,
		fields: () => ({}),
		to: `/account/sure?to=${removal}&by=more`,
		writes: () => [],
	},
	...alongActs,
	...leftActs,
	...workingOwnActs,
	...recoveryActs,
	...kindWordsActs,
	'/account/codes': {
		who: signedIn,
		fields: () => ({ contact: idOf('tom/contact/email') }),
		to: '/account/sure?to=/account/codes&by=more',
		writes: () => [],
	},
	'/account/sure/code': {
		who: ['person-with-a-new-practitioner'],
		fields: () => ({ to: '/account' }),
		to: '',
		writes: ({ account }) => [
			added('code', { account_id: account, contact_id: idOf('tom/contact/email'), purpose: 'step-up', tries: 0 }),
			added('message', { account_id: account, kind: 'code', address: 'tom.b@post.example' }),
		],
	},
	'/account/codes/off': {
		who: signedIn,
		isSure: true,
		fields: () => ({}),
		to: '/account/codes?done=doneOff',
		writes: ({ account }) =>
			account === idOf('tom')
				? [removed('code_contact', { account_id: account }), added('sign_in_event', { kind: 'codes_off' })]
				: [],
	},
	// Only for those who have one; what the browser is asked stands in no table of an area.
	'/account/sure/begin': { who: ['practitioner', 'lead'], fields: () => ({}), to: '', writes: () => [] },
	'/invite': {
		who: practitioners,
		fields: (once) => ({ once, name: 'Somebody New' }),
		to: /^\/people\/[\w-]{36}\/card\?done$/,
		writes: ({ account }, once) => [
			added('account', { id: once, name: 'Somebody New' }),
			added('standing', { account_id: once, kind: 'person' }),
			added('working_relationship', { person_id: once, practitioner_id: account, ended_at: null }),
			added('scope', { person_id: once, part: 'plan', within_id: null }),
			added('access_entry', { person_id: once, by_id: account, act: 'changed', what: 'person' }),
			added('access_head', { person_id: once }),
		],
	},
	// Nobody comes in by a code that is none; src/individual/family/invited.test.ts has some.
	'/invited/accept': {
		who: signedIn,
		fields: () => ({ code: '7KQD-92MF-3XTA' }),
		to: '',
		status: 422,
		writes: () => [],
	},
	'/area/passed-on': {
		who: lead,
		fields: (once) => ({ once, words: 'Danger to life.' }),
		to: '/area?done=passedOnTold',
		writes: ({ account }, once) => [
			added('passed_on_text', { id: once, words: 'Danger to life.', signed_off_by_id: account }),
			changed('area', 'passed_on', 'passed_on_signed_off_at'),
		],
	},
	'/area/staff/add': {
		who: lead,
		fields: (once) => ({ once, name: 'Somebody New', kind: 'practitioner' }),
		to: /^\/area\/staff\/[\w-]{36}\/card\?done=added$/,
		writes: (_, once) => [
			added('account', { id: once, name: 'Somebody New' }),
			added('standing', { account_id: once, kind: 'practitioner' }),
		],
	},
	'/area/staff/ask-for-more': {
		who: lead,
		isSure: true,
		fields: () => ({ needed: 'no' }),
		to: '/area?done=asksNoMore',
		writes: () => [],
	},
	'/area/staff/:account/card': {
		who: lead,
		ids: staff,
		fields: () => ({}),
		to: '',
		writes: ({ account }) => [
			added('sign_in_card', { account_id: staff.account, made_by_id: account, used_at: null, ended_at: null }),
			added('sign_in_event', { account_id: staff.account, kind: 'card_made' }),
		],
	},
	'/area/staff/:account/by-role': {
		who: lead,
		ids: { account: idOf('callum') },
		fields: (once) => ({ once, reason: 'Someone waits for him.' }),
		to: `/area/staff/${idOf('callum')}/by-role?done=setTold`,
		writes: ({ account }, once) => [
			added('shown_by_role', {
				...{
					id: once,
					account_id: idOf('callum'),
					reason: 'Someone waits for him.',
					set_by_id: account,
					ended_at: null,
				},
			}),
		],
	},
	'/area/staff/:account/by-role/end': {
		who: lead,
		ids: staff,
		fields: () => ({ reason: 'Nobody looks for him now.' }),
		to: `/area/staff/${staff.account}/by-role?done=endTold`,
		writes: () => [changed('shown_by_role', 'ended_at', 'ended_by_id', 'ended_reason')],
	},
	'/area/staff/:standing/end': { who: lead, ids: staff, fields: () => ({}), to: '/area?done=ended' },
	...contactActs,
	// Ends what this session is not, so that it comes last.
	'/account/sessions/end-others': {
		who: signedIn,
		isSure: true,
		fields: () => ({}),
		to: '/account/sessions?done=endedOthers',
	},
}

/** One's own session in another browser: its id is not known before there is one. */
export const endSession = '/account/sessions/:session/end'

/** Forms for whoever is not signed in, with the token of their browser. */
export const browserForms: Record<string, { page: string; fields: Record<string, string>; status?: number }> = {
	'/sign-in': { page: '/sign-in', fields: { name: 'robin-lamp-482', secret: 'not the right one' } },
	'/sign-in/code': { page: '/sign-in/code', fields: { name: 'robin-lamp-000' }, status: 200 },
	'/sign-in/code/enter': { page: '/sign-in/code', fields: { name: 'robin-lamp-482', code: '12345678' } },
	'/sign-in/recover': { page: '/sign-in/recover', fields: { name: 'robin-lamp-000' }, status: 200 },
	'/sign-in/recover/back': { page: '/sign-in/recover/back', fields: { number: '482719' } },
	'/sign-in/recover/choose': { page: '/sign-in/recover/back', fields: { number: '482719' } },
	'/sign-in/passkey': { page: '/sign-in', fields: { credential: '{}' } },
	'/sign-in/passkey/begin': { page: '/sign-in', fields: {}, status: 200 },
	'/sign-in/provider/:provider': { page: '/sign-in', fields: {}, status: 404 },
	'/card': { page: '/card', fields: { code: '7KQD-92MF-3XTA' } },
	'/invited': { page: '/invited', fields: { code: '7KQD-92MF-3XTA' } },
	'/invited/answer': { page: '/invited', fields: { code: '7KQD-92MF-3XTA', answer: 'never' } },
	'/invited/join': { page: '/invited', fields: { code: '7KQD-92MF-3XTA', name: 'Somebody New' } },
	'/card/choose': {
		page: '/card',
		fields: { code: '7KQD-92MF-3XTA', secret: 'four blue herons', again: 'four blue herons' },
	},
}
