import { defineWords } from '../../platform/words.ts'

/** What frames every page, and what is said when something goes wrong on the way to one. */
export const frameWords = defineWords('frame', {
	en: {
		anyone: {
			home: 'Home',
			ourPlan: 'Our plan',
			demonstration: '{area} is invented. Write nothing real.',
			notFoundTitle: 'Page not found',
			notFound: 'We cannot show a page at this address. Check it, or go back to the start.',
			toTheStart: 'Go to the start',
			notSignedInTitle: 'You are not signed in',
			notSignedIn: 'Sign in to see this page.',
			comeIn: 'Come in',
			notSavedTitle: 'This was not saved',
			notSavedSignedOut: 'You are signed out, so we did not save this. Sign in and try again.',
			notOurForm: 'This form is too old to use. Go back, load the page again and try once more.',
			yourWords: 'What you wrote',
			keepYourWords: 'Copy your words before you leave this page.',
			tooLargeTitle: 'That is too much at once',
			tooLarge: 'You sent more than we can take. Go back and send a shorter text.',
			unreadableTitle: 'We could not read that',
			unreadable: 'Something in what you sent cannot be read. Go back and type it again.',
			strongerTitle: 'One thing first',
			stronger: 'You came in with a secret or a card. Your area asks staff for more than that.',
			strongerOn: 'See what to do',
			overtakenTitle: 'Something has changed',
			overtaken: 'This has changed since you opened it. Look at it again before you go on.',
			lookAgain: 'Look again',
			brokenTitle: 'Something went wrong here',
			broken: 'It is our fault, not yours. Nothing was saved. Go back and try again in a few minutes.',
		},
	},
	'en-x-easy': {
		anyone: {
			demonstration: '{area} is made up. Write nothing real.',
			broken: 'It is our fault. Nothing was saved. Try again in a few minutes.',
			notFound: 'We cannot show a page here.',
		},
	},
})
