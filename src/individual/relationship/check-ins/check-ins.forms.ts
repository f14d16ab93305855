import * as v from 'valibot'
import { optionalText } from '../../../platform/forms.ts'
import type { Say } from '../../../platform/words.ts'
import type { Limits } from '../between.tsx'
import { isStep } from './check-ins.ts'

/** The longest words, in signs as readers count them. */
export const most = 500

/** A step that was chosen; nothing, where the statement was left. */
const perhapsStep = v.pipe(
	v.optional(v.string(), ''),
	v.transform((chosen) => {
		const step = Number(chosen)
		return isStep(step) ? step : null
	}),
)

/** How a meeting was: any of it is enough. */
export const checkInForm = (say: Say<'enterSomething'>, { tooLong, unreadable }: Limits) =>
	v.pipe(
		v.object({
			...{ listened: perhapsStep, fair: perhapsStep, sayNo: perhapsStep },
			...{ whatNext: perhapsStep, worthIt: perhapsStep },
			change: optionalText(most, { tooLong: tooLong(most), unreadable }),
		}),
		v.forward(
			v.check((said) => Object.values(said).some((one) => one !== null), say('enterSomething')),
			['listened'],
		),
	)
