import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { isoDay } from '../../../platform/days.ts'
import type { Reader } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Said } from '../../../ui/Said.tsx'
import { mostWords } from './giving.forms.ts'
import { wholeOf } from './KindWords.tsx'
import type { Kept } from './recognition.queries.ts'
import { keptWords } from './recognition.words.ts'

/** What is to be answered, by whom it was given, and to whom we speak. */
export type ToAnswer = { one: Kept; reader: Reader<'anyone'> }

function Given({ one, reader }: ToAnswer) {
	const name = one.name ?? keptWords(reader)('someone')
	const hand = one.authorId === one.person ? 'person' : one.isByPractitioner ? 'practitioner' : 'third'
	return <Said hand={hand} name={name} date={isoDay(one.givenAt)} words={wholeOf(one, reader.locale)} />
}

/** "What do you want to answer?" */
export function answerPage({ one, reader }: ToAnswer, form: Form): Framed {
	const say = keptWords(reader)
	return {
		title: say('tab'),
		backHref: routes.recognition.mine.href(),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('answerTitle')}</h1>
				<Given one={one} reader={reader} />
				<CharacterCount
					name="words"
					label={say('answerLabel')}
					hint={say('answerHint', { name: one.name ?? say('someone') })}
					maxlength={mostWords}
					rows={3}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
			</FormParts.Ask>
		),
	}
}

/** The answer as it will be read, and by whom. */
export function checkAnswerPage({ one, reader }: ToAnswer, form: Form, { words }: { words: string }): Framed {
	const say = keptWords(reader)
	return {
		title: say('checkTitle'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<Given one={one} reader={reader} />
				<h2>{say('answerLabel')}</h2>
				<p class="own-words" data-own-words="" dir="auto">
					<bdi>{words}</bdi>
				</p>
				<InsetText>{say('checkTo', { name: one.name ?? say('someone') })}</InsetText>
				<FormParts.Share form={form} reader={reader}>
					{say('share')}
				</FormParts.Share>
			</>
		),
	}
}
