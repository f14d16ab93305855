import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { most } from './opportunities.forms.ts'
import { type Aspect, aspects, kinds, turnsFor } from './opportunities.ts'
import type { OneReading, Reading, ToWrite } from './reading.ts'

const Before = ({ reader, passedOn, say }: ToWrite<Reading>) => (
	<>
		<InsetText>{say('onlyYou')}</InsetText>
		<BeforeYouWrite reader={reader} passedOn={passedOn} />
	</>
)

function About({ name, form, say }: { name: Aspect; form: Form; say: Reading['say'] }) {
	return (
		<CharacterCount
			name={name}
			label={say(name)}
			optional
			maxlength={most.aspect}
			rows={3}
			value={form.fields[name]}
			errorMessage={form.errors[name]}
		/>
	)
}

/** "What is open to you?" */
export function writePage(reading: ToWrite<Reading>, form: Form): Framed {
	const { say, reader, person } = reading
	return {
		title: say('tab'),
		backHref: routes.opportunities.list.href({ person: person.id }),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<CharacterCount
					name="words"
					label={say('writeTitle')}
					isPageHeading
					hint={say('writeHint')}
					maxlength={most.words}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<Radios
					name="kind"
					legend={say('kindTitle')}
					value={form.fields.kind}
					errorMessage={form.errors.kind}
					items={kinds.map((kind) => ({ value: kind, text: say(kind) }))}
				/>
				<About name="meaning" form={form} say={say} />
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}

const ofOne = ({ say, person, one }: OneReading) => ({
	title: say('tab'),
	backHref: routes.opportunities.show.href({ person: person.id, opportunity: one.id }),
})

/** "Say more about it": each thing if one likes. */
export function morePage(reading: ToWrite<OneReading>, form: Form): Framed {
	const { say, reader } = reading
	return {
		...ofOne(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<h1>{say('moreTitle')}</h1>
				<p>{say('moreHint')}</p>
				{aspects.map((name) => (
					<About key={name} name={name} form={form} say={say} />
				))}
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}

/** "What became of it?" */
export function turnPage(reading: ToWrite<OneReading>, form: Form): Framed {
	const { say, reader, one } = reading
	return {
		...ofOne(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('keep')}>
				<Radios
					name="kind"
					legend={say('becameTitle')}
					isPageHeading
					value={form.fields.kind}
					errorMessage={form.errors.kind}
					items={turnsFor(one).map((kind) => ({ value: kind, text: say(kind) }))}
				/>
				<CharacterCount
					name="words"
					label={say('becameWords')}
					optional
					maxlength={most.aspect}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}
