import type { FastifyInstance } from 'fastify'
import { show } from '../../../common/frame/index.ts'
import { type Openable, whatIsThere } from '../../../common/openings/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { fieldsOf } from '../../../platform/forms.ts'
import type { Asked } from '../../../platform/http/asked.ts'
import { NotFound } from '../../../platform/http/mistakes.ts'
import { allOf } from '../../../platform/lists.ts'
import { routes } from '../../../routes.ts'
import { OneButton } from '../../../ui/OneButton.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { type Between, Own, readBetween, worksNow } from '../between.tsx'
import { handoverSayWords } from './handover.words.ts'
import { type Passing, passOn, whatCouldPass } from './passing.queries.ts'

type PassingReading = Between & { say: ReturnType<typeof handoverSayWords>; all: Passing[] }

async function readPassing(tx: Tx, request: Asked, openables: readonly Openable[]): Promise<PassingReading> {
	const between = await readBetween(tx, request, 'person')
	const say = handoverSayWords({ locale: between.reader.locale, voice: 'person' })
	const whats = await whatIsThere(tx, request, openables)
	return { ...between, say, all: await whatCouldPass(tx, { ties: between.ties, whats, locale: between.reader.locale }) }
}

/** What was open to the one before: open to the one who comes, or not, by the person's word for each. */
export function passingRoutes(app: FastifyInstance, openables: readonly Openable[]): void {
	app.get(routes.handover.openings.pattern, async (request, reply) => {
		const reading = await request.acting((tx) => readPassing(tx, request, openables))
		const { done } = request.query as { done?: unknown }
		return show(request, reply, {
			title: reading.sayBetween('handover'),
			backHref: routes.handover.show.href({ person: reading.person.id }),
			done: done === 'open' ? reading.say('openTold') : done === 'not' ? reading.say('notTold') : undefined,
			body: <PassingPage {...reading} />,
		})
	})

	app.post(routes.handover.openings.pattern, async (request, reply) => {
		const { opening, comes, passes } = fieldsOf(request.body, ['opening', 'comes', 'passes'])
		const to = await request.acting(async (tx) => {
			const { all } = await readPassing(tx, request, openables)
			const one = all.find((each) => each.opening === opening && each.to === comes)
			if (!one || (passes !== 'yes' && passes !== 'no')) throw new NotFound()
			await passOn(tx, one, passes === 'yes')
			const { person } = request.params as { person: string }
			return `${routes.handover.openings.href({ person })}?done=${passes === 'yes' ? 'open' : 'not'}`
		})
		return reply.redirect(to, 303)
	})
}

function PassingPage(props: PassingReading) {
	const { say, all } = props
	const names = allOf(
		worksNow(props).map(({ name }) => name),
		props.reader.locale,
	)
	return (
		<>
			<h1>
				<bdi>{names ? say('openingsTitle', { name: names }) : say('openingsLink')}</bdi>
			</h1>
			<p>{say(names ? 'openingsIntro' : 'openingsNobody')}</p>
			{names && all.length === 0 && <p>{say('openingsNone')}</p>}
			<p>
				<a class="act-link" href={routes.openings.list.href({ person: props.person.id })}>
					{say('toOpenings')}
				</a>
			</p>
			{all.map((one) => (
				<One key={`${one.opening} ${one.to}`} {...props} one={one} />
			))}
		</>
	)
}

/** One thing, and the two answers to it: neither is larger than the other. */
function One({ say, sayBetween, one, csrf, person, day }: PassingReading & { one: Passing }) {
	const to = routes.handover.openings.href({ person: person.id })
	const fields = { opening: one.opening, comes: one.to }
	const about = (
		<span class="visually-hidden" data-own-words="">
			: {one.what}
		</span>
	)
	return (
		<section>
			<h2 dir="auto">
				<bdi data-own-words="">{one.what}</bdi>
			</h2>
			<SummaryList rows={[{ key: say('whatFor'), value: <Own>{one.purpose}</Own> }]} />
			<p>
				<bdi>{say('openedTo', { name: one.fromName || sayBetween('someoneLeft') })}</bdi>{' '}
				{one.openUntil && <bdi>{say('isOpen', { name: one.toName, day: day(one.openUntil) })}</bdi>}
				{!one.openUntil && one.passes === false && <bdi>{say('isNotOpen', { name: one.toName })}</bdi>}
			</p>
			{!one.openUntil && (
				<div class="button-group">
					<OneButton to={to} csrf={csrf} fields={{ ...fields, passes: 'yes' }} kind="secondary">
						<bdi>{say('open', { name: one.toName })}</bdi>
						{about}
					</OneButton>
					{one.passes !== false && (
						<OneButton to={to} csrf={csrf} fields={{ ...fields, passes: 'no' }} kind="secondary">
							{say('notOpen')}
							{about}
						</OneButton>
					)}
				</div>
			)}
		</section>
	)
}
