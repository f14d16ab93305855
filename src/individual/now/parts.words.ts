import { defineWords } from '../../platform/words.ts'

/** The parts of a life and what is asked about each, as everybody reads them. */
export const partWords = defineWords('parts-of-life', {
	en: {
		anyone: {
			home: 'Where I live',
			money: 'Money',
			work: 'Work and learning',
			health: 'Health',
			drugs: 'Alcohol and drugs',
			relationships: 'Relationships',
			caring: 'Caring for others',
			community: 'Community',
			identity: 'Who I am',
			rights: 'Rights',
			well: 'Going well',
			way: 'In the way',
			help: 'Would help',
			rating: 'A number from 0 to 10',
			me: 'In me',
			between: 'Between people',
			world: 'In the world around me',
		},
	},
})
