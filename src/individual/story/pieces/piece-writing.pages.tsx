import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Checkboxes } from '../../../ui/Checkboxes.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { calledMoment, type Moment } from '../moment.ts'
import { Before } from '../moment-writing.pages.tsx'
import type { OfParts } from '../parts.ts'
import { asked, type Kind, type Piece, type Question, sorts } from '../piece.ts'
import type { ToWrite } from '../reading.ts'
import { most } from '../story.forms.ts'
import { NeverForHarm } from './pieces.page.tsx'

type Writing = OfParts & ToWrite
type OfPiece = Writing & { piece: Piece }

const backTo = ({ here, piece }: OfPiece) => routes.piece.show.href({ ...here, piece: piece.id })

/** What it is called; of what matters also what it is. */
export function namePage(reading: Writing & { kind: Kind; piece?: Piece }, form: Form): Framed {
	const { say, sayPiece, reader, here, kind, piece } = reading
	return {
		title: say('tabWrite'),
		backHref: piece ? routes.piece.show.href({ ...here, piece: piece.id }) : routes.pieces[kind].href(here),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayPiece('keep')}>
				{kind === 'trouble' && <NeverForHarm {...reading} />}
				<Before {...reading} />
				<CharacterCount
					name="words"
					label={sayPiece(`${kind}Title`)}
					isPageHeading
					hint={sayPiece(`${kind}Hint`)}
					maxlength={most.name}
					rows={2}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				{kind === 'value' && (
					<Radios
						name="sort"
						legend={sayPiece('sortTitle')}
						value={form.fields.sort}
						errorMessage={form.errors.sort}
						items={sorts.map((value) => ({ value, text: sayPiece(`sort_${value}`) }))}
					/>
				)}
			</FormParts.Ask>
		),
	}
}

/** One question about a piece, or how a chapter is told now. */
export function answerPage(reading: OfPiece, form: Form, question: Question | 'tell'): Framed {
	const { say, sayPiece, reader, piece } = reading
	const isTelling = question === 'tell'
	return {
		title: say('tabWrite'),
		backHref: backTo(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={sayPiece('keep')}>
				{piece.kind === 'trouble' && <NeverForHarm {...reading} />}
				<Before {...reading} />
				<CharacterCount
					name="words"
					label={sayPiece(isTelling ? 'tellTitle' : asked(piece.kind, question))}
					isPageHeading
					hint={sayPiece(isTelling ? 'tellHint' : 'answerHint')}
					maxlength={isTelling ? most.words : most.answer}
					rows={isTelling ? 10 : 4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
			</FormParts.Ask>
		),
	}
}

type Choosing = OfParts & { piece: Piece; moments: readonly Moment[] }

/** Which moments belong to it: ticks, nothing typed. */
export function choosePage(reading: Choosing, chosen: readonly string[], error?: string): Framed {
	const { say, sayPiece, here, csrf, piece, moments } = reading
	const href = routes.piece.moments.href({ ...here, piece: piece.id })
	return {
		title: say('tabWrite'),
		backHref: routes.piece.show.href({ ...here, piece: piece.id }),
		...(error ? { status: 422, error: true } : {}),
		body:
			moments.length === 0 ? (
				<>
					<h1>{sayPiece('chooseTitle')}</h1>
					<p>{sayPiece('chooseNothing')}</p>
					<p>
						<a class="act-link" href={routes.story.write.href(here)}>
							{say('write')}
						</a>
					</p>
				</>
			) : (
				<form method="post" action={href} noValidate>
					<ErrorSummary errorList={error ? [{ text: error, href: '#moments' }] : []} />
					<input type="hidden" name="csrf" value={csrf} />
					<Checkboxes
						name="moments"
						legend={sayPiece('chooseTitle')}
						isPageHeading
						hint={sayPiece('chooseHint')}
						errorMessage={error}
						values={chosen}
						items={moments.map((one) => ({
							value: one.id,
							text: one.hard ? say('hardOne') : <bdi data-own-words="">{calledMoment(one)}</bdi>,
							...(one.hoped ? { hint: say('hopedFor') } : {}),
						}))}
					/>
					<Button preventDoubleClick>{sayPiece('keep')}</Button>
				</form>
			),
	}
}
