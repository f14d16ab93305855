import { isOpen } from '../../../common/contributions/index.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Reader } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { VoiceName } from '../../../ui/Voice.tsx'
import { agreedWording, currentWording, isAtRest, type Outcome, stateOf, whenOf, wordsOfStep } from '../plan.ts'
import { nameOf, type Reading } from '../reading.ts'
import { paperWords } from './paper.words.ts'

type Props = Reading & { reader: Reader<'person' | 'practitioner'>; outcomes: Outcome[]; isLarge: boolean }

/** Our plan as one sheet: what is worked on now, who brings what, and room to write. */
export function PaperPage(props: Props) {
	const { plan, reader, outcomes, isLarge } = props
	const tell = paperWords(reader)
	const person = plan.person.id
	const sheet = routes.paper.sheet.href({ person })
	const now = outcomes.filter((outcome) => !isAtRest(outcome))
	const rest = outcomes.length - now.length
	return (
		<>
			<div class="not-on-paper">
				<h1>{tell('heading')}</h1>
				<p>
					{tell('intro')} {tell('howPrint')}
				</p>
				<p>
					{tell('size')}: {isLarge ? <a href={sheet}>{tell('usual')}</a> : <strong>{tell('usual')}</strong>} ·{' '}
					{isLarge ? <strong>{tell('large')}</strong> : <a href={`${sheet}?large`}>{tell('large')}</a>}
				</p>
				<p>
					<a class="act-link" href={routes.paper.blank.href({ person })}>
						{tell('toBlank')}
					</a>
				</p>
			</div>
			<article class={isLarge ? 'sheet sheet--large' : 'sheet'}>
				<h2>{tell('sheetTitle')}</h2>
				<p>
					<bdi>{tell('sheetDay', { name: plan.person.name, day: dayIn(new Date(), reader.locale) })}</bdi>
				</p>
				{now.length === 0 && <p>{tell('nothing')}</p>}
				{now.map((outcome) => (
					<OnPaper key={outcome.id} {...props} outcome={outcome} />
				))}
				{rest > 0 && <p>{tell('moreRest', { count: rest })}</p>}
			</article>
		</>
	)
}

/** In the names of all: a sheet has no reader who would be "you". */
function OnPaper({ outcome, ...reading }: Props & { outcome: Outcome }) {
	const { reader, hand, day } = reading
	const tell = paperWords(reader)
	const agreed = agreedWording(outcome)
	const open = outcome.contributions.filter(isOpen)
	const steps = outcome.steps.filter((step) => stateOf(step) === 'standing')
	return (
		<section class="sheet__outcome">
			<h3 data-own-words="" dir="auto">
				<bdi>{(agreed ?? currentWording(outcome)).words}</bdi>
			</h3>
			<p>{tell(agreed ? 'agreed' : 'notAgreed')}</p>
			<h4>{tell('brings')}</h4>
			{open.length === 0 && <p>{tell('bringsNothing')}</p>}
			<ul>
				{open.map((one) => (
					<li key={one.id}>
						<VoiceName hand={hand(one.broughtById)} name={nameOf(reading, one.broughtById)} />
						{': '}
						<bdi data-own-words="">{one.words}</bdi>
						{one.byDay && ` (${tell('by', { day: day(one.byDay) })})`}
					</li>
				))}
			</ul>
			{steps.length > 0 && (
				<>
					<h4>{tell('steps')}</h4>
					<ul>
						{steps.map((one) => (
							<li key={one.id}>
								<VoiceName hand={hand(one.whoseId)} name={nameOf(reading, one.whoseId)} />
								{': '}
								<bdi data-own-words="">{wordsOfStep(one)}</bdi>
								{whenOf(one).said && (
									<>
										{' '}
										(<bdi data-own-words="">{whenOf(one).said}</bdi>)
									</>
								)}
							</li>
						))}
					</ul>
				</>
			)}
			<h4>{tell('notes')}</h4>
			<Lines count={2} />
		</section>
	)
}

/** Lines to write on. */
const Lines = ({ count }: { count: number }) => (
	<div aria-hidden="true">
		{Array.from({ length: count }, (_, at) => (
			<div key={at} class="sheet__line" />
		))}
	</div>
)

const questions = [
	['want', 3],
	['why', 2],
	['iBring', 3],
	['theyBring', 3],
	['byWhen', 1],
	['differently', 3],
] as const

/** A sheet with nothing on it but questions and lines. */
export function BlankPage({ reader }: Pick<Props, 'reader'>) {
	const tell = paperWords(reader)
	return (
		<>
			<div class="not-on-paper">
				<h1>{tell('blankHeading')}</h1>
				<p>{tell('blankIntro')}</p>
				<p>{tell('blankLater')}</p>
			</div>
			<article class="sheet">
				<h2>{tell('blankTitle')}</h2>
				{questions.map(([question, lines]) => (
					<section key={question}>
						<h3>{tell(question)}</h3>
						<Lines count={lines} />
					</section>
				))}
				{(['name', 'day'] as const).map((question) => (
					<section key={question}>
						<h3>{tell(question)}</h3>
						<Lines count={1} />
					</section>
				))}
			</article>
		</>
	)
}
