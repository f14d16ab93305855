import { routes } from '../../routes.ts'
import type { Home } from './home.ts'
import { ByWhenPromised, OwnWords, Part } from './parts.tsx'

/** For whoever has something open to them: what they were asked there, what they promised, and where their own words are. */
export function WhatIBring({ isSupporter, ...home }: Home & { isSupporter: boolean }) {
	const { say, opened } = home
	const { asked, promised } = home.bringing
	if (opened.length === 0 && !isSupporter) return null
	return (
		<Part heading={say('bringHeading')}>
			{asked.length > 0 && (
				<ul class="promises">
					{asked.map(({ person, name, outcome, count }) => (
						<li key={outcome}>
							<p>{say('bringAsked', { count })}</p>
							<a class="act-link" href={routes.outcome.show.href({ person, outcome })}>
								<bdi>{say('bringAskedBy', { name })}</bdi>
							</a>
						</li>
					))}
				</ul>
			)}
			{promised.length === 0 && <p>{say('bringNothing')}</p>}
			<ul class="promises">
				{promised.map((one) => (
					<li key={`${one.outcome}-${one.words}`}>
						<OwnWords>{one.words}</OwnWords>
						<ByWhenPromised one={one} late="bringLate" home={home} />
						<a class="act-link" href={routes.outcome.show.href({ person: one.person, outcome: one.outcome })}>
							<bdi>{say('promisedFor', { name: one.name })}</bdi>
						</a>
					</li>
				))}
			</ul>
			<p>
				<a class="act-link" href={routes.brought.href()}>
					{say('toBrought')}
				</a>
			</p>
		</Part>
	)
}
