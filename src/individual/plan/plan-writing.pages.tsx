import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { isoDay } from '../../platform/days.ts'
import { allOf } from '../../platform/lists.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { Said } from '../../ui/Said.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { StrengthsToBuildOn } from './from-now/strengths.tsx'
import { most } from './plan.forms.ts'
import { currentWording, lastNumber, turnsOpen } from './plan.ts'
import { type OutcomeReading, type Reading, type ToWrite, whoReads } from './reading.ts'
import { Words } from './words.tsx'

/** "What do you want to work towards?" */
export function proposePage(reading: ToWrite<Reading> & { strengths: readonly string[] }, form: Form): Framed {
	const { say, name, plan, reader, passedOn, strengths } = reading
	return {
		title: say('tabWrite'),
		backHref: routes.plan.show.href({ person: plan.person.id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<CharacterCount
					name="words"
					label={say('proposeTitle', { name })}
					isPageHeading
					hint={say('proposeHint', { name })}
					maxlength={most.words}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<StrengthsToBuildOn {...reading} strengths={strengths} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "How would you put it?" */
export function otherWordsPage(reading: ToWrite<OutcomeReading>, form: Form): Framed {
	const { say, name, plan, reader, outcome, passedOn } = reading
	return {
		title: say('tabWrite'),
		backHref: routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('otherWordsTitle')}</h1>
				<Words {...reading} wording={currentWording(outcome)} />
				<CharacterCount
					name="words"
					label={say('yourWords')}
					hint={say('otherWordsHint', { name })}
					maxlength={most.words}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<input type="hidden" name="after" value={form.fields.after} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** Somebody else's words came to stand first: both stand here, and the writer chooses. */
export function overtakenPage(reading: OutcomeReading, form: Form): Framed {
	const { say, plan, outcome, reader, called, hand } = reading
	const now = currentWording(outcome)
	const href = routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id })
	return {
		title: say('overtakenTitle'),
		status: 409,
		body: (
			<>
				<h1>{say('overtakenTitle')}</h1>
				<h2>{say('theirWords')}</h2>
				<Words {...reading} wording={now} />
				<h2>{say('yourWords')}</h2>
				<Said
					hand={hand(plan.me.id)}
					name={called(plan.me.id)}
					date={isoDay(new Date())}
					words={form.fields.words ?? ''}
				/>
				<FormParts.Share
					form={{ ...form, fields: { ...form.fields, after: String(lastNumber(outcome)) } }}
					reader={reader}
				>
					{say('shareMine')}
				</FormParts.Share>
				<p>
					<a class="act-link" href={href}>
						{say('keepTheirs')}
					</a>
				</p>
			</>
		),
	}
}

/** "How do you see it?" */
export function differPage(reading: ToWrite<OutcomeReading>, form: Form): Framed {
	const { say, name, plan, reader, outcome, passedOn } = reading
	return {
		title: say('tabWrite'),
		backHref: routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('differTitle')}</h1>
				<Words {...reading} wording={currentWording(outcome)} />
				<CharacterCount
					name="reason"
					label={say('yourWords')}
					hint={say('differHint', { name })}
					maxlength={most.reason}
					value={form.fields.reason}
					errorMessage={form.errors.reason}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "How is it going?" */
export function turnPage(reading: ToWrite<OutcomeReading>, form: Form): Framed {
	const { say, name, plan, reader, outcome, passedOn } = reading
	const { fields, errors } = form
	const why = (
		<Textarea
			name="why"
			label={say('why')}
			hint={say('whyHint', { name })}
			rows={3}
			value={fields.why}
			errorMessage={errors.why}
		/>
	)
	const inTheWay = (
		<>
			<Textarea
				name="inTheWay"
				label={say('inTheWay')}
				rows={3}
				value={fields.inTheWay}
				errorMessage={errors.inTheWay}
			/>
			<Textarea
				name="whoseJob"
				label={say('whoseJob')}
				hint={say('whoseJobHint', { name })}
				rows={2}
				value={fields.whoseJob}
				errorMessage={errors.whoseJob}
			/>
		</>
	)
	return {
		title: say('tabWrite'),
		backHref: routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<Radios
					name="kind"
					legend={say('turnTitle')}
					isPageHeading
					value={fields.kind}
					errorMessage={errors.kind}
					items={turnsOpen(outcome).map((kind) => ({
						value: kind,
						text: say(`tell_${kind}`),
						conditional: kind === 'set_aside' ? why : kind === 'cannot_be_done_now' ? inTheWay : undefined,
					}))}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** Everything that is about to be shared, as it will be read, and with whom. */
export function checkPage(
	reading: Reading,
	form: Form,
	rows: readonly { key: string; value: string | null | undefined; own?: boolean }[],
): Framed {
	const { say, reader } = reading
	const names = allOf(
		whoReads(reading).map((party) => party.name),
		reader.locale,
	)
	return {
		title: say('checkTitle'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<SummaryList
					rows={rows
						.filter((row) => row.value)
						.map(({ key, value, own }) => ({
							key,
							value: own ? (
								<span class="own-words" data-own-words="" dir="auto">
									<bdi>{value}</bdi>
								</span>
							) : (
								value
							),
						}))}
				/>
				<InsetText>{names ? say('shareWith', { name: names }) : say('shareWithNobody')}</InsetText>
				<FormParts.Share form={form} reader={reader}>
					{say('share')}
				</FormParts.Share>
			</>
		),
	}
}
