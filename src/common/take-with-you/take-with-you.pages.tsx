import type { Errors, Fields } from '../../platform/forms.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import type { takeWords } from './take-with-you.words.ts'
import type { Showable } from './taken.ts'

type Say = ReturnType<typeof takeWords>

/** What can be taken, and that nobody may demand it. */
export function TakePage({ say, isSure }: { say: Say; isSure: boolean }) {
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>
				{say('what')} {say(isSure ? 'sureNow' : 'sure')}
			</p>
			<p>{say('told')}</p>
			<p>{say('whole')}</p>
			<p>{say('packet')}</p>
			<div class="button-group">
				<Button href={routes.take.page.href()}>{say('toRead')}</Button>
				<Button href={routes.take.file.href()} kind="secondary">
					{say('toData')}
				</Button>
				<Button href={routes.take.packet.href()} kind="secondary">
					{say('toPacket')}
				</Button>
			</div>
			<h2>{say('showHeading')}</h2>
			<p>{say('showWhat')}</p>
			<p>
				<Button href={routes.take.show.href()} kind="secondary">
					{say('toShow')}
				</Button>
			</p>
			<h2>{say('neverHeading')}</h2>
			<p>
				{say('never1')} {say('never2')}
			</p>
		</>
	)
}

type ChooseProps = {
	say: Say
	csrf: string
	things: readonly Showable[]
	chosen: readonly string[]
	fields: Fields
	errors: Errors
}

/** Ticks for a sheet: nothing is ticked before its owner does. */
export function ChoosePage({ say, csrf, things, chosen, fields, errors }: ChooseProps) {
	if (things.length === 0) {
		return (
			<>
				<h1>{say('showTitle')}</h1>
				<p>{say('nothingToShow')}</p>
			</>
		)
	}
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))} />
			<form method="post" action={routes.take.show.href()} noValidate>
				<input type="hidden" name="csrf" value={csrf} />
				<Checkboxes
					name="things"
					legend={say('showTitle')}
					isPageHeading
					hint={say('showHint')}
					errorMessage={errors.things}
					values={chosen}
					items={things.map((thing) => ({
						value: thing.id,
						text: (
							<span data-own-words="" dir="auto">
								<bdi>{thing.words}</bdi>
							</span>
						),
						hint: thing.how,
					}))}
				/>
				<Input name="name" label={say('name')} value={fields.name} errorMessage={errors.name} autocomplete="name" />
				<Button>{say('makeSheet')}</Button>
			</form>
		</>
	)
}

/** The sheet itself: what was ticked, and nothing else of anybody. */
export function SheetPage({
	say,
	name,
	day,
	things,
}: {
	say: Say
	name: string
	day: string
	things: readonly Showable[]
}) {
	return (
		<>
			<p class="not-printed">{say('sheetPrint')}</p>
			<h1>{say('sheetHeading')}</h1>
			{name && (
				<p>
					<bdi>{say('sheetBy', { name })}</bdi>
				</p>
			)}
			<ul>
				{things.map((thing) => (
					<li key={thing.id}>
						<span data-own-words="" dir="auto">
							<bdi>{thing.words}</bdi>
						</span>{' '}
						<span class="quiet">{thing.how}.</span>
					</li>
				))}
			</ul>
			<p>{say('sheetOn', { day })}</p>
			<p>
				{say('sheetOnly')} {say('sheetLaw')}
			</p>
			<p class="not-printed">
				<a class="act-link" href={routes.take.show.href()}>
					{say('changeSheet')}
				</a>
			</p>
		</>
	)
}
