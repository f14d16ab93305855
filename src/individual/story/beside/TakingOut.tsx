import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { calledMoment, type Moment } from '../moment.ts'
import { askedOutWords, takingOutWords } from '../opened.words.ts'
import type { Piece } from '../piece.ts'
import type { Mine } from '../reading.ts'
import type { Opened } from './opened.ts'
import type { TakingOut } from './taking-out.queries.ts'

/** The way for who is in a moment to ask to be taken out of it, or what became of that. */
export function AskOut({ moment, person, piece, takings, me, reader }: Opened & { moment: Moment }) {
	const say = takingOutWords(reader)
	const asked = takings.find((one) => one.moment === moment.id && one.by === me)
	if (asked) {
		return (
			<p class="quiet">
				<bdi>{say(asked.answer ?? 'waits', { name: person.name })}</bdi>
			</p>
		)
	}
	return (
		<p>
			<a class="act-link" href={routes.piece.askOut.href({ person: person.id, piece: piece.id, moment: moment.id })}>
				{say('toAsk')}
			</a>
		</p>
	)
}

/** "Do you want to be taken out of this?" */
export function AskOutPage({ moment, person, piece, reader, csrf }: Opened & { moment: Moment; csrf: string }) {
	const say = takingOutWords(reader)
	const here = { person: person.id, piece: piece.id }
	const { name } = person
	return (
		<>
			<h1>{say('askTitle')}</h1>
			{!moment.hard && (
				<p>
					<bdi data-own-words="">{calledMoment(moment)}</bdi>
				</p>
			)}
			<p>
				<bdi>{say('askHint', { name })}</bdi>
			</p>
			<div class="button-group">
				<OneButton csrf={csrf} to={routes.piece.askOut.href({ ...here, moment: moment.id })}>
					<bdi>{say('ask', { name })}</bdi>
				</OneButton>
				<Button href={routes.piece.show.href(here)} kind="secondary">
					{say('notNow')}
				</Button>
			</div>
		</>
	)
}

type ToMeProps = Pick<Mine, 'here' | 'csrf' | 'reader' | 'say'> & {
	piece: Piece
	takings: readonly TakingOut[]
	names: ReadonlyMap<string, string>
	moments: readonly Moment[]
}

/** Who asks the person to take them out of something, and what the person can say to it. */
export function AskedOfMe({ here, csrf, reader, say, piece, takings, names, moments }: ToMeProps) {
	const sayOut = askedOutWords(reader)
	const waiting = takings.filter(({ answer }) => answer === null)
	if (waiting.length === 0) return null
	return (
		<section>
			<h2>{sayOut('heading')}</h2>
			<p>{sayOut('hint')}</p>
			{waiting.map(({ id, by, moment }) => {
				const found = moments.find((one) => one.id === moment)
				const called = !found || found.hard ? say('hardOne') : calledMoment(found)
				const to = routes.piece.answerOut.href({ ...here, piece: piece.id, asked: id })
				return (
					<div key={id}>
						<p>
							<bdi>{sayOut('asks', { name: names.get(by) || sayOut('someone') })}</bdi>{' '}
							<a href={routes.moment.show.href({ ...here, moment })}>
								<bdi data-own-words="">{called}</bdi>
							</a>
						</p>
						<div class="button-group">
							<OneButton csrf={csrf} kind="secondary" to={to} fields={{ answer: 'changed' }}>
								{sayOut('sayChanged')}
							</OneButton>
							<OneButton csrf={csrf} kind="secondary" to={to} fields={{ answer: 'stays' }}>
								{sayOut('sayStays')}
							</OneButton>
						</div>
					</div>
				)
			})}
		</section>
	)
}
