import type { Meeting } from '../../../common/appointments/index.ts'
import { meetingsThatWere } from '../../../common/appointments/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { dayIn } from '../../../platform/days.ts'
import type { Locale } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { meetingsSpokenOf } from './check-ins.queries.ts'
import { daysOffered, toSpeakOf } from './check-ins.ts'
import { checkInWords } from './check-ins.words.ts'

/** The newest meeting of the acting account's own that was only days ago and of which it has not spoken. */
export const meetingToSpeakOf = async (tx: Tx): Promise<Meeting | undefined> =>
	toSpeakOf(await meetingsThatWere(tx, { days: daysOffered }), await meetingsSpokenOf(tx, daysOffered), new Date())

/** On a home: one line after a meeting, which goes by itself. */
export function AfterMeeting({ met, me, locale }: { met: Meeting | undefined; me: string; locale: Locale }) {
	if (!met) return null
	const isMine = met.person === me
	const say = checkInWords({ locale, voice: isMine ? 'person' : 'practitioner' })
	return (
		<p>
			<bdi>{say('home', { name: isMine ? met.withName : met.personName, day: dayIn(met.startsAt, locale) })}</bdi>{' '}
			<a class="act-link" href={routes.checkIns.list.href({ person: met.person })}>
				{say('say')}
			</a>
		</p>
	)
}
