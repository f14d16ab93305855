/** One's own contacts, and what a lead sees of messages: who may do what there, and what is written. */

import { idOf } from '../../demo/demonstration.ts'
import { actorNames } from './cast.ts'
import { added } from './changes.ts'
import type { OwnAct, OwnPage } from './own.table.ts'
import type { Change } from './rows.ts'

const signedIn = actorNames.filter((name) => name !== 'anonymous')
const lead = ['lead'] as const
const person = ['person'] as const

const removed = (table: string, columns: Record<string, unknown>): Change => ({ table, how: 'removed', columns })

export const contactPages: Record<string, OwnPage> = {
	'/account/contacts': { who: signedIn, shows: ['You need no phone and no e-mail here.'] },
	'/account/contacts/text': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/account/contacts/text&by=more' },
	'/account/contacts/email': { who: signedIn, shows: [], leadsTo: '/account/sure?to=/account/contacts/email&by=more' },
	'/account/contacts/letter': {
		who: signedIn,
		shows: [],
		leadsTo: '/account/sure?to=/account/contacts/letter&by=more',
	},
	'/area/messages': { who: lead, shows: ['Messages that go out'] },
}

/** A new contact waits for its code, which is on its way. */
const addedWithCode = (account: string, contact: string, kind: string, value: string): Change[] => [
	added('contact', { id: contact, account_id: account, kind, value, confirmed_at: null, chosen_at: null }),
	added('code', { account_id: account, contact_id: contact, purpose: 'confirm', tries: 0 }),
	added('message', { account_id: account, contact_id: contact, kind: 'code', channel: kind, address: value }),
]

/** Who has a contact that was there before, and is told of a new one. */
const haveOne = ['joseph', 'tom', 'iris'].map(idOf)
const lines = 'A Reader\n1 Quay Street\nRM1 1AA'

export const contactActs: Record<string, OwnAct> = {
	'/account/contacts/text': {
		who: signedIn,
		isSure: true,
		fields: (once) => ({ once, value: '07700 900001' }),
		to: '/account/contacts?done=code',
		writes: ({ account }, once) => addedWithCode(account, once, 'text', '+447700900001'),
	},
	'/account/contacts/email': {
		who: signedIn,
		isSure: true,
		fields: (once) => ({ once, value: 'reader@post.example' }),
		to: '/account/contacts?done=code',
		writes: ({ account }, once) => addedWithCode(account, once, 'email', 'reader@post.example'),
	},
	'/account/contacts/send-again': {
		who: person,
		fields: () => ({ contact: idOf('ann/contact/text') }),
		to: '/account/contacts?done=code',
		writes: ({ account }) => [
			added('code', { account_id: account, contact_id: idOf('ann/contact/text'), purpose: 'confirm' }),
			added('message', { account_id: account, contact_id: idOf('ann/contact/text'), kind: 'code' }),
		],
	},
	'/account/contacts/confirm': {
		who: signedIn,
		fields: () => ({ code: '12345678' }),
		to: '',
		status: 422,
		writes: () => [],
	},
	'/account/contacts/choose': {
		who: person,
		isSure: true,
		fields: () => ({ contact: idOf('ann/contact/email') }),
		to: '/account/contacts?done=chosen',
		writes: () => [],
	},
	'/account/contacts/remove': {
		who: person,
		isSure: true,
		fields: () => ({ contact: idOf('ann/contact/email') }),
		to: '/account/contacts?done=removed',
		writes: ({ account }) => [
			removed('contact', { id: idOf('ann/contact/email'), account_id: account }),
			added('message', { account_id: account, kind: 'contact-changed', address: 'annk@post.example' }),
		],
	},
	'/account/contacts/letter': {
		who: signedIn,
		isSure: true,
		fields: (once) => ({ once, value: lines }),
		to: '/account/contacts?done=added',
		writes: ({ account }, once) => [
			added('contact', { id: once, account_id: account, kind: 'letter', value: lines, chosen_at: null }),
			...(haveOne.includes(account) ? [added('message', { account_id: account, kind: 'contact-changed' })] : []),
		],
	},
	'/area/messages/try-again': { who: lead, fields: () => ({}), to: '/area/messages?done=again' },
}
