import type { FastifyInstance } from 'fastify'
import { recordChange } from '../../../common/access-record/index.ts'
import { show } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { newId } from '../../../platform/database/values.ts'
import { fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { myPiece } from '../parts.ts'
import { openMine } from '../reading.ts'
import { lookAt, openOpened } from './opened.ts'
import { AskOutPage } from './TakingOut.tsx'
import { answerTakingOut, askToBeTakenOut, takingsOut } from './taking-out.queries.ts'

/** A moment of somebody's that is open to the acting account. */
async function openMoment(tx: Tx, request: Asked) {
	const opened = await openOpened(tx, request)
	const { moment: wanted } = request.params as { moment: string }
	const moment = opened.moments.find(({ id }) => id === wanted)
	if (!moment) throw new NotFound()
	return { ...opened, moment }
}

/** Who is in a moment asks to be taken out of it; the person whose story it is decides. */
export function takingOutRoutes(app: FastifyInstance): void {
	app.get(routes.piece.askOut.pattern, async (request, reply) => {
		const reading = await request.acting(async (tx) => {
			const opened = await openMoment(tx, request)
			await lookAt(tx, opened)
			return opened
		})
		const { person, piece, say } = reading
		return show(request, reply, {
			title: say('tab'),
			backHref: routes.piece.show.href({ person: person.id, piece: piece.id }),
			body: <AskOutPage {...reading} csrf={request.visitor?.csrf ?? ''} />,
		})
	})

	app.post(routes.piece.askOut.pattern, async (request, reply) => {
		const to = await request.acting(async (tx) => {
			const { person, piece, moment } = await openMoment(tx, request)
			await askToBeTakenOut(tx, person.id, piece, moment.id, newId())
			await recordChange(tx, { people: [person.id], what: 'story_taking_out', thing: moment.id })
			return `${routes.piece.show.href({ person: person.id, piece: piece.id })}?done=asked`
		})
		return reply.redirect(to, 303)
	})

	app.post(routes.piece.answerOut.pattern, async (request, reply) => {
		const { answer } = fieldsOf(request.body, ['answer'])
		const { asked } = request.params as { asked: string }
		const to = await request.acting(async (tx) => {
			openMine(tx, request)
			const piece = await myPiece(tx, request)
			const isAsked = (await takingsOut(tx, tx.account, piece.id)).some(({ id }) => id === asked)
			if (!isAsked || (answer !== 'changed' && answer !== 'stays')) throw new NotFound()
			await answerTakingOut(tx, asked, answer)
			return `${routes.piece.show.href({ person: tx.account, piece: piece.id })}?done=kept`
		})
		return reply.redirect(to, 303)
	})
}
