import { type comingInWords, NewSecret, SharedDevice } from '../../common/accounts/index.ts'
import type { SystemCalls } from '../../platform/doors.ts'
import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import type { invitedWords } from './family.words.ts'

type Say = ReturnType<typeof invitedWords>
/** An invitation as whoever holds its code may know it. */
export type Found = SystemCalls['system_invitation']['row']

type FormProps = { say: Say; csrf: string; fields: Fields; errors: Errors }

const Summary = ({ errors }: Pick<FormProps, 'errors'>) => (
	<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
)

/** Where a code is typed; a camera brings it along in the part of the address that is never sent. */
export function CodePage({ say, csrf, fields, errors }: FormProps) {
	return (
		<>
			<Summary errors={errors} />
			<h1>{say('codeHeading')}</h1>
			<form method="post" action={routes.invited.show.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Input
					name="code"
					label={say('code')}
					hint={say('codeHint')}
					value={fields.code}
					errorMessage={errors.code}
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
					attributes={{ 'data-module': 'card-code' }}
				/>
				<Button preventDoubleClick>{say('goOn')}</Button>
			</form>
		</>
	)
}

type Held = { say: Say; csrf: string; code: string; found: Found }

/** The account of whoever is signed in, in the area of the invitation. */
type Signed = { name: string; csrf: string; isTheirOwn: boolean }

/** Who invites, and the three choices, none larger than another. */
export function ChoicesPage({ signed, ...held }: Held & { signed: Signed | undefined }) {
	const { say, code, found } = held
	const name = found.signed
	const canComeIn = found.is_open && !signed?.isTheirOwn
	return (
		<>
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p>{say('what', { name, area: found.area_name })}</p>
			<p>
				{say('sees', { name })} {say('looks', { name })}
			</p>
			<p>{say('choose', { name })}</p>
			{found.is_left_in_peace && <p>{say('isNever')}</p>}
			{found.is_open && signed?.isTheirOwn && <p>{say('own')}</p>}
			{canComeIn && signed && (
				<form method="post" action={routes.invited.accept.href()}>
					<p>
						<bdi>{say('asYourself', { name: signed.name })}</bdi>
					</p>
					<input type="hidden" name="csrf" value={signed.csrf} />
					<input type="hidden" name="code" value={code} />
					<Button kind="secondary" preventDoubleClick>
						<bdi>{say('acceptAs', { name: signed.name })}</bdi>
					</Button>
				</form>
			)}
			<Answers {...held} answers={[canComeIn && !signed && 'come-in', canComeIn && 'not-now', ofWriting(found)]} />
		</>
	)
}

/** Nobody can come in by it any more. Never is still there to be said. */
export function EndedPage(held: Held) {
	const { say, found } = held
	return (
		<>
			<h1>{say('ended')}</h1>
			{found.way !== 'card' && <p>{say(found.is_left_in_peace ? 'isNever' : 'stillNever')}</p>}
			<Answers {...held} answers={[ofWriting(found)]} />
		</>
	)
}

const words = { 'come-in': 'comeIn', 'not-now': 'notNow', never: 'never', 'take-back': 'takeBack' } as const
export type Answer = keyof typeof words

/** What can be said about being written to; nothing of a card, for which nobody wrote anywhere. */
const ofWriting = ({ way, is_left_in_peace }: Found): Answer | false =>
	way !== 'card' && (is_left_in_peace ? 'take-back' : 'never')

/** Whether a button of these was pressed. */
export const isAnswer = (word: string | undefined): word is Answer => word !== undefined && Object.hasOwn(words, word)

function Answers({ say, csrf, code, answers }: Held & { answers: readonly (Answer | false)[] }) {
	return (
		<form method="post" action={routes.invited.answer.href()}>
			<input type="hidden" name="csrf" value={csrf} />
			<input type="hidden" name="code" value={code} />
			<div class="button-group">
				{answers.map(
					(answer) =>
						answer && (
							<Button key={answer} kind="secondary" name="answer" value={answer} preventDoubleClick>
								{say(words[answer])}
							</Button>
						),
				)}
			</div>
		</form>
	)
}

/** Nothing happens. */
export function NotNowPage({ say, day }: { say: Say; day: string }) {
	return (
		<>
			<h1>{say('notNowHeading')}</h1>
			<p>{say('notNowTold', { day })}</p>
		</>
	)
}

/** It holds, and can be taken back. */
export function NeverPage(held: Held) {
	const { say } = held
	return (
		<>
			<h1>{say('neverHeading')}</h1>
			<p>
				{say('neverTold')} {say('neverKept')}
			</p>
			<p>{say('neverMistake')}</p>
			<Answers {...held} answers={['take-back']} />
		</>
	)
}

/** It was taken back. */
export function AgainPage({ say }: { say: Say }) {
	return (
		<>
			<h1>{say('againHeading')}</h1>
			<p>{say('againTold')}</p>
		</>
	)
}

type JoinProps = FormProps & { sayIn: ReturnType<typeof comingInWords>; code: string; found: Found }

/** A new account: what to be called, and a secret. Whoever has one here comes in with it instead. */
export function JoinPage({ say, sayIn, csrf, fields, errors, code, found }: JoinProps) {
	return (
		<>
			<Summary errors={errors} />
			<h1>{say('joinHeading')}</h1>
			<p>{say('looks', { name: found.signed })}</p>
			<p>{say('haveAccount')}</p>
			<p>
				<a class="act-link" href={routes.signIn.href()}>
					{say('toSignIn')}
				</a>
			</p>
			<form method="post" action={routes.invited.join.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="code" value={code} />
				<Input
					name="name"
					label={say('name')}
					hint={say('nameHint')}
					value={fields.name}
					errorMessage={errors.name}
					autocomplete="nickname"
				/>
				<NewSecret say={sayIn} errors={errors} />
				<SharedDevice say={sayIn} fields={fields} />
				<Button preventDoubleClick>{say('join')}</Button>
			</form>
		</>
	)
}
