import { dayIn, timeIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import type { Asked, Helped } from './helpers.queries.ts'
import { helperWords } from './helpers.words.ts'

/** What a home says of coming back in. */
export type BackIn = { csrf: string; mine: Asked | undefined; helped: readonly Helped[] }

/** On a home: somebody says they are the reader, or one whom the reader can help back in. */
export function HelpBackIn({ locale, csrf, mine, helped }: BackIn & { locale: Locale }) {
	const say = helperWords({ locale, voice: 'anyone' })
	return (
		<>
			{mine && (
				<section>
					<h2>{say('mineHeading')}</h2>
					<InsetText>
						<p>{say('mine')}</p>
						{mine.readyAt && (
							<p>{say('mineReady', { day: dayIn(mine.readyAt, locale), time: timeIn(mine.readyAt, locale) })}</p>
						)}
						<p>{say('mineNot')}</p>
						<form method="post" action={routes.account.stopRecovery.href()}>
							<input type="hidden" name="csrf" value={csrf} />
							<Button preventDoubleClick>{say('stop')}</Button>
						</form>
					</InsetText>
				</section>
			)}
			{helped.length > 0 && (
				<section>
					<h2>{say('helpHeading')}</h2>
					{helped.map(({ account, name, askedAt }) => (
						<div key={account}>
							<p>
								<bdi>{say(askedAt ? 'asks' : 'canHelp', { name })}</bdi>
							</p>
							<p>
								<a class="act-link" href={routes.helping.show.href({ account })}>
									{say('see')} <span class="visually-hidden">{name}</span>
								</a>
							</p>
						</div>
					))}
				</section>
			)}
		</>
	)
}
