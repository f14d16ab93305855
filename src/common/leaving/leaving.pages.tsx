import { isoDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Day } from '../../ui/Day.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { WarningText } from '../../ui/WarningText.tsx'
import type { LeftBehind } from './leaving.queries.ts'
import type { leavingWords } from './leaving.words.ts'

type Say = ReturnType<typeof leavingWords>

type Leaving = {
	say: Say
	csrf: string
	/** The account, where it has a plan of its own. */
	person: string | undefined
	/** They work for the service here now. */
	isStaff: boolean
	/** They have lately shown that it is them. */
	isSure: boolean
}

/** What leaving does, what stays and why, what one can do instead; and, once one has shown that it is them, the one press. */
export function LeavePage(leaving: Leaving) {
	const { say, isStaff } = leaving
	return (
		<>
			<h1>{say('heading')}</h1>
			{isStaff && (
				<InsetText>
					<p>{say('staff')}</p>
					<p>{say('staffAfter')}</p>
				</InsetText>
			)}
			<WarningText>{say('never')}</WarningText>
			<Told {...leaving} />
			<Instead {...leaving} />
			{!isStaff && <Press {...leaving} />}
		</>
	)
}

function Told({ say }: Leaving) {
	return (
		<>
			<h2>{say('goesHeading')}</h2>
			<ul>
				<li>{say('goesWays')}</li>
				<li>{say('goesWords')}</li>
				<li>{say('goesBegun')}</li>
				<li>{say('goesOpen')}</li>
				<li>{say('goesAsked')}</li>
			</ul>
			<h2>{say('othersHeading')}</h2>
			<ul>
				<li>
					{say('othersTheirs')} {say('othersName')}
				</li>
				<li>
					{say('othersPlans')} {say('othersYes')}
				</li>
				<li>{say('othersOwn')}</li>
			</ul>
			<h2>{say('keptHeading')}</h2>
			<ul>
				<li>
					{say('keptWhat')} {say('keptWhy')} {say('keptUntil')}
				</li>
				<li>{say('keptDay')}</li>
				<li>
					{say('keptCopies')} {say('keptAgain')}
				</li>
			</ul>
		</>
	)
}

function Instead({ say, person }: Leaving) {
	return (
		<>
			<h2>{say('firstHeading')}</h2>
			<p>
				<a class="act-link" href={routes.take.start.href()}>
					{say('firstTake')}
				</a>
			</p>
			<h2>{say('insteadHeading')}</h2>
			{person && (
				<p>
					<a class="act-link" href={routes.openings.list.href({ person })}>
						{say('insteadOpen')}
					</a>
				</p>
			)}
			<p>
				<a class="act-link" href={routes.account.sessions.href()}>
					{say('insteadOut')}
				</a>
			</p>
		</>
	)
}

function Press({ say, csrf, isSure }: Leaving) {
	const stay = (
		<Button href={routes.account.show.href()} kind="secondary">
			{say('stay')}
		</Button>
	)
	if (!isSure) {
		return (
			<>
				<p>{say('sure')}</p>
				<div class="button-group">
					<Button href={`${routes.account.sure.href()}?to=${routes.leaving.show.href()}&by=more`} kind="secondary">
						{say('goOn')}
					</Button>
					{stay}
				</div>
			</>
		)
	}
	return (
		<form method="post" action={routes.leaving.show.href()}>
			<input type="hidden" name="csrf" value={csrf} />
			<div class="button-group">
				<Button kind="warning" preventDoubleClick>
					{say('leave')}
				</Button>
				{stay}
			</div>
		</form>
	)
}

/** It is done. */
export function LeftPage({ say }: { say: Say }) {
	return (
		<>
			<h1>{say('doneHeading')}</h1>
			<p>
				{say('doneWhat')} {say('doneOut')}
			</p>
			<p>{say('doneBack')}</p>
			<p>
				<Button href={routes.home.href()} kind="secondary">
					{say('doneStart')}
				</Button>
			</p>
		</>
	)
}

/** One's own words from the plans of those who have left: person by person, without saying who. */
export function LeftBehindPage({ say, written }: { say: Say; written: readonly LeftBehind[] }) {
	return (
		<>
			<h1>{say('behindHeading')}</h1>
			{written.length === 0 ? (
				<p>{say('behindNothing')}</p>
			) : (
				<p>
					{say('behindWhat')} {say('behindName')}
				</p>
			)}
			{[...Map.groupBy(written, ({ person }) => person)].map(([person, words]) => (
				<section key={person}>
					<h2>{say('behindWith')}</h2>
					<LeftBehindWords say={say} written={words} />
				</section>
			))}
		</>
	)
}

/** Each of these words, of what kind they are and from when. */
export function LeftBehindWords({ say, written }: { say: Say; written: readonly LeftBehind[] }) {
	return (
		<ul>
			{written.map(({ outcome, kind, words, at }) => (
				<li key={`${outcome} ${kind} ${at.getTime()}`}>
					<Day date={isoDay(at)} />: {say(`behind_${kind}`)}
					<p class="own-words" data-own-words="" dir="auto">
						<bdi>{words}</bdi>
					</p>
				</li>
			))}
		</ul>
	)
}
