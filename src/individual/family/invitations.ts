import type { InvitationRow } from '../../platform/database/schema.ts'

/** How somebody is invited: by a card that the person hands over, or by a message that the service writes first. */
export type Way = InvitationRow['way']
export const messageWays = ['text', 'email', 'letter'] as const
export const ways = ['card', ...messageWays] as const satisfies Way[]

/** What whoever checks an invitation can find. */
export const verdicts = ['may_be_written_to', 'left_in_peace'] as const

/** An invitation that can still be accepted, as the person who made it sees it: the same whatever became of the check and the message. */
export type Invitation = {
	id: string
	called: string
	tie: string
	way: Way
	address: string | null
	askedAt: Date
	endsAt: Date
}
