import { defineWords } from '../../platform/words.ts'

/** What goes out. It gives nothing away: no name, no place, no reason, not who sends it. */
export const goingWords = defineWords('going out', {
	en: {
		anyone: {
			codeSubject: 'Your code',
			code: 'Your code is {carries}. It works for 10 minutes. Give it to nobody.',
			newSubject: 'There is something new for you',
			new: 'There is something new for you. Sign in when it suits you.',
			changedSubject: 'Something has changed for you',
			changed: 'The way we write to you has changed. Did you not change it? Sign in and look.',
			invitationSubject: 'A question for you',
			invitation: 'Someone has a question for you. Read it, or tell us never to write again: {carries}',
			reminderSubject: 'You asked us to write',
			reminder: 'You asked us to write to you now. Sign in to see why.',
			signInChanging: 'Someone asked to change how you sign in. Was it not you? Sign in today and stop it.',
			signInChanged: 'How you sign in has changed. Did you not change it? Sign in and look.',
			signInTried: 'Someone tried to sign in as you and could not. Was it not you? Sign in and look.',
			everythingTaken: 'Someone took a copy of all that is yours. Was it not you? Sign in and look.',
		},
	},
	'en-x-easy': {
		anyone: {
			code: 'Your code is {carries}. Use it in the next 10 minutes. Give it to nobody.',
			new: 'There is something new for you. Sign in to see it.',
			changed: 'We now write to you in a new way. Was that not you? Sign in and look.',
		},
	},
})

/** The pages about messages: for those who lead the service, and for whoever tries the demonstration. */
export const messageWords = defineWords('messages', {
	en: {
		anyone: {
			title: 'Messages that go out',
			intro: 'You see what waits and what failed: which kind, by what way, on which day.',
			never: 'You never see to whom, where to, or what a message says.',
			waitsHeading: 'Waiting',
			waitsNothing: 'Nothing waits.',
			notSetUp:
				'{channel, select, text {Texts} email {E-mails} other {Letters}} wait, because nothing is set up to send them.',
			setUpHow: 'Whoever runs the program sets this up.',
			inDemonstration: 'This area is invented. What would go out stays here.',
			toOutbox: 'Read what would go out',
			failedHeading: 'Failed',
			failedNothing: 'Nothing failed.',
			by: 'By',
			why: 'Why',
			counted:
				'{count, plural, one {# message} other {# messages}} by {channel, select, text {text} email {e-mail} other {letter}}: {kind, select, code {a code} changed {a change of contact} invitation {a question from someone} signIn {a word about signing in} taken {a word about what was taken} reminder {a reminder} other {something new}}.',
			byText: 'Text',
			byEmail: 'E-mail',
			byLetter: 'Letter',
			whyRefused: 'It cannot be sent to that number or address.',
			whyUnreachable: 'The way out was closed.',
			whyTooLate: 'It was too late to send it.',
			tryAgain: 'Try again',
			tryAgainHint: 'Codes are not sent again. They are too old by then.',
			triedAgain: 'What can be sent again now waits to go out.',
			outboxTitle: 'What would go out',
			outboxIntro: 'Nothing leaves this area. Here you read what would go out, and to whom.',
			outboxNothing: 'Nothing has been written yet.',
			to: 'To {name}',
			toInvited: 'To someone invited',
			at: 'At',
			on: 'Asked for',
			subject: 'First line',
			says: 'Says',
			codeOver: 'A code that is over.',
			gone: 'It is gone, and so is the address.',
			waits: 'Waits',
			sent: 'Sent',
			failed: 'Failed',
		},
	},
})
