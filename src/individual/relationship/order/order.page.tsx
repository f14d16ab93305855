import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Said } from '../../../ui/Said.tsx'
import type { Between } from '../between.tsx'
import { type Condition, isOver, type OrderRemark, type OrderWording, standing, unanswered } from './order.ts'
import { type orderWords, sayOfOrderWords, writeOrderWords } from './order.words.ts'

export type OrderReading = Between & { say: ReturnType<typeof orderWords>; conditions: Condition[] }

/** What the order asks of a person, on a page of its own: nothing that was agreed stands here. */
export function OrderPage(props: OrderReading) {
	const { say, person, reader, conditions, today, sayBetween } = props
	const { name } = person
	const open = conditions.filter((one) => !isOver(one, today))
	const over = conditions.filter((one) => isOver(one, today))
	return (
		<>
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<InsetText>
				<p>{say('apart')}</p>
				<p>
					<bdi>{say('apartPlan', { name })}</bdi>
				</p>
			</InsetText>
			<p>
				<bdi>{say('why', { name })}</bdi>
			</p>
			{reader.voice === 'practitioner' && (
				<p>
					<Button href={routes.order.write.href({ person: person.id })}>
						{writeOrderWords({ ...reader, voice: 'practitioner' })('write')}
					</Button>
				</p>
			)}
			{open.length === 0 && <p>{say('none')}</p>}
			{open.map((one) => (
				<OneCondition key={one.id} {...props} condition={one} />
			))}
			{over.length > 0 && (
				<Details summary={say('overHeading')}>
					{over.map((one) => (
						<OneCondition key={one.id} {...props} condition={one} />
					))}
				</Details>
			)}
			<p class="quiet">
				<bdi>{sayBetween('seen', { person: name })}</bdi>
			</p>
		</>
	)
}

type OneProps = OrderReading & { condition: Condition }

function OneCondition(props: OneProps) {
	const { say, condition, today } = props
	const now = standing(condition)
	const earlier = condition.wordings.slice(0, -1).reverse()
	return (
		<section>
			<Words {...props} wording={now}>
				<Dates {...props} wording={now} />
			</Words>
			{condition.remarks.map((one) => (
				<Remark key={one.id} {...props} remark={one} />
			))}
			{!isOver(condition, today) && <Acts {...props} />}
			{earlier.length > 0 && (
				<Details summary={say('earlier')}>
					{earlier.map((one) => (
						<Words key={one.id} {...props} wording={one} />
					))}
				</Details>
			)}
		</section>
	)
}

type WordsProps = OrderReading & { wording: OrderWording; children?: preact.ComponentChildren }

/** The words, signed by who wrote them. */
function Words({ sayBetween, called, wording, children }: WordsProps) {
	return (
		<Said
			hand="practitioner"
			name={called(wording.authorId)}
			date={isoDay(wording.writtenAt)}
			words={wording.words || sayBetween('wordsGone')}
			side="start"
		>
			{children}
		</Said>
	)
}

function Dates({ say, day, today, wording }: WordsProps) {
	const { fromDay, untilDay } = wording
	const until = untilDay && say(untilDay < today ? 'endedOn' : 'until', { day: day(untilDay) })
	return (
		<p>
			{fromDay && `${say('since', { day: day(fromDay) })} `}
			{until ?? say('noEnd')}
		</p>
	)
}

/** What the person said of it, and the answers. */
function Remark({ remark, ...props }: OneProps & { remark: OrderRemark }) {
	const { say, person, called, day, sayBetween } = props
	return (
		<>
			<p>
				<bdi>{say('said', { name: person.name, day: day(remark.saidAt) })}</bdi>
			</p>
			<Said
				hand="person"
				name={called(person.id)}
				date={isoDay(remark.saidAt)}
				words={[say(remark.kind), remark.words].filter(Boolean).join('\n')}
			/>
			{remark.answers.map((one) => (
				<Said
					key={one.id}
					hand="practitioner"
					name={called(one.authorId)}
					date={isoDay(one.answeredAt)}
					words={one.words || sayBetween('wordsGone')}
				/>
			))}
			{remark.answers.length === 0 && <p>{say('waits')}</p>}
		</>
	)
}

/** What the reader can do about it. */
function Acts({ reader, person, condition }: OneProps) {
	const here = { person: person.id, condition: condition.id }
	const { words } = standing(condition)
	const about = (
		<span class="visually-hidden" data-own-words="">
			: {words}
		</span>
	)
	if (reader.voice === 'person') {
		return (
			<p>
				<Button kind="secondary" href={routes.order.say.href(here)}>
					{sayOfOrderWords({ ...reader, voice: 'person' })('say')}
					{about}
				</Button>
			</p>
		)
	}
	const write = writeOrderWords({ ...reader, voice: 'practitioner' })
	return (
		<div class="button-group">
			{unanswered(condition).map(({ id }) => (
				<Button key={id} href={routes.order.answer.href({ person: person.id, remark: id })}>
					{write('answer')}
					{about}
				</Button>
			))}
			<Button kind="secondary" href={routes.order.rewrite.href(here)}>
				{write('rewrite')}
				{about}
			</Button>
		</div>
	)
}
