import { defineWords } from '../../platform/words.ts'

/** When a practitioner reads what is written to them, and how else to reach them. */
export const hoursWords = defineWords('hours', {
	en: {
		anyone: {
			tab: 'When you read',
			link: 'Say when you read, and how to reach you',
			title: 'When do you read what people write to you?',
			intro: 'Those you work with read it beside each message they write to you.',
			reads: 'When you read',
			readsHint: 'For example: on weekdays, 9 to 5. Not at weekends.',
			reached: 'How else can they reach you? (optional)',
			reachedHint: 'For example: ring the office on 01632 960 001.',
			keep: 'Say it',
			told: 'It stands beside each message they write to you.',
			enterReads: 'Write when you read.',
		},
	},
})
