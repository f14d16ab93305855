import type { ComponentChildren } from 'preact'
import type { Errors } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import type { Session, SignInEvent } from './accounts.queries.ts'
import type { accountWords } from './accounts.words.ts'
import { NewSecret } from './coming-in.pages.tsx'
import type { comingInWords } from './coming-in.words.ts'

type Common = {
	say: ReturnType<typeof accountWords>
	csrf: string
	day(moment: Date): string
	time(moment: Date): string
}

type Overview = Common & {
	secret: { signInName: string; setAt: Date } | undefined
	passkeys: number
	codesTo: { value: string } | undefined
	sessions: Session[]
	events: SignInEvent[]
	isDemonstration: boolean
	ofProvider: ComponentChildren
	/** Their account, for whoever works for the service here. */
	staff: string | undefined
}

/** How I come in, and what happened to that lately. */
export function AccountPage({
	say,
	secret,
	passkeys,
	codesTo,
	sessions,
	events,
	isDemonstration,
	ofProvider,
	staff,
	day,
	time,
}: Overview) {
	const set = secret ? say('secretSet', { day: day(secret.setAt) }) : undefined
	const change = { href: routes.account.secret.href(), text: say('change'), visuallyHiddenText: say('changeWhat') }
	const seePasskeys = {
		href: routes.account.passkeys.href(),
		text: say('passkeysSee'),
		visuallyHiddenText: say('passkeysWhat'),
	}
	return (
		<>
			<h1>{say('heading')}</h1>
			<SummaryList
				rows={[
					{ key: say('name'), value: secret ? <strong>{secret.signInName}</strong> : say('nameNone') },
					{
						key: say('secret'),
						value: set ?? say(isDemonstration ? 'demonstration' : 'secretNone'),
						...(secret && { actions: [change] }),
					},
					{
						key: say('passkeys'),
						value: say('passkeysHow', { count: passkeys }),
						actions: [seePasskeys],
					},
					{
						key: say('codes'),
						value: codesTo ? <bdi data-own-words="">{codesTo.value}</bdi> : say('codesOff'),
						actions: [
							{ href: routes.account.codes.href(), text: say('codesSee'), visuallyHiddenText: say('codesWhat') },
						],
					},
					{
						key: say('sessions'),
						value: say('sessionsHere', { count: sessions.length }),
						actions: [{ href: routes.account.sessions.href(), text: say('see') }],
					},
				]}
			/>
			<p>
				<a class="act-link" href={routes.contacts.show.href()}>
					{say('toContacts')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.account.helpers.href()}>
					{say('toHelpers')}
				</a>
			</p>
			{ofProvider}
			<h2>{say('lately')}</h2>
			{events.length === 0 && <p>{say('latelyNothing')}</p>}
			<ul>
				{events.map((event) => (
					<li key={event.id}>
						{day(event.at)}, {time(event.at)}: {say(event.kind, { device: event.device ?? '', name: event.by ?? '' })}
					</li>
				))}
			</ul>
			<p>{say('latelyNotYou')}</p>
			{staff && (
				<p>
					<a class="act-link" href={routes.area.byRole.href({ account: staff })}>
						{say('byRole')}
					</a>
				</p>
			)}
			<p>
				<a class="act-link" href={routes.leaving.behind.href()}>
					{say('withThoseWhoLeft')}
				</a>
			</p>
			<p>
				<a class="act-link" href={routes.leaving.show.href()}>
					{say('leave')}
				</a>
			</p>
		</>
	)
}

type SecretProps = Common & { sayNew: ReturnType<typeof comingInWords>; signInName: string; errors: Errors }

/** Another secret. */
export function SecretPage({ say, sayNew, csrf, signInName, errors }: SecretProps) {
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{say('secretHeading')}</h1>
			<form method="post" action={routes.account.secret.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				{/* so that the browser knows whose secret it keeps anew */}
				<input
					class="visually-hidden"
					tabIndex={-1}
					aria-hidden="true"
					autoComplete="username"
					readOnly
					value={signInName}
				/>
				<NewSecret say={sayNew} errors={errors} />
				<Button preventDoubleClick>{sayNew('setSecret')}</Button>
			</form>
		</>
	)
}

/** Where I am signed in, and the way to end each. */
export function SessionsPage({ say, csrf, sessions, here, day, time }: Common & { sessions: Session[]; here: string }) {
	return (
		<>
			<h1>{say('sessionsTab')}</h1>
			<ul class="sessions">
				{sessions.map((session) => (
					<li key={session.id}>
						<p>
							<strong>{session.device}</strong>
							<br />
							{session.id === here && (
								<>
									{say('sessionHere')}
									<br />
								</>
							)}
							{session.shared && (
								<>
									{say('sessionShared')}
									<br />
								</>
							)}
							{say('sessionSince', { day: day(session.beganAt), time: time(session.beganAt) })}
							<br />
							{say('sessionSeen', { day: day(session.seenAt), time: time(session.seenAt) })}
						</p>
						{session.id !== here && (
							<form method="post" action={routes.account.endSession.href({ session: session.id })}>
								<input type="hidden" name="csrf" value={csrf} />
								<Button kind="secondary" class="button--small">
									{say('sessionEnd')} <span class="visually-hidden">{session.device}</span>
								</Button>
							</form>
						)}
					</li>
				))}
			</ul>
			{sessions.length < 2 ? (
				<p>{say('sessionsOnly')}</p>
			) : (
				<form method="post" action={routes.account.endOtherSessions.href()}>
					<input type="hidden" name="csrf" value={csrf} />
					<Button kind="secondary">{say('endOthers')}</Button>
				</form>
			)}
		</>
	)
}
