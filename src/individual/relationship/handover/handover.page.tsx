import { isoDay } from '../../../platform/days.ts'
import { routes } from '../../../routes.ts'
import { Button } from '../../../ui/Button.tsx'
import { Details } from '../../../ui/Details.tsx'
import { OneButton } from '../../../ui/OneButton.tsx'
import { Said } from '../../../ui/Said.tsx'
import type { Between } from '../between.tsx'
import { type Handover, type Note, type NoteWord, newestNotes, putRight, standingOf } from './handover.ts'
import { handoverSayWords, type handoverWords, handoverWriteWords } from './handover.words.ts'
import { WhoComes } from './WhoComes.tsx'

export type HandoverReading = Between & {
	say: ReturnType<typeof handoverWords>
	notes: Note[]
	handovers: Handover[]
}

/** When someone else takes over: who, and what is handed over to them as far as the person has said that it counts. */
export function HandoverPage(props: HandoverReading) {
	const { say, person, reader, notes, me, sayBetween } = props
	const { name } = person
	const newest = newestNotes(notes)
	const older = notes.filter((one) => !newest.includes(one)).toReversed()
	const write = handoverWriteWords({ locale: reader.locale, voice: 'practitioner' })
	const here = { person: person.id }
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>
				<bdi>{say('intro', { name })}</bdi>
			</p>
			<WhoComes {...props} />
			{reader.voice === 'practitioner' && (
				<div class="button-group">
					<Button href={routes.handover.write.href(here)}>
						{write(notes.some(({ authorId }) => authorId === me) ? 'writeAgain' : 'write')}
					</Button>
					<Button kind="secondary" href={routes.handover.name.href(here)}>
						{write('name')}
					</Button>
				</div>
			)}
			<section>
				<h2>{say('notes')}</h2>
				{newest.length === 0 && <p>{say('noNotes')}</p>}
				{newest.map((note) => (
					<OneNote key={note.id} {...props} note={note} />
				))}
				{older.length > 0 && (
					<Details summary={say('earlier')}>
						{older.map((note) => (
							<OneNote key={note.id} {...props} note={note} />
						))}
					</Details>
				)}
			</section>
			{reader.voice === 'person' && (
				<p>
					<a class="act-link" href={routes.handover.openings.href(here)}>
						{handoverSayWords({ locale: reader.locale, voice: 'person' })('openingsLink')}
					</a>
				</p>
			)}
			<p class="quiet">
				<bdi>{sayBetween('seen', { person: name })}</bdi>
			</p>
		</>
	)
}

function OneNote(props: HandoverReading & { note: Note }) {
	const { say, note, called, person, reader } = props
	const right = putRight(note)
	return (
		<section>
			<Said
				hand="practitioner"
				name={called(note.authorId)}
				date={isoDay(note.writtenAt)}
				words={note.words}
				side="start"
			>
				<p>
					<bdi>{say(standingOf(note), { name: person.name })}</bdi>
				</p>
			</Said>
			{right.length > 0 && (
				<p>
					<bdi>{say('putRight', { name: person.name })}</bdi>
				</p>
			)}
			{right.map((one) => (
				<Said key={one.id} hand="person" name={called(person.id)} date={isoDay(one.saidAt)} words={one.words ?? ''} />
			))}
			{reader.voice === 'person' && <WordOnIt {...props} />}
		</section>
	)
}

/** What the person can say of a note: it counts by their word alone. */
function WordOnIt({ note, person, csrf, reader }: HandoverReading & { note: Note }) {
	const say = handoverSayWords({ locale: reader.locale, voice: 'person' })
	const here = { person: person.id, note: note.id }
	const standing = standingOf(note)
	const press = (kind: NoteWord['kind'], label: 'haveRead' | 'accept' | 'setAside', secondary = true) => (
		<OneButton
			to={routes.handover.say.href(here)}
			csrf={csrf}
			fields={{ kind }}
			{...(secondary ? { kind: 'secondary' } : {})}
		>
			{say(label)}
		</OneButton>
	)
	return (
		<>
			{standing !== 'accepted' && <p>{say('acceptHint')}</p>}
			<div class="button-group">
				{standing !== 'accepted' && press('accepted', 'accept', false)}
				{standing === 'written' && press('read', 'haveRead')}
				<Button kind="secondary" href={routes.handover.correct.href(here)}>
					{say('correct')}
				</Button>
				{standing !== 'set_aside' && press('set_aside', 'setAside')}
			</div>
		</>
	)
}
