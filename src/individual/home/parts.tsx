import type { ComponentChildren } from 'preact'
import { routes } from '../../routes.ts'
import type { OpenPromise } from '../plan/index.ts'
import type { Home } from './home.ts'

/** Questions about the record that wait: that they were asked and when, for a home shows nobody's words. */
export function Questions({ say, questions, day }: Home) {
	return (
		<>
			<p>{say('questions', { count: questions.length })}</p>
			<ul class="promises">
				{questions.map(({ person, question, at }) => (
					<li key={question}>
						<a class="act-link" href={routes.record.question.href({ person, question })}>
							{say('question', { day: day(at) })}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

/** That invitations wait, and how many: whose, and to whom, stands a press further on. */
export function ToCheck({ say, toCheck }: Home) {
	return (
		<p>
			{say('waitsCheck', { count: toCheck })}{' '}
			<a class="act-link" href={routes.toCheck.href()}>
				{say('toCheck')}
			</a>
		</p>
	)
}

/** One part of a home, under its heading. */
export function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
	return (
		<section>
			<h2>{heading}</h2>
			{children}
		</section>
	)
}

/** By when something is promised: what is said of its day, or the words that were said, or that no day is set. */
export function ByWhenPromised({
	one,
	late,
	home,
}: {
	one: OpenPromise
	late: 'promisedLate' | 'bringLate'
	home: Home
}) {
	const { say, today, day } = home
	if (!one.byDay) {
		if (!one.said) return <p>{say('promisedOpen')}</p>
		return (
			<p>
				{say('promisedWhen')} <bdi data-own-words="">{one.said}</bdi>
			</p>
		)
	}
	const isLate = one.byDay < today
	return <p class={isLate ? 'overdue' : undefined}>{say(isLate ? late : 'promisedBy', { day: day(one.byDay) })}</p>
}

/** What somebody wrote, as they wrote it. */
export function OwnWords({ children }: { children: string }) {
	return (
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{children}</bdi>
		</p>
	)
}
