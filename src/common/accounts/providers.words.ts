import { defineWords } from '../../platform/words.ts'

/** Coming in through an organisation's own sign-in. */
export const providerWords = defineWords('providers', {
	en: {
		anyone: {
			comeIn: 'Come in with {name}',
			sure: 'Show it at {name}',
			goTab: 'On to your sign-in',
			goHeading: 'On to {name}',
			goWhy: 'You sign in there and come back here.',
			goOn: 'Go on to {name}',
			refused: 'That sign-in opens nothing here. Try again, or come in another way.',
			down: 'That sign-in does not answer now. Try again later, or come in another way.',
			many: 'There were many tries. Wait 15 minutes, or come in another way.',
			heading: 'Your sign-in at {name}',
			connect: 'Connect your sign-in at {name}',
			connectWhat: 'Then you can come in with it, and need no secret here.',
			connectedOn: 'Connected on {day}',
			disconnect: 'End this connection',
			connectedTold: 'Your sign-in is connected. You can come in with it from now on.',
			connectRefused: 'That sign-in could not be connected. Try again, or ask who runs this service.',
			disconnectedTold: 'The connection is ended. You are signed out everywhere else.',
		},
	},
})
