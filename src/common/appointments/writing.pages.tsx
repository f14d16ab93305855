import type { ComponentChildren } from 'preact'
import { dayIn } from '../../platform/days.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Details } from '../../ui/Details.tsx'
import { Fieldset } from '../../ui/Fieldset.tsx'
import { Input } from '../../ui/Input.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { BeforeYouWrite } from '../areas/index.ts'
import { type Form, FormParts } from '../drafts/index.ts'
import type { Framed } from '../frame/index.ts'
import { choices, most } from './appointments.forms.ts'
import { reasons, type Time, type Why } from './appointments.ts'
import { ownAppointmentWords } from './appointments.words.ts'
import { listHref, type OneReading, oneHref, type Reading, type ToWrite } from './reading.ts'

/** "Suggest a time to meet" */
export function suggestPage(reading: ToWrite<Reading>, form: Form): Framed {
	const { say, reader, passedOn, name, toMeet } = reading
	const { fields, errors } = form
	const [only, ...more] = toMeet
	const named = more.length > 0 ? '' : name
	return {
		title: say('oneTab'),
		backHref: listHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('suggestTitle')}</h1>
				{named && (
					<p>
						<bdi>{say('suggestHint', { name: named })}</bdi>
					</p>
				)}
				{only && more.length === 0 ? (
					<input type="hidden" name="with" value={only.id} />
				) : (
					<Radios
						name="with"
						legend={say('suggestWith')}
						value={fields.with}
						errorMessage={errors.with}
						items={toMeet.map(({ id, name: called }) => ({ value: id, text: <bdi>{called}</bdi> }))}
					/>
				)}
				<Times reading={reading} form={form} />
				<Input
					name="place"
					label={say('place')}
					hint={say('placeHint')}
					value={fields.place}
					errorMessage={errors.place}
					autocomplete="off"
				/>
				<CharacterCount
					name="whatFor"
					label={say('whatFor')}
					hint={say('whatForHint', { name })}
					maxlength={most.whatFor}
					rows={2}
					value={fields.whatFor}
					errorMessage={errors.whatFor}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

type Suggested = { with: string; place: string; whatFor: string; times: Date[] }

export function suggestCheck(reading: ToWrite<Reading>, form: Form, values: Suggested): Framed {
	const { say, toMeet, reader } = reading
	const other = reader.voice === 'person' ? toMeet.find(({ id }) => id === values.with) : toMeet[0]
	return check(reading, form, other?.name ?? '', say('share'), [
		...when(reading, values.times),
		{ key: say('key_where'), value: own(values.place) },
		{ key: say('key_for'), value: own(values.whatFor) },
	])
}

/** "Suggest another time" */
export function otherTimePage(reading: ToWrite<OneReading> & { done?: unknown }, form: Form): Framed {
	const { say, reader, name, done } = reading
	return {
		title: say('oneTab'),
		backHref: oneHref(reading),
		done: done === 'no' ? say('noTold') : done === 'notMet' ? say('notMetTold') : undefined,
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('otherTitle')}</h1>
				<p>
					<bdi>{say('suggestHint', { name })}</bdi>
				</p>
				<Times reading={reading} form={form} />
			</FormParts.Ask>
		),
	}
}

export const otherTimeCheck = (reading: ToWrite<OneReading>, form: Form, { times }: { times: Date[] }): Framed =>
	check(reading, form, reading.name, reading.say('share'), when(reading, times))

/** "Who comes along?" */
export function alongPage(
	reading: ToWrite<OneReading> & { known: { id: string; name: string }[] },
	form: Form,
): Framed {
	const { say, reader, passedOn, name, known } = reading
	const own = ownAppointmentWords({ locale: reader.locale, voice: 'person' })
	return {
		title: say('oneTab'),
		backHref: oneHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('alongTitle')}</h1>
				<Input
					name="words"
					label={say('alongWords')}
					hint={say('alongHint', { name })}
					value={form.fields.words}
					errorMessage={form.errors.words}
					autocomplete="off"
				/>
				{known.length > 0 && (
					<Radios
						name="account"
						legend={own('alongAsk')}
						hint={own('alongAskHint')}
						value={form.fields.account || 'nobody'}
						items={[
							...known.map(({ id, name: called }) => ({ value: id, text: <bdi>{called}</bdi> })),
							{ value: 'nobody', text: own('alongAskNobody') },
						]}
					/>
				)}
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function alongCheck(
	reading: ToWrite<OneReading> & { known: { id: string; name: string }[] },
	form: Form,
	{ account, words }: { account: string | null; words: string },
): Framed {
	const { say, known, reader } = reading
	const asked = known.find(({ id }) => id === account)
	const mine = ownAppointmentWords({ locale: reader.locale, voice: 'person' })
	return check(reading, form, reading.name, say('shareAlong'), [
		{ key: say('alongTitle'), value: own(words) },
		asked && { key: mine('alongAsk'), value: <bdi>{asked.name}</bdi> },
	])
}

type NotMetReading = ToWrite<OneReading> & { time: Time }

/** "You did not meet on 3 May": without blame, and with a reason only for whoever wants to give one. */
export function notMetPage(reading: NotMetReading, form: Form): Framed {
	const { say, reader, passedOn, name, time } = reading
	const { fields, errors } = form
	return {
		title: say('oneTab'),
		backHref: oneHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('notMetTitle', { day: dayIn(time.startsAt, reader.locale) })}</h1>
				<p>
					<bdi>{say('notMetHint', { name })}</bdi>
				</p>
				<p>{say('notMetNext')}</p>
				<Radios
					name="missedFor"
					legend={say('notMetWhy')}
					value={fields.missedFor}
					items={reasons[reader.voice].map((why) => ({
						value: why,
						text: say(`option_${why}`),
						conditional: why === 'own_words' && (
							<CharacterCount
								name="words"
								label={say('notMetOwn')}
								maxlength={most.why}
								rows={3}
								value={fields.words}
								errorMessage={errors.words}
							/>
						),
					}))}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function notMetCheck(
	reading: NotMetReading,
	form: Form,
	{ why, words }: { why: Why | null; words: string | null },
): Framed {
	const { say, time } = reading
	return check(reading, form, reading.name, say('shareNotMet'), [
		{ key: say('key_when'), value: reading.when(time.startsAt) },
		{ key: say('notMetButton'), value: words ? own(words) : say(`option_${why ?? 'rather_not'}`) },
	])
}

const own = (words: string) => (
	<bdi class="own-words" data-own-words="" dir="auto">
		{words}
	</bdi>
)

const when = ({ say, when: spoken }: Reading, times: readonly Date[]) =>
	times.map((time) => ({ key: say('checkWhen'), value: spoken(time) }))

type Rows = Parameters<typeof SummaryList>[0]['rows']

/** What was written, to look at once more before the other of the two reads it. */
function check(reading: Reading, form: Form, other: string, share: ComponentChildren, rows: Rows): Framed {
	const { say, reader } = reading
	return {
		title: say('oneTab'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('check')}</h1>
				{other && (
					<p>
						<bdi>{say('checkHint', { name: other })}</bdi>
					</p>
				)}
				<SummaryList rows={rows} />
				<FormParts.Share form={form} reader={reader}>
					{share}
				</FormParts.Share>
			</>
		),
	}
}

type TimesProps = { reading: Reading; form: Form }

/** Up to three times to choose from: one, and room for two more where they are wished. */
function Times(props: TimesProps) {
	const { fields, errors } = props.form
	const [first, ...more] = choices
	const isUsed = more.some((at) => [`day${at}`, `time${at}`].some((name) => fields[name] || errors[name]))
	return (
		<>
			<OneTime {...props} at={first} />
			<Details summary={props.reading.say('moreTimes')} open={isUsed}>
				{more.map((at) => (
					<OneTime key={at} {...props} at={at} />
				))}
			</Details>
		</>
	)
}

/** A day and a time as people write them. */
function OneTime({ reading: { say }, form: { fields, errors }, at }: TimesProps & { at: (typeof choices)[number] }) {
	return (
		<Fieldset legend={say(`time${at}`)}>
			<Input
				name={`day${at}`}
				type="date"
				label={say('day')}
				value={fields[`day${at}`]}
				errorMessage={errors[`day${at}`]}
			/>
			<Input
				name={`time${at}`}
				label={say('clock')}
				hint={say('clockHint')}
				value={fields[`time${at}`]}
				errorMessage={errors[`time${at}`]}
				autocomplete="off"
			/>
		</Fieldset>
	)
}
