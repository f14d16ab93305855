import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import type { inviteWords } from './relationship.words.ts'

type Props = { say: ReturnType<typeof inviteWords>; csrf: string; once: string; fields: Fields; errors: Errors }

/** A practitioner begins to work with somebody who is not here yet. */
export function InvitePage({ say, csrf, once, fields, errors }: Props) {
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>{say('heading')}</h1>
			<p>{say('what')}</p>
			<form method="post" action={routes.invite.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<input type="hidden" name="once" value={once} />
				<Input
					name="name"
					label={say('name')}
					hint={say('nameHint')}
					value={fields.name}
					errorMessage={errors.name}
					autocomplete="off"
				/>
				<Button preventDoubleClick>{say('goOn')}</Button>
			</form>
		</>
	)
}
