import { dayIn } from '../../platform/days.ts'
import type { Errors } from '../../platform/forms.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { checkWords } from './family.words.ts'
import type { ToCheck } from './invitations.queries.ts'

type Checker = Reader<'practitioner'>

/** What waits for the reader's check: whose it is, and since when; not yet whom it is about. */
export function ToCheckPage({ reader, waiting }: { reader: Checker; waiting: readonly ToCheck[] }) {
	const say = checkWords(reader)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			{waiting.length === 0 && <p>{say('nothing')}</p>}
			<ul class="promises">
				{waiting.map(({ id, person, name, askedAt }) => (
					<li key={id}>
						<a class="act-link" href={routes.supporters.check.href({ person, invitation: id })}>
							<bdi>{say('one', { name, day: dayIn(askedAt, reader.locale) })}</bdi>
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

type Props = { reader: Checker; csrf: string; one: ToCheck; errors: Errors }

/** One invitation, and the two things that can be found. Nothing is chosen beforehand, and nothing is asked for but the one word. */
export function CheckPage({ reader, csrf, one, errors }: Props) {
	const say = checkWords(reader)
	const { id, person, name, called, tie, signed, way, address, askedAt } = one
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<h1>
				<bdi>{say('oneHeading', { name })}</bdi>
			</h1>
			<SummaryList
				rows={[
					{ key: say('called'), value: <bdi data-own-words="">{called}</bdi> },
					{ key: <bdi>{say('tie', { name })}</bdi>, value: <bdi data-own-words="">{tie}</bdi> },
					{
						key: say(`at_${way}`),
						value: (
							<span class="address" data-own-words="">
								<bdi>{address}</bdi>
							</span>
						),
					},
					{ key: say('signed'), value: <bdi data-own-words="">{signed}</bdi> },
					{ key: say('askedOn'), value: dayIn(askedAt, reader.locale) },
				]}
			/>
			<p>{say('what')}</p>
			<p>{say('conditions')}</p>
			<InsetText>
				<p>{say('blind', { name })}</p>
				<p>
					{say('look', { name })} {say('doNotWrite')}
				</p>
			</InsetText>
			<form method="post" action={routes.supporters.check.href({ person, invitation: id })} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Radios
					name="found"
					legend={say('found')}
					hint={say('final')}
					errorMessage={errors.found}
					items={[
						{ value: 'may_be_written_to', text: say('may'), hint: say('mayHint') },
						{ value: 'left_in_peace', text: say('peace'), hint: say('peaceHint') },
					]}
				/>
				<Button preventDoubleClick>{say('keep')}</Button>
			</form>
		</>
	)
}
