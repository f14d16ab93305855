import { sayDay } from '../../platform/days.ts'
import { routes } from '../../routes.ts'
import { OneButton } from '../../ui/OneButton.tsx'
import { Own } from './moment.parts.tsx'
import type { Moment } from './moment.ts'
import type { Mine } from './reading.ts'

type Props = Mine & { heard: readonly Moment[]; scribes: ReadonlyMap<string, string> }

/** Words that somebody wrote down as they heard the person: not in the story until the person says that they are theirs. */
export function Heard(props: Props) {
	const { say, heard, scribes, here, isAlone, csrf, reader } = props
	return (
		<section>
			<h2>{say('heardHeading')}</h2>
			<p>{say('heardHint')}</p>
			<ul class="brings">
				{heard.map(({ id, words, heardBy, paperDay }) => (
					<li key={id}>
						<p>
							<bdi>
								{say(paperDay ? 'heardOnPaper' : 'heardFrom', {
									name: scribes.get(heardBy ?? '') ?? '…',
									day: paperDay ? sayDay(paperDay, reader.locale) : '',
								})}
							</bdi>{' '}
							{say('notConfirmed')}
						</p>
						<Own>{words ?? ''}</Own>
						{!isAlone && <p>{say('ownAlone')}</p>}
						<div class="button-group">
							{isAlone && (
								<OneButton csrf={csrf} to={routes.moment.own.href({ ...here, moment: id })}>
									{say('own')}
								</OneButton>
							)}
							<OneButton csrf={csrf} kind="secondary" to={routes.moment.delete.href({ ...here, moment: id })}>
								{say('notMine')}
							</OneButton>
						</div>
					</li>
				))}
			</ul>
		</section>
	)
}
