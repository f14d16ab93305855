import { loadMeasure } from './measures.ts'

const licence = 'Open Government Licence v3.0'
const attribution = 'Contains public sector information licensed under the Open Government Licence v3.0.'
const common = {
	language: 'en-GB',
	scoring: 'none',
	missing: 'no answer, and never a number',
	licence,
	attribution,
	mayShip: 'anyone',
	minimumGap: 7,
	mayAnswer: 'the person',
	mayRead: 'the person',
}
const wellbeing = [
	{ from: 0, to: 4, name: 'low' },
	{ from: 5, to: 6, name: 'medium' },
	{ from: 7, to: 8, name: 'high' },
	{ from: 9, to: 10, name: 'very high' },
]
const anxiety = [
	{ from: 0, to: 1, name: 'very low' },
	{ from: 2, to: 3, name: 'low' },
	{ from: 4, to: 5, name: 'medium' },
	{ from: 6, to: 10, name: 'high' },
]
const responses = { from: 0, to: 10, lowest: 'not at all', highest: 'completely' }

/** The personal well-being harmonised standard of the Government Statistical Service ("ONS4"): four questions, and on purpose no total. */
const personalWellbeing = loadMeasure({
	...common,
	id: 'ons4',
	version: '2020-05-19',
	title: 'How you feel about your life',
	introduction: 'There are no right or wrong answers.',
	source: 'https://analysisfunction.civilservice.gov.uk/policy-store/personal-well-being/',
	questions: [
		{
			id: 'satisfied',
			wording: 'Overall, how satisfied are you with your life nowadays?',
			responses,
			bands: wellbeing,
		},
		{
			id: 'worthwhile',
			wording: 'Overall, to what extent do you feel that the things you do in your life are worthwhile?',
			responses,
			bands: wellbeing,
		},
		{ id: 'happy', wording: 'Overall, how happy did you feel yesterday?', responses, bands: wellbeing },
		{ id: 'anxious', wording: 'Overall, how anxious did you feel yesterday?', responses, bands: anxiety },
	],
})

/** The direct question on loneliness that the Office for National Statistics recommends. */
const loneliness = loadMeasure({
	...common,
	id: 'ons-loneliness',
	version: '2020-05-13',
	title: 'Feeling lonely',
	introduction: null,
	source: 'https://gss.civilservice.gov.uk/policy-store/loneliness-indicators/',
	questions: [
		{
			id: 'lonely',
			wording: 'How often do you feel lonely?',
			responses: ['Often or always', 'Some of the time', 'Occasionally', 'Hardly ever', 'Never'].map((text, nth) => ({
				value: nth + 1,
				text,
			})),
			bands: [],
		},
	],
})

/** The measures that come with Alongside. */
export const measures = [personalWellbeing, loneliness]
