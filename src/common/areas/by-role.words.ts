import { defineWords } from '../../platform/words.ts'

/** Telling of staff by role in the record of access: to the lead who sets it, and to the one whom it is about. */
export const byRoleWords = defineWords('by-role', {
	en: {
		anyone: {
			tab: 'By name or by role',
			heading: 'How people’s records tell of {name}',
			what: 'People read who looked at what is theirs. They read names, unless a name would put someone in danger.',
			only: 'It changes that record only. Whoever {name} works with still knows the name.',
			byName: 'Records tell of {name} by name.',
			byRole: 'Since {day}, records tell of {name} by role: “your practitioner”.',
			why: 'Why',
			reason: 'What is the danger?',
			reasonHint: 'One or two plain sentences. {name} can read it. So can everyone who leads the service here.',
			set: 'Tell of {name} by role',
			setTold: 'Records tell of them by role from now on.',
			endReason: 'Why is it no longer needed?',
			endHint: '{name} will stand there by name again, also for what was before.',
			end: 'Tell of {name} by name again',
			endTold: 'Records tell of them by name again.',
			ownHeading: 'How people’s records tell of you',
			ownByName: 'Records tell of you by name.',
			ownByRole: 'Since {day}, records tell of you by role: “your practitioner”. A lead has set it.',
			ownAsk: 'Do you see it differently? Talk with your lead.',
			enterReason: 'Write why.',
			tooLong: 'Use at most {most} signs.',
			unreadable: 'Some of these signs cannot be kept. Type the text again.',
		},
	},
})
