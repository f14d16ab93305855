import { defineWords } from '../../../platform/words.ts'

/** What somebody brought where something was open to them, said to that one. */
export const broughtWords = defineWords('brought', {
	en: {
		anyone: {
			tab: 'What you brought',
			heading: 'What you brought where it is closed now',
			intro: 'These are your own words. They stay yours to read.',
			others: 'Those you wrote them for can read them too, with your name.',
			nothing: 'There is nothing here. What is open to you stands on your home page.',
			headingAll: 'What you brought for others',
			contribution: 'You said what you bring.',
			answer: 'You said no to something you were asked.',
			step: 'You wrote a step.',
			step_accepted: 'You said yes to a step.',
			step_differently: 'You said yes to a step, in your own words.',
			step_declined: 'You said no to a step.',
			step_taken_back: 'You took a question back.',
			step_another_day: 'You said another day.',
			step_done: 'You said a step is done.',
			step_set_aside: 'You set a step aside.',
		},
	},
})
