import { defineWords } from '../../../platform/words.ts'

/** The numbers behind a map, for a practitioner who asks for them: each with what it can mean and how it is counted. */
export const supervisionWords = defineWords('network-numbers', {
	en: {
		practitioner: {
			notAScore:
				'A number is a question to talk about, never a score. Maps with the same numbers can be opposite lives.',
			open: '{count, plural, one {One pair has no answer.} other {# pairs have no answer.}} What follows is what is known so far.',
			tooLittle: 'There is too little to say this.',
			fold: 'For supervision and research',
			density: 'Density: of the pairs with an answer, how many know each other',
			densityMeans: 'High is a closed circle: help travels fast, and it is hard to leave. Low is separate worlds.',
			densityFormula:
				'2t / (n(n-1)), where t are the ties among n alters; t by the pairs with an answer where some have none',
			meanDegree: 'How many of the others each knows, on average',
			meanDegreeMeans: 'It grows with the size of the map.',
			meanDegreeFormula: '2t / n',
			parts: 'Separate groups, those of one among them',
			partsMeans: 'Separate worlds: what happens in one is not heard in the others.',
			partsFormula: 'connected components without the person',
			linchpins: 'Linchpins: those without whom a group falls into several',
			linchpinsMeans: 'Whose loss splits the network. They often carry load.',
			linchpinsFormula: 'articulation points among the alters',
			strain: 'Ties with strain, of those of which it was said',
			strainMeans: 'Strain beside help is usual. Ask, do not cut.',
			strainFormula: 'ties with strain above 0 / ties with an answer',
			effectiveSize: 'Effective size',
			effectiveSizeMeans: 'How many contacts are each their own, and not a way to the same others.',
			effectiveSizeFormula: 'n - 2t/n (Borgatti, of Burt)',
			efficiency: 'Efficiency',
			efficiencyMeans: 'Effective size by size.',
			efficiencyFormula: '(n - 2t/n) / n',
			constraint: 'Constraint',
			constraintMeans: 'How much their people lean on the same people. It can be more than 1.',
			constraintFormula: 'sum over j of ((1/n)(1 + sum over q who knows j of 1/(d(q)+1)))² (Burt)',
			brokerage: 'Brokerage, by pairs with an answer',
			brokerageMeans: 'How often they are the way between two. Being the messenger can be a burden.',
			brokerageFormula: 'sum over pairs who do not know each other of 1/(1 + their common alters), by n(n-1)/2',
			entropy: 'Spread over parts of life',
			entropyMeans: '0 where all are of one part of life.',
			entropyFormula: 'sum of p log2(1/p)',
			blau: 'Spread, by Blau',
			blauMeans: 'How likely two of them are of two parts of life.',
			blauFormula: '1 - sum of p²',
			eiRescaled: 'E-I among them by part of life, rescaled',
			eiRescaledMeans: 'Below 0 they keep to their own part of life, above 0 to others.',
			eiRescaledFormula:
				'(dE - dI) / (dE + dI), with ties out and within each by their possible pairs (Krackhardt and Stern)',
		},
	},
})
