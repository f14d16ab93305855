import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { type Origin, partWords, type WouldHelp } from '../../now/index.ts'
import { OwnWords } from '../brings.tsx'
import { currentWording, type Outcome } from '../plan.ts'
import { askable, type Reading, type ToWrite } from '../reading.ts'
import { fromNowWords } from './from-now.words.ts'

/** What would help, opened to take it into the plan. */
export type FromNow = ToWrite<Reading> & { help: WouldHelp; strengths: readonly string[] }

const valuesOf = ({ reader, day, plan }: Reading, { part, saidAt }: { part: Origin['part']; saidAt: Date }) => ({
	name: plan.person.name,
	part: partWords({ locale: reader.locale, voice: 'anyone' })(part),
	day: day(saidAt),
})

/** What would help, and the two ways into the plan: something to work towards, or something asked of somebody. */
export function FromNowPage({ help, outcomes, ...reading }: FromNow & { outcomes: readonly Outcome[] }) {
	const { plan, reader } = reading
	const say = fromNowWords(reader)
	const here = { person: plan.person.id, said: help.id }
	const values = valuesOf(reading, help)
	const open = outcomes.filter((outcome) => askable({ ...reading, outcome }).length > 0)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>
				<bdi>{say('from', values)}</bdi>
			</p>
			<OwnWords>{help.words}</OwnWords>
			<p>{say('proposeHint')}</p>
			<p>
				<Button href={routes.fromNow.propose.href(here)}>{say('propose')}</Button>
			</p>
			<section>
				<h2>
					<bdi>{say('ask', values)}</bdi>
				</h2>
				<p>{say(open.length > 0 ? 'askHint' : 'askNone')}</p>
				<ul>
					{open.map((outcome) => (
						<li key={outcome.id}>
							<a
								class="act-link"
								href={routes.fromNow.ask.href({ ...here, outcome: outcome.id })}
								data-own-words=""
								dir="auto"
							>
								<bdi>{currentWording(outcome).words}</bdi>
							</a>
						</li>
					))}
				</ul>
			</section>
		</>
	)
}

/** On an outcome: where it, or what is asked for in it, came from. */
export function CameFromNow({ origins, ...reading }: Reading & { origins: readonly Origin[] }) {
	const { reader, plan } = reading
	if (reader.voice === 'supporter') return null
	const say = fromNowWords({ locale: reader.locale, voice: reader.voice })
	return (
		<>
			{origins.map((origin) => (
				<p key={origin.outcome ?? origin.request} class="quiet">
					<a class="act-link" href={routes.now.show.href({ person: plan.person.id })}>
						<bdi>{say('fromShort', valuesOf(reading, origin))}</bdi>
					</a>
				</p>
			))}
		</>
	)
}
