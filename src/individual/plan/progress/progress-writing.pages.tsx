import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Scale } from '../../../ui/Scale.tsx'
import { currentWording } from '../plan.ts'
import type { ToWrite } from '../reading.ts'
import { Words } from '../words.tsx'
import { most } from './progress.forms.ts'
import { type ProgressReading, WhatNumbersMean } from './progress.page.tsx'

const framed = ({ say, plan, outcome }: ProgressReading) => ({
	title: say('tabWrite'),
	backHref: routes.progress.show.href({ person: plan.person.id, outcome: outcome.id }),
})

/** "How far has it come?" */
export function progressPage(reading: ToWrite<ProgressReading>, form: Form): Framed {
	const { sayProgress, reader, passedOn, anchors, outcome } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{sayProgress('sayTitle')}</h1>
				<Words {...reading} wording={currentWording(outcome)} />
				{anchors.length > 0 && <WhatNumbersMean {...reading} />}
				<Scale
					name="rating"
					legend={sayProgress('yourNumber')}
					hint={sayProgress('sayHint')}
					value={form.fields.rating}
					errorMessage={form.errors.rating}
				/>
				<CharacterCount
					name="words"
					label={sayProgress('sayWords')}
					optional
					hint={sayProgress('sayWordsHint')}
					maxlength={most.words}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

/** "What would 0, 5 and 10 look like?" */
export function anchorsPage(reading: ToWrite<ProgressReading>, form: Form): Framed {
	const { sayProgress, reader, passedOn, plan, outcome } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{sayProgress('anchorsTitle')}</h1>
				<Words {...reading} wording={currentWording(outcome)} />
				<p>{sayProgress('anchorsHint', { person: plan.person.name })}</p>
				{(['at0', 'at5', 'at10'] as const).map((name) => (
					<CharacterCount
						key={name}
						name={name}
						label={sayProgress(name)}
						optional
						maxlength={most.anchor}
						rows={2}
						value={form.fields[name]}
						errorMessage={form.errors[name]}
					/>
				))}
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}
