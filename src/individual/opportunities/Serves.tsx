import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import type { OneReading } from './reading.ts'

/** Which of what matters to me it serves, by my own story: to choose, and for me alone. */
export function Serves({ say, one, person, csrf, values, served }: OneReading) {
	if (values.length === 0) return null
	return (
		<form
			method="post"
			action={routes.opportunities.serves.href({ person: person.id, opportunity: one.id })}
			noValidate
		>
			<input type="hidden" name="csrf" value={csrf} />
			<Checkboxes
				name="values"
				legend={say('servesTitle')}
				hint={say('servesHint')}
				values={served}
				items={values.map(({ id, name }) => ({ value: id, text: name }))}
			/>
			<Button kind="secondary">{say('keep')}</Button>
		</form>
	)
}
