import { ago, inDays } from '../days.ts'
import { answersMeasure, beginsToSay, cameIntoPlan, keepsAsStrength, opensPartOfLife, saysOf, showsIt } from '../now.ts'
import type { Outcome } from '../outcomes.ts'
import type { Plan } from '../story.ts'

/** Where Ann was in spring, together with Priya; in summer, by herself; and what she has begun for nobody else to see. */
export function whereAnnIs(plan: Plan, flat: Outcome): void {
	const spring = beginsToSay(plan, 'priya', ago(140), 'spring', 'together')
	saysOf(spring, 'ann', ago(140), ['home', 'well'], { words: 'I have a bed.\nThe night porter is kind.' })
	saysOf(spring, 'ann', ago(140), ['home', 'way'], {
		words: 'It is loud. I do not sleep.\nLandlords see the hostel and say no.',
		place: 'world',
	})
	const help = saysOf(spring, 'ann', ago(140), ['home', 'help'], { words: 'A door of my own that shuts.' })
	saysOf(spring, 'ann', ago(140), ['home', 'rating'], { rating: 3 })
	saysOf(spring, 'ann', ago(140), ['home', 'enough'])
	saysOf(spring, 'priya', ago(140), ['home', 'well'], { words: 'You keep your room in order, whatever goes on.' })
	saysOf(spring, 'priya', ago(140), ['home', 'help'], { words: 'A letter from us to a landlord who listens.' })
	saysOf(spring, 'ann', ago(139), ['caring', 'well'], { words: 'My nephews ask for me.' })
	saysOf(spring, 'ann', ago(139), ['caring', 'way'], { words: 'I cannot have them round.', place: 'between' })
	saysOf(spring, 'ann', ago(139), ['drugs', 'well'])
	saysOf(spring, 'ann', ago(139), ['drugs', 'rating'])
	keepsAsStrength(spring, ago(139), 'caring', 'My nephews ask for me.')
	keepsAsStrength(spring, ago(139), 'home', 'I have a bed.', ago(40))
	cameIntoPlan(help, flat)

	const summer = beginsToSay(plan, 'ann', ago(45), 'summer', 'alone')
	saysOf(summer, 'ann', ago(45), ['home', 'well'], { words: 'I have a bed.\nI found the quiet hour for the kitchen.' })
	saysOf(summer, 'ann', ago(45), ['home', 'way'], { words: 'Landlords see the hostel and say no.', place: 'world' })
	saysOf(summer, 'ann', ago(44), ['home', 'rating'], { rating: 6 })
	saysOf(summer, 'ann', ago(44), ['caring', 'well'], { words: 'My nephews ask for me.\nLinda lets me fetch them.' })
	showsIt(summer, ago(43))
	saysOf(summer, 'priya', ago(40), ['home', 'well'], { words: 'You ring them each Monday. Few people would.' })
	keepsAsStrength(summer, ago(43), 'caring', 'Linda lets me fetch them.')

	const alone = beginsToSay(plan, 'ann', ago(4), 'alone', 'alone')
	saysOf(alone, 'ann', ago(4), ['relationships', 'way'], { words: 'I still count who is cross with me.', place: 'me' })

	opensPartOfLife(plan, 'caring', 'linda', [ago(39), inDays(60)], 'So that you see what they mean to me.')

	answersMeasure(plan, ago(120), 'satisfied', 3, 'The hostel.')
	answersMeasure(plan, ago(60), 'satisfied', null)
	answersMeasure(plan, ago(20), 'satisfied', 6, 'I slept.')
	answersMeasure(plan, ago(20), 'anxious', 4)
	answersMeasure(plan, ago(90), 'lonely', 1)
	answersMeasure(plan, ago(20), 'lonely', 3, 'The choir counts.')
}
