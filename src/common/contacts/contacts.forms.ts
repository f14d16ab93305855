import * as v from 'valibot'
import type { ContactRow } from '../../platform/database/schema.ts'
import { text } from '../../platform/forms.ts'
import { emailAddress, letterAddress, mobileNumber } from './contacts.ts'
import type { contactWords } from './contacts.words.ts'

type SayHere = ReturnType<typeof contactWords>
export type Kind = ContactRow['kind']

const ways = {
	text: { read: mobileNumber, empty: 'emptyText', wrong: 'wrongText', most: 60 },
	email: { read: emailAddress, empty: 'emptyEmail', wrong: 'wrongEmail', most: 254 },
	letter: { read: letterAddress, empty: 'emptyLetter', wrong: 'wrongLetter', most: 400 },
} as const satisfies Record<Kind, unknown>

/** One contact, as we keep it. */
export function contactForm(kind: Kind, say: SayHere) {
	const { read, empty, wrong, most } = ways[kind]
	return v.object({
		value: v.pipe(
			text(most, { empty: say(empty), tooLong: say('tooLong'), unreadable: say('unreadable') }),
			v.check((written) => read(written) !== undefined, say(wrong)),
			v.transform((written) => read(written) ?? ''),
		),
	})
}
