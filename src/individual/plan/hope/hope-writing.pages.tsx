import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Scale } from '../../../ui/Scale.tsx'
import type { Reading, ToWrite } from '../reading.ts'
import { BesideFields, type Choosable } from './beside.tsx'
import { most } from './hope.forms.ts'
import type { Hope } from './hope.ts'
import type { hopeWords } from './hope.words.ts'

/** What one's own hope is written with: what can stand beside it, and what must be known before. */
export type ToHope = ToWrite<Reading> & Choosable & { sayHope: ReturnType<typeof hopeWords> }

const framed = ({ sayHope, plan }: ToHope) => ({
	title: sayHope('tabWrite'),
	backHref: routes.hope.show.href({ person: plan.person.id }),
})

const Before = ({ reader, passedOn, sayHope }: ToHope) => (
	<>
		<InsetText>{sayHope('onlyYou')}</InsetText>
		<BeforeYouWrite reader={reader} passedOn={passedOn} />
	</>
)

/** "How is your hope now?" */
export function ratePage(reading: ToHope, form: Form): Framed {
	const { sayHope, reader } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayHope('keep')}>
				<Scale
					name="rating"
					legend={sayHope('rateTitle')}
					isPageHeading
					hint={sayHope('rateHint')}
					value={form.fields.rating}
					errorMessage={form.errors.rating}
				/>
				<CharacterCount
					name="words"
					label={sayHope('rateWords')}
					optional
					hint={sayHope('rateWordsHint')}
					maxlength={most.words}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}

/** "What do you hope for?" */
export function hopePage(reading: ToHope, form: Form): Framed {
	const { sayHope, reader } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayHope('keep')}>
				<CharacterCount
					name="words"
					label={sayHope('writeTitle')}
					isPageHeading
					hint={sayHope('writeHint')}
					maxlength={most.hope}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BesideFields {...reading} form={form} />
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}

/** "What real thing stands beside it?" */
export function besidePage(reading: ToHope & { hope: Hope }, form: Form): Framed {
	const { sayHope, reader, hope } = reading
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayHope('keep')}>
				<h1>{sayHope('besideForm')}</h1>
				<p>{sayHope('youHope')}</p>
				<p class="own-words" data-own-words="" dir="auto">
					<bdi>{hope.words}</bdi>
				</p>
				<BesideFields {...reading} form={form} />
				<Before {...reading} />
			</FormParts.Ask>
		),
	}
}
