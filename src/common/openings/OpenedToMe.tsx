import type { ComponentChildren } from 'preact'
import { dayIn } from '../../platform/days.ts'
import type { Locale } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import type { Named } from './names.ts'
import type { Openable } from './openable.ts'
import type { Opened } from './openings.queries.ts'
import { lastMoment } from './openings.ts'
import { openedWords } from './openings.words.ts'

type Props = {
	locale: Locale
	me: string
	openables: readonly Openable[]
	opened: readonly Opened[]
	supported: readonly Named[]
	/** Whether the reader is here as somebody's supporter, and so is told also that there is nothing. */
	isSupporter: boolean
}

/** Everything that is open to the reader, by person: what, what for, until when; and the way out. */
export function OpenedToMe({ locale, me, openables, opened, supported, isSupporter }: Props) {
	const say = openedWords({ locale, voice: 'supporter' })
	const openers = opened.map(({ person, name }): Named => ({ id: person, name }))
	const people = [...new Map([...supported, ...openers].map((one) => [one.id, one])).values()]
	if (people.length === 0 && !isSupporter) return null
	return (
		<section>
			<h2>{say('heading')}</h2>
			{people.length === 0 && <p>{say('nobody')}</p>}
			{people.map((person) => {
				const { id, name } = person
				const theirs = opened.filter((one) => one.person === id)
				return (
					<section key={id}>
						<h3>
							<bdi>{name}</bdi>
						</h3>
						{supported.some((one) => one.id === id) && <p>{say('support', { name })}</p>}
						{theirs.length === 0 && (
							<p>
								{say('nothing', { name })} {say('looksLater', { name })}
							</p>
						)}
						{theirs.map((one) => (
							<OneOpened key={one.id} one={one} openables={openables} locale={locale} />
						))}
						{theirs.length > 0 && <p>{say('looks', { name })}</p>}
						{theirs.length > 0 && (
							<p>
								<a class="act-link" href={routes.conversation.show.href({ person: id, with: me })}>
									<bdi>{say('write', { name })}</bdi>
								</a>
							</p>
						)}
						<p>
							<a class="act-link" href={routes.leave.href({ person: id })}>
								<bdi>{say('leave', { name })}</bdi>
							</a>
						</p>
					</section>
				)
			})}
		</section>
	)
}

function OneOpened({
	one,
	openables,
	locale,
}: Pick<Props, 'openables' | 'locale'> & { one: Opened }): ComponentChildren {
	const say = openedWords({ locale, voice: 'supporter' })
	const openable = openables.find(({ part }) => part === one.part)
	if (!openable) return null
	const { theirWhole, theirSingle } = openable.says(locale)
	return (
		<>
			<SummaryList rows={[{ key: say('whatFor'), value: <bdi data-own-words="">{one.purpose}</bdi> }]} />
			<p>{say('until', { name: one.name, day: dayIn(lastMoment(one), locale) })}</p>
			<p>
				<Button kind="secondary" href={openable.href(one)}>
					<bdi>{one.thing ? theirSingle(one.name) : theirWhole(one.name)}</bdi>
				</Button>
			</p>
		</>
	)
}
