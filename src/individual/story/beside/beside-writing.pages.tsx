import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { SummaryList } from '../../../ui/SummaryList.tsx'
import { type Beside, prompts } from '../given.ts'
import { besideStoryWords, givenStoryWords } from '../opened.words.ts'
import type { OfParts } from '../parts.ts'
import type { ToWrite } from '../reading.ts'
import { most } from '../story.forms.ts'
import type { Opened } from './opened.ts'

export type ToPutBeside = Opened & ToWrite

/** Words beside a part of somebody's story, or a witness's answers: which fields there are. */
export type Putting = 'words' | 'answers'

export const fieldsOfPutting: Readonly<Record<Putting, readonly ('words' | (typeof prompts)[number])[]>> = {
	words: ['words'],
	answers: prompts,
}

const sayTo = ({ reader }: Opened) => besideStoryWords(reader)
const backTo = ({ person, piece }: Opened) => routes.piece.show.href({ person: person.id, piece: piece.id })

/** What somebody puts beside a part of another's story: it changes nothing of it, and is signed. */
export function putPage(reading: ToPutBeside, form: Form, putting: Putting): Framed {
	const { reader, passedOn, person, piece } = reading
	const say = sayTo(reading)
	const { name } = person
	return {
		title: say('tab'),
		backHref: backTo(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say(putting === 'words' ? 'wordsTitle' : 'witnessTitle')}</h1>
				<p>
					<bdi data-own-words="">{piece.name}</bdi>
				</p>
				<p>{say(putting === 'words' ? 'wordsHint' : 'witnessHint')}</p>
				<InsetText>
					<bdi>{say('reads', { name })}</bdi>
				</InsetText>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
				{fieldsOfPutting[putting].map((field) => (
					<CharacterCount
						key={field}
						name={field}
						label={say(field === 'words' ? 'wordsTitle' : field)}
						labelClass={field === 'words' ? 'visually-hidden' : undefined}
						optional={field !== 'words'}
						maxlength={most.answer}
						rows={field === 'words' ? 5 : 3}
						value={form.fields[field]}
						errorMessage={form.errors[field]}
					/>
				))}
			</FormParts.Ask>
		),
	}
}

/** What was written, before anybody reads it. */
export function checkPutPage(reading: ToPutBeside, form: Form, putting: Putting): Framed {
	const { reader, person } = reading
	const say = sayTo(reading)
	return {
		title: say('tab'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<p>{say('checkIntro')}</p>
				<SummaryList
					rows={fieldsOfPutting[putting]
						.map(
							(field) =>
								form.fields[field]?.trim() && {
									key: say(field === 'words' ? 'toldKey' : field),
									value: <bdi data-own-words="">{form.fields[field]}</bdi>,
								},
						)
						.map((row) => row || null)}
				/>
				<FormParts.Share form={form} reader={reader}>
					<bdi>{say('share', { name: person.name })}</bdi>
				</FormParts.Share>
			</>
		),
	}
}

/** What the person says back. */
export function replyPage(
	reading: OfParts & ToWrite & { beside: Beside; name: string; piece: { id: string } },
	form: Form,
): Framed {
	const { say, reader, here, piece, name } = reading
	const sayGiven = givenStoryWords(reader)
	return {
		title: say('tabWrite'),
		backHref: routes.piece.show.href({ ...here, piece: piece.id }),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayGiven('reply')}>
				<CharacterCount
					name="words"
					label={sayGiven('replyTitle')}
					isPageHeading
					hint={sayGiven('replyHint', { name })}
					maxlength={most.answer}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={reading.passedOn} />
			</FormParts.Ask>
		),
	}
}
