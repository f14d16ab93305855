import { defineWords } from '../../../platform/words.ts'

const both = {
	someoneLeft: 'someone who has left',
	nobody: 'Nobody is named yet.',
	named: '{by} asks {name} to take over.',
	namedByLead: '{by} leads the service here. They ask {name} to go on where {from} cannot.',
	begun: '{name} has taken over. They began on {day}.',
} as const

/** Who is named to take over, and how that stands. */
export const whoComesWords = defineWords('who comes', {
	en: {
		person: {
			...both,
			waits: '{name} can begin when you say that it is fine. If you say nothing, from {day}.',
			saidFine: 'You said that it is fine. {name} can begin.',
			saidNotThem: 'You said that you want someone else. {name} cannot begin.',
		},
		practitioner: {
			...both,
			waits: '{name} can begin when {person} says yes, or from {day}.',
			saidFine: '{person} says that it is fine. {name} can begin.',
			saidNotThem: '{person} wants someone else than {name}. Talk about it, then name someone else.',
		},
	},
})

/** For the person: their word on who is named. */
export const sayOfThemWords = defineWords('who comes to say', {
	en: {
		person: {
			sees: 'Once they begin, {name} works with you and sees your plan.',
			fine: 'It is fine',
			notThem: 'I want someone else',
			told: 'We kept what you said. You can change it until they begin.',
			begunHome: '{name} works with you now.',
			sayOnHome: 'Say if that is fine',
			lookOnHome: 'Read about it',
		},
	},
})
