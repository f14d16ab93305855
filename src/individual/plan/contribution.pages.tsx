import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type ContributionRequest, contributionKinds, contributionWords } from '../../common/contributions/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { isoDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Input } from '../../ui/Input.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { Said } from '../../ui/Said.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { most } from './plan.forms.ts'
import { askable, type OutcomeReading, type ToBring, type ToWrite } from './reading.ts'

type Props = { reading: ToBring<OutcomeReading>; form: Form }

/** "What do you bring?" */
export function bringPage(reading: ToBring<OutcomeReading>, form: Form): Framed {
	const { say, name, reader, passedOn } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('bringTitle')}</h1>
				<p>{say('bringHint', { name })}</p>
				<Kind reading={reading} form={form} />
				<What reading={reading} form={form} label={say('bringWhat')} />
				<ByDay reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "What would help you?" */
export function askPage(reading: ToWrite<OutcomeReading>, form: Form): Framed {
	const { say, name, reader, passedOn, hand } = reading
	const others = askable(reading)
	const [only, ...more] = others
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('askTitle', { name })}</h1>
				{only && more.length === 0 && (
					<p>
						<VoiceLine hand={hand(only.id)}>{say('askOnly', { name: only.name })}</VoiceLine>
					</p>
				)}
				<p>{say('askHint', { name })}</p>
				{only && more.length === 0 ? (
					<input type="hidden" name="askedOf" value={only.id} />
				) : (
					<Radios
						name="askedOf"
						legend={say('askWhom')}
						value={form.fields.askedOf}
						errorMessage={form.errors.askedOf}
						items={others.map((party) => ({ value: party.id, text: <bdi>{party.name}</bdi> }))}
					/>
				)}
				<Kind reading={reading} form={form} />
				<What reading={reading} form={form} label={say('requestWhat')} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "What is your answer?" */
export function answerPage(reading: ToBring<OutcomeReading>, request: ContributionRequest, form: Form): Framed {
	const { say, reader, passedOn, hand, called } = reading
	const { fields, errors } = form
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('answerTitle')}</h1>
				<Said
					hand={hand(request.askedById)}
					name={called(request.askedById)}
					date={isoDay(request.askedAt)}
					words={request.words}
				/>
				<Radios
					name="answer"
					legend={say('answerLegend')}
					legendClass="visually-hidden"
					value={fields.answer}
					errorMessage={errors.answer}
					items={[
						{ value: 'accepted', text: say('accepted'), hint: say('acceptedHint') },
						{
							value: 'differently',
							text: say('differently'),
							hint: say('differentlyHint'),
							conditional: <What reading={reading} form={form} label={say('answerDifferently')} />,
						},
						{
							value: 'declined',
							text: say('declined'),
							hint: say('declinedHint'),
							conditional: (
								<CharacterCount
									name="why"
									label={say('answerWhy')}
									optional
									maxlength={most.reason}
									rows={3}
									value={fields.why}
									errorMessage={errors.why}
								/>
							),
						},
					]}
				/>
				<ByDay reading={reading} form={form} />
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

const framed = ({ say, plan, outcome }: OutcomeReading) => ({
	title: say('tabWrite'),
	backHref: routes.outcome.show.href({ person: plan.person.id, outcome: outcome.id }),
})

function Kind({ reading: { say, reader }, form }: Props) {
	const kinds = contributionWords({ locale: reader.locale, voice: 'anyone' })
	return (
		<Radios
			name="kind"
			legend={say('kind')}
			value={form.fields.kind}
			errorMessage={form.errors.kind}
			items={contributionKinds.map((kind) => ({ value: kind, text: kinds(kind) }))}
		/>
	)
}

function What({ form, label }: Props & { label: string }) {
	return (
		<CharacterCount
			name="words"
			label={label}
			maxlength={most.brings}
			rows={3}
			value={form.fields.words}
			errorMessage={form.errors.words}
		/>
	)
}

function ByDay({ reading: { say }, form }: Props) {
	return (
		<Input
			name="byDay"
			type="date"
			label={say('when')}
			optional
			hint={say('whenHint')}
			value={form.fields.byDay}
			errorMessage={form.errors.byDay}
		/>
	)
}
