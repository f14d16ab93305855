import { defineWords } from '../../../platform/words.ts'

const both = {
	tab: 'When someone else takes over',
	heading: 'When someone else takes over',
	intro: 'Work can pass from one practitioner to the next. No note counts before the person says so.',
	notes: 'What is handed over',
	noNotes: 'No note is written.',
	written: 'Not read yet.',
	read: 'It was read.',
	corrected: 'It was put right. It does not count yet.',
	accepted: 'It counts. Who takes over reads it.',
	set_aside: 'It is set aside. Nobody who comes reads it.',
	putRight: 'What was put right',
	earlier: 'Notes before this one',
} as const

/** A change of practitioner: what is handed over, and that it counts by the person's word alone. */
export const handoverWords = defineWords('handover', {
	en: {
		person: {
			...both,
			intro: 'Work with you can pass to someone else. No note about you counts before you say so.',
			read: 'You have read it. It does not count yet.',
			written: 'You have not said anything to it yet. It does not count yet.',
			corrected: 'You put it right. It does not count yet.',
			accepted: 'You said that it counts. Who takes over reads it, and your words with it.',
			set_aside: 'You set it aside. Nobody who comes reads it.',
			putRight: 'What you put right',
		},
		practitioner: {
			...both,
			intro: 'Write what the next one should know. {name} reads it first, and says if it counts.',
			written: '{name} has not said anything to it yet. It does not count yet.',
			read: '{name} has read it. It does not count yet.',
			corrected: '{name} put it right. You can write it again. It does not count yet.',
			accepted: '{name} said that it counts. Who takes over reads it.',
			set_aside: '{name} set it aside. Nobody who comes reads it.',
			putRight: 'What {name} put right',
		},
	},
})

/** For the person: their word on a note, and on what was open. */
export const handoverSayWords = defineWords('handover to say', {
	en: {
		person: {
			haveRead: 'I have read it',
			correct: 'Put something right',
			accept: 'It counts',
			setAside: 'Set it aside',
			acceptHint: 'Who takes over then reads the note, and what you put right. You can set it aside later.',
			correctTitle: 'What do you want to put right?',
			correctHint: 'Both stand there: the note, and your words.',
			correctWords: 'Your words',
			share: 'Share it',
			told: 'We kept what you said.',
			enterWords: 'Write what you want to put right.',
			openingsLink: 'Say what stays open',
			openingsTitle: 'What do you want to open to {name}?',
			openingsIntro:
				'These were open to someone who worked with you. Nothing passes without your word. Our plan is not here: who works with you sees it.',
			openingsNone: 'Nothing of yours was open to them.',
			openingsNobody: 'Nobody works with you now.',
			openedTo: 'It was open to {name}.',
			open: 'Open it to {name}',
			notOpen: 'Do not open it',
			isOpen: 'It is open to {name} until {day}.',
			isNotOpen: 'You said no. It is not open to {name}.',
			whatFor: 'What for',
			toOpenings: 'See all that you opened',
			openTold: 'It is open. You can close it at any time.',
			notTold: 'It is not open.',
		},
	},
})

/** For who goes on, and who comes. */
export const handoverWriteWords = defineWords('handover to write', {
	en: {
		practitioner: {
			write: 'Write a note',
			writeAgain: 'Write it again',
			writeTitle: 'What should the next one know about {name}?',
			writeHint: 'Begin with what {name} is good at. Write nothing that you would not say to {name}.',
			share: 'Let {name} read it',
			wroteTold: '{name} can read it now.',
			enterWords: 'Write what the next one should know.',
			words: 'Your note',
			name: 'Name who takes over',
			nameTitle: 'Who takes over from you?',
			nameHint: '{name} reads whom you name, and says if that is fine. After a week without a word they can begin.',
			nameNobody: 'There is nobody else here who could.',
			nameShare: 'Name them',
			namedTold: '{name} can read who takes over.',
			choose: 'Choose one.',
			askedHome: '{from} asks you to take over the work with {name}.',
			look: 'Look at it',
			takeTab: 'Take over',
			takeTitle: 'Do you take over the work with {name}?',
			takeWhat: 'From then on you work with {name}. You see the plan. {name} reads that you begin.',
			takeYes: 'Yes, I begin today',
			takeWait: 'You can begin when {name} says yes, or from {day}.',
		},
	},
})
