import * as v from 'valibot'
import { contactForm, contactWords } from '../../common/contacts/index.ts'
import { draftWords } from '../../common/drafts/index.ts'
import { text } from '../../platform/forms.ts'
import type { Locale } from '../../platform/words.ts'
import type { checkWords, invitedWords, supportersWords } from './family.words.ts'
import { messageWays, verdicts, ways } from './invitations.ts'

/** The longest name, and the longest word on who somebody is, in signs. */
const longest = 100

export const inviteFields = ['called', 'tie', 'signed', 'way', ...messageWays] as const

/** Whom to invite, and how; of the addresses only that of the way that was chosen counts. */
export function inviteForm(say: ReturnType<typeof supportersWords>, locale: Locale) {
	const drafts = draftWords({ locale, voice: 'anyone' })
	const contacts = contactWords({ locale, voice: 'anyone' })
	const words = (empty: string) =>
		text(longest, { empty, tooLong: drafts('tooLong', { most: longest }), unreadable: drafts('unreadable') })
	const who = {
		called: words(say('enterCalled')),
		tie: words(say('enterTie')),
		signed: words(say('enterSigned')),
		way: v.picklist(ways, say('chooseWay')),
	}
	return v.pipe(
		v.lazy((input) => {
			const way = messageWays.find((one) => one === (input as { way?: unknown }).way)
			return v.object({ ...who, ...(way && { [way]: contactForm(way, contacts).entries.value }) })
		}),
		v.transform(({ called, tie, signed, way, ...rest }) => {
			const address = (rest as Record<string, string | undefined>)[way] ?? null
			return { called, tie, signed, way, address }
		}),
	)
}

export type Invited = v.InferOutput<ReturnType<typeof inviteForm>>

/** What was found; nothing is chosen beforehand. */
export const checkForm = (say: ReturnType<typeof checkWords>) =>
	v.object({ found: v.picklist(verdicts, say('choose')) })

/** What whoever comes in wants to be called. */
export const joinForm = (say: ReturnType<typeof invitedWords>) =>
	v.object({
		name: text(longest, {
			empty: say('enterName'),
			tooLong: say('nameTooLong', { most: longest }),
			unreadable: say('unreadable'),
		}),
	})
