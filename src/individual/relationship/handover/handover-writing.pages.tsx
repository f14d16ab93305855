import * as v from 'valibot'
import { BeforeYouWrite } from '../../../common/areas/index.ts'
import { type Form, FormParts } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import { text } from '../../../platform/forms.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Radios } from '../../../ui/Radios.tsx'
import { checkPage, type Limits, Own, type ToWrite, worksNow } from '../between.tsx'
import type { HandoverReading } from './handover.page.tsx'
import type { Note } from './handover.ts'
import { handoverSayWords, handoverWriteWords } from './handover.words.ts'

/** The longest words, in signs as readers count them. */
const most = 1500

export type Writing = ToWrite<HandoverReading>
export type Correcting = Writing & { note: Note }
export type Naming = HandoverReading & { colleagues: { id: string; name: string }[] }

export const handoverHref = ({ person }: Pick<HandoverReading, 'person'>): string =>
	routes.handover.show.href({ person: person.id })
export const sayToWrite = ({ reader }: Pick<HandoverReading, 'reader'>) =>
	handoverWriteWords({ locale: reader.locale, voice: 'practitioner' })
export const sayToSay = ({ reader }: Pick<HandoverReading, 'reader'>) =>
	handoverSayWords({ locale: reader.locale, voice: 'person' })

export const wordsForm = (empty: string, { tooLong, unreadable }: Limits) =>
	v.object({ words: text(most, { empty, tooLong: tooLong(most), unreadable }) })

/** "What should the next one know about Ann?" */
export function notePage(reading: Writing, form: Form): Framed {
	const { reader, passedOn, person } = reading
	const say = sayToWrite(reading)
	return {
		title: reading.say('tab'),
		backHref: handoverHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<CharacterCount
					name="words"
					label={<bdi>{say('writeTitle', { name: person.name })}</bdi>}
					isPageHeading
					hint={<bdi>{say('writeHint', { name: person.name })}</bdi>}
					maxlength={most}
					rows={6}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function noteCheck(reading: Writing, form: Form, { words }: { words: string }): Framed {
	const say = sayToWrite(reading)
	const { name } = reading.person
	return checkPage(reading, form, {
		title: reading.say('tab'),
		to: name,
		rows: [{ key: say('words'), value: <Own>{words}</Own> }],
		share: <bdi>{say('share', { name })}</bdi>,
	})
}

/** "What do you want to put right?": beside the note. */
export function correctPage(reading: Correcting, form: Form): Framed {
	const { reader, passedOn, note } = reading
	const say = sayToSay(reading)
	return {
		title: reading.say('tab'),
		backHref: handoverHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('correctTitle')}</h1>
				<p>
					<Own>{note.words}</Own>
				</p>
				<CharacterCount
					name="words"
					label={say('correctWords')}
					hint={say('correctHint')}
					maxlength={most}
					rows={4}
					value={form.fields.words}
					errorMessage={form.errors.words}
				/>
				<BeforeYouWrite reader={reader} passedOn={passedOn} />
			</FormParts.Ask>
		),
	}
}

export function correctCheck(reading: Correcting, form: Form, { words }: { words: string }): Framed {
	const say = sayToSay(reading)
	return checkPage(reading, form, {
		title: reading.say('tab'),
		to: worksNow(reading)[0]?.name ?? '',
		rows: [{ key: say('correctWords'), value: <Own>{words}</Own> }],
		share: say('share'),
	})
}

/** "Who takes over from you?" */
export function namePage(reading: Naming, form: Form): Framed {
	const { reader, person, colleagues } = reading
	const say = sayToWrite(reading)
	return {
		title: reading.say('tab'),
		backHref: handoverHref(reading),
		body: (
			<FormParts.Ask form={form} reader={reader} keep={say('nameShare')}>
				<Radios
					name="to"
					legend={say('nameTitle')}
					isPageHeading
					hint={<bdi>{say(colleagues.length > 0 ? 'nameHint' : 'nameNobody', { name: person.name })}</bdi>}
					value={form.fields.to}
					errorMessage={form.errors.to}
					items={colleagues.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
				/>
			</FormParts.Ask>
		),
	}
}
