import { BeforeYouWrite } from '../../common/areas/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Checkboxes } from '../../ui/Checkboxes.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { Scale } from '../../ui/Scale.tsx'
import { TaskList } from '../../ui/TaskList.tsx'
import { most } from './now.forms.ts'
import { linesOf, type Question, questions, stageOf } from './now.ts'
import type { PartReading, SittingReading } from './reading.ts'
import { deletingWords } from './saying.words.ts'
import { Voices } from './Voices.tsx'

/** One sitting: its parts, each to begin or to go on with, and who reads it. */
export function SittingPage(reading: SittingReading) {
	const { person, sitting, tell, say, reader, lives, said, part, csrf, day } = reading
	const here = { person: person.id, sitting: sitting.id }
	return (
		<>
			<h1>
				<bdi>{tell('sitting', { name: person.name })}</bdi>
			</h1>
			<p>{say('sittingOf', { day: day(sitting.begunAt) })}</p>
			<p>{tell('anyOrder', { name: person.name })}</p>
			<WhoReads {...reading} />
			<TaskList
				items={lives.map((life) => ({
					title: part(life.part),
					href: routes.now.part.href({ ...here, life: life.id }),
					status: tell(stageOf(said, person.id, sitting.id, life.id), { name: person.name }),
				}))}
			/>
			{reader.voice === 'person' && (
				<OneButton
					to={routes.now.showTo.href(here)}
					csrf={csrf}
					fields={{ word: sitting.shownAt ? 'close' : 'show' }}
					kind="secondary"
				>
					{tell(sitting.shownAt ? 'close' : 'show')}
				</OneButton>
			)}
			{reader.voice === 'person' && (
				<p>
					<a class="act-link" href={routes.now.delete.href(here)}>
						{deletingWords({ locale: reader.locale, voice: 'person' })('link')}
					</a>
				</p>
			)}
		</>
	)
}

/** Who reads what is written here, before it is written. */
function WhoReads({ sitting, tell, person, workers, ...reading }: SittingReading | PartReading) {
	const open = 'life' in reading ? reading.openTo(reading.life.scope) : ''
	const values = { name: person.name, names: workers }
	return (
		<InsetText>
			<p>{tell(sitting.shownAt ? (workers ? 'readShown' : 'readShownNobody') : 'readAlone', values)}</p>
			{open && <p>{tell('readOpen', { name: person.name, names: open })}</p>}
		</InsetText>
	)
}

/** One part in one sitting: what was said to each question, and the way to say it. */
export function PartPage(reading: PartReading) {
	const { person, sitting, life, tell, part, me, reader, csrf } = reading
	const here = { person: person.id, sitting: sitting.id, life: life.id }
	const said = reading.said.filter((one) => one.sitting === sitting.id && one.life === life.id)
	const own = said.filter(({ author }) => author === me)
	const asked = [...questions, ...(reader.voice === 'person' ? (['rating'] as const) : [])]
	const isEnough = said.some(({ question }) => question === 'enough')
	return (
		<>
			<h1>{part(life.part)}</h1>
			<WhoReads {...reading} />
			<Voices {...reading} said={said} />
			<TaskList
				items={asked.map((question) => ({
					title: part(question),
					href: routes.now[question].href(here),
					status: tell(own.some((one) => one.question === question) ? 'change' : 'answer'),
				}))}
			/>
			{reader.voice === 'person' && <ToKeep {...reading} />}
			<ToPlan {...reading} />
			{reader.voice === 'person' && (
				<OneButton
					to={routes.now.enough.href(here)}
					csrf={csrf}
					fields={{ word: isEnough ? 'more' : 'enough' }}
					{...(isEnough ? { kind: 'secondary' } : {})}
				>
					{tell(isEnough ? 'sayMore' : 'sayEnough')}
				</OneButton>
			)}
			<p>
				<a class="act-link" href={routes.now.sitting.href(here)}>
					{tell('toAll')}
				</a>
			</p>
		</>
	)
}

/** Each line of what goes well that is no strength yet, to keep as one. */
function ToKeep({ person, sitting, life, said, me, strengths, say, csrf }: PartReading) {
	const well = said.find(
		(one) => one.sitting === sitting.id && one.life === life.id && one.author === me && one.question === 'well',
	)
	const kept = strengths.filter(({ putAwayAt }) => !putAwayAt).map(({ words }) => words)
	const lines = linesOf(well?.words ?? null)
	return (
		<>
			{lines.map(
				(line, nth) =>
					!kept.includes(line) && (
						<OneButton
							key={line}
							to={routes.now.keep.href({ person: person.id, sitting: sitting.id, life: life.id })}
							csrf={csrf}
							fields={{ line: String(nth) }}
							kind="secondary"
						>
							{say('keepStrength')}: <bdi data-own-words="">{line}</bdi>
						</OneButton>
					),
			)}
		</>
	)
}

/** From what would help, in either voice, into the plan. */
function ToPlan({ person, sitting, life, said, say, called }: PartReading) {
	const helps = said.filter(
		(one) => one.sitting === sitting.id && one.life === life.id && one.question === 'help' && one.words,
	)
	return (
		<>
			{helps.map((one) => (
				<p key={one.id}>
					<a class="act-link" href={routes.fromNow.show.href({ person: person.id, said: one.id })}>
						{say('toPlan')}
						{helps.length > 1 && (
							<>
								{': '}
								<bdi>{called(one.author)}</bdi>
							</>
						)}
					</a>
				</p>
			))}
		</>
	)
}

const framed = ({ person, sitting, life, tell }: PartReading) => ({
	title: tell('tab'),
	backHref: routes.now.part.href({ person: person.id, sitting: sitting.id, life: life.id }),
})

const Nothing = ({ tell, form }: { tell: PartReading['tell']; form: Form }) => (
	<Checkboxes
		name="nothing"
		values={form.fields.nothing ? ['yes'] : []}
		items={[{ value: 'yes', text: tell('nothing') }]}
	/>
)

/** "What is going well?", "What is in the way?", "What would help?": each on a page of its own. */
export const questionPage =
	(question: Question) =>
	(reading: PartReading, form: Form): Framed => {
		const { tell, reader, part, life, person, passedOn } = reading
		const values = { part: part(life.part), name: person.name }
		return {
			...framed(reading),
			body: (
				<FormParts.Ask form={form} reader={reader} keep={tell('keep')}>
					<CharacterCount
						name="words"
						label={tell(`${question}Title`, values)}
						isPageHeading
						hint={tell(`${question}Hint`, values)}
						maxlength={most}
						rows={4}
						value={form.fields.words}
						errorMessage={form.errors.words}
					/>
					{question === 'way' && (
						<Radios
							name="place"
							legend={tell('wherePlace')}
							hint={tell('wherePlaceHint')}
							value={form.fields.place}
							errorMessage={form.errors.place}
							items={(['me', 'between', 'world', 'none'] as const).map((place) => ({
								value: place,
								text: tell(`place_${place}`, values),
							}))}
						/>
					)}
					<Nothing tell={tell} form={form} />
					<WhoReads {...reading} />
					<BeforeYouWrite reader={reader} passedOn={passedOn} />
				</FormParts.Ask>
			),
		}
	}

/** "How is it now?", in a number that only the person sets. */
export function ratingPage(reading: PartReading, form: Form): Framed {
	const { tell, reader, part, life, person } = reading
	const values = { part: part(life.part), name: person.name }
	return {
		...framed(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={tell('keep')}>
				<Scale
					name="rating"
					legend={tell('ratingTitle', values)}
					isPageHeading
					hint={tell('ratingHint', values)}
					value={form.fields.rating}
					errorMessage={form.errors.rating}
				/>
				<Nothing tell={tell} form={form} />
				<WhoReads {...reading} />
			</FormParts.Ask>
		),
	}
}
