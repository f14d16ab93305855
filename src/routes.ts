import { route } from './platform/http/routes.ts'

/** Every address once. The URL always names the person or thing; nothing about "the current one" lives anywhere else. */
export const routes = {
	home: route('/'),
	yourInformation: route('/your-information'),
	accessibility: route('/accessibility'),
	helpNow: route('/help-now'),
	words: route('/words'),
	signOut: route('/sign-out'),
	demo: {
		people: route('/demo'),
		signIn: route('/demo/sign-in'),
	},
	signIn: route('/sign-in'),
	card: {
		use: route('/card'),
		choose: route('/card/choose'),
	},
	account: {
		show: route('/account'),
		secret: route('/account/secret'),
		sure: route('/account/sure'),
		sessions: route('/account/sessions'),
		endSession: route('/account/sessions/:session/end'),
		endOtherSessions: route('/account/sessions/end-others'),
	},
	take: {
		start: route('/take-with-you'),
		page: route('/take-with-you/everything'),
		file: route('/take-with-you/file'),
		schema: route('/take-with-you/schema'),
		show: route('/take-with-you/show'),
	},
	area: {
		show: route('/area'),
		passedOn: route('/area/passed-on'),
		addStaff: route('/area/staff/add'),
		staffCard: route('/area/staff/:account/card'),
		endStaff: route('/area/staff/:standing/end'),
	},
	invite: route('/invite'),
	person: route('/people/:person'),
	personCard: route('/people/:person/card'),
	openings: {
		list: route('/people/:person/openings'),
		open: route('/people/:person/openings/open'),
		close: route('/people/:person/openings/:opening/close'),
		again: route('/people/:person/openings/:opening/again'),
	},
	leave: route('/people/:person/leave'),
	plan: {
		show: route('/people/:person/plan'),
		propose: route('/people/:person/plan/propose'),
	},
	outcome: {
		show: route('/people/:person/plan/outcomes/:outcome'),
		history: route('/people/:person/plan/outcomes/:outcome/history'),
		agree: route('/people/:person/plan/outcomes/:outcome/agree'),
		withdrawAgreement: route('/people/:person/plan/outcomes/:outcome/withdraw-agreement'),
		otherWords: route('/people/:person/plan/outcomes/:outcome/other-words'),
		seeDifferently: route('/people/:person/plan/outcomes/:outcome/see-differently'),
		withdrawDifference: route('/people/:person/plan/outcomes/:outcome/differences/:difference/withdraw'),
		turn: route('/people/:person/plan/outcomes/:outcome/turn'),
	},
	contribution: {
		bring: route('/people/:person/plan/outcomes/:outcome/bring'),
		ask: route('/people/:person/plan/outcomes/:outcome/ask'),
		done: route('/people/:person/plan/outcomes/:outcome/contributions/:contribution/done'),
		takeBack: route('/people/:person/plan/outcomes/:outcome/contributions/:contribution/take-back'),
		answer: route('/people/:person/plan/outcomes/:outcome/requests/:request/answer'),
		takeBackRequest: route('/people/:person/plan/outcomes/:outcome/requests/:request/take-back'),
	},
}
