import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import type { OutcomeReading, Reading } from '../reading.ts'
import { mostWords } from './giving.forms.ts'
import { wholeOf } from './KindWords.tsx'
import { type Beginning, beginningsFor } from './recognition.ts'
import { recognitionWords } from './recognition.words.ts'

/** What somebody is about to give, about the plan or one outcome: to whom it can go, and what must be known before writing. */
export type Giving = (Reading | OutcomeReading) & {
	whom: readonly { id: string; name: string }[]
	/** What would have to be passed on; nothing to whoever it is only open to. */
	passedOn: string
	backHref: string
}

/** "What do you want to say to Ann?" */
export function givePage(giving: Giving, form: Form): Framed {
	const { reader, plan, whom, passedOn, backHref } = giving
	const say = recognitionWords(reader)
	const name = plan.person.name
	const [only] = whom
	const isPerson = reader.voice === 'person'
	return {
		title: say('tab'),
		backHref,
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>
					<bdi>{say('title', { name })}</bdi>
				</h1>
				<p>{say('onlyThem', { name })}</p>
				{whom.length > 1 ? (
					<Radios
						name="to"
						legend={say('toLegend')}
						value={form.fields.to}
						errorMessage={form.errors.to}
						items={whom.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
					/>
				) : (
					<input type="hidden" name="to" value={only?.id} />
				)}
				<Radios
					name="beginning"
					legend={say('beginLegend')}
					value={form.fields.beginning}
					errorMessage={form.errors.beginning}
					items={beginningsFor(isPerson).map((one) => ({ value: one, text: say(one) }))}
				/>
				<CharacterCount
					name="words"
					label={say('words')}
					hint={say('hint')}
					maxlength={mostWords}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				{reader.voice !== 'supporter' && (
					<BeforeYouWrite reader={{ locale: reader.locale, voice: reader.voice }} passedOn={passedOn} />
				)}
			</FormParts.Ask>
		),
	}
}

/** Just as it will be read, and by whom. */
export function checkGivingPage(
	{ reader, plan, whom }: Giving,
	form: Form,
	given: { to: string; beginning: Beginning; words: string },
): Framed {
	const say = recognitionWords(reader)
	return {
		title: say('checkTitle'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<SummaryList
					rows={[
						{ key: say('checkTo'), value: <bdi>{whom.find(({ id }) => id === given.to)?.name}</bdi> },
						{
							key: say('checkWords'),
							value: (
								<span class="own-words" data-own-words="" dir="auto">
									<bdi>{wholeOf(given, reader.locale)}</bdi>
								</span>
							),
						},
					]}
				/>
				<InsetText>
					{say('onlyThem', { name: plan.person.name })} {say('once')}
				</InsetText>
				<FormParts.Share form={form} reader={reader}>
					{say('shareIt')}
				</FormParts.Share>
			</>
		),
	}
}
