import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Radios } from '../../ui/Radios.tsx'
import type { ownAppointmentWords } from './appointments.words.ts'

type Props = {
	say: ReturnType<typeof ownAppointmentWords>
	action: string
	csrf: string
	/** What is chosen now; empty, where a choice is still to be made. */
	wanted: string
	/** Whether they have said where it is safe to write to them. */
	hasChosen: boolean
	errorMessage: string | undefined
}

/** Whether and when a person is reminded of what is agreed. */
export function RemindersPage({ say, action, csrf, wanted, hasChosen, errorMessage }: Props) {
	return (
		<>
			<ErrorSummary errorList={errorMessage ? [{ text: errorMessage, href: '#wanted' }] : []} />
			<form method="post" action={action} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Radios
					name="wanted"
					legend={say('remindersTitle')}
					isPageHeading
					hint={say('remindersHint')}
					value={wanted}
					errorMessage={errorMessage}
					items={(['none', 'day_before', 'two_hours'] as const).map((value) => ({
						value,
						text: say(`reminder_${value}`),
					}))}
				/>
				<p>{say(hasChosen ? 'remindersWhere' : 'remindersNowhere')}</p>
				<Button preventDoubleClick>{say('remindersKeep')}</Button>
			</form>
			<p>
				<a class="act-link" href={routes.contacts.show.href()}>
					{say('remindersContacts')}
				</a>
			</p>
		</>
	)
}
