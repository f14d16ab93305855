import type { FastifyInstance, FastifyRequest } from 'fastify'
import { recordChange } from '../../../common/access-record/index.ts'
import { BeforeYouWrite, whatIsPassedOn } from '../../../common/areas/index.ts'
import { type Form, FormParts, writing } from '../../../common/drafts/index.ts'
import type { Framed } from '../../../common/frame/index.ts'
import type { Tx } from '../../../platform/database/acting.ts'
import { isoDay, sayDay } from '../../../platform/days.ts'
import { NotFound, Overtaken } from '../../../platform/http/mistakes.ts'
import { routes } from '../../../routes.ts'
import { CharacterCount } from '../../../ui/CharacterCount.tsx'
import { Input } from '../../../ui/Input.tsx'
import { InsetText } from '../../../ui/InsetText.tsx'
import { Own } from '../moment.parts.tsx'
import { momentsICanSee, writeMoment } from '../moments.queries.ts'
import { scribeStoryWords } from '../opened.words.ts'
import { limitsFor, noLook, toldBy } from '../reading.ts'
import { heardForm, most } from '../story.forms.ts'
import { isMyWork, namesOfAccounts } from '../story.queries.ts'

/** A story as its scribe has it before them: nothing of it but what they wrote down themselves and nobody has confirmed. */
export async function openScribing(tx: Tx, request: FastifyRequest) {
	const { person } = request.params as { person: string }
	const name = (await namesOfAccounts(tx, [person])).get(person)
	if (person === tx.account || name === undefined || !(await isMyWork(tx, person))) throw new NotFound()
	const waiting = (await momentsICanSee(tx, person)).filter(
		({ heardBy, confirmedAt }) => heardBy === tx.account && confirmedAt === null,
	)
	const reader = { locale: request.locale, voice: 'practitioner' } as const
	const say = scribeStoryWords(reader)
	const { done } = request.query as { done?: unknown }
	return {
		person: { id: person, name },
		reader,
		say,
		waiting,
		done: toldBy({ kept: 'told', together: 'togetherTold', notNow: 'notNowTold' } as const, say, done, { name }),
		passedOn: await whatIsPassedOn(tx),
		today: isoDay(new Date()),
		day: (one: string) => sayDay(one, request.locale),
	}
}

export type Scribing = Awaited<ReturnType<typeof openScribing>>

/** A practitioner writes down a moment as they hear the person tell it; it is the person's when they say so, alone. */
export function scribingRoutes(app: FastifyInstance): void {
	writing(app, {
		route: routes.story.writeDown,
		form: 'story-write-down',
		fields: ['words', 'paperDay'],
		open: openScribing,
		// What stands there is what the scribe wrote.
		look: noLook,
		about: ({ person }) => person.id,
		schema: ({ say, reader, today }) => heardForm(say, limitsFor(reader), today),
		formPage: writeDownPage,
		checkPage: readBackPage,
		async share(tx, { person }, { words, paperDay }, { once }) {
			const href = routes.story.writeDown.href({ person: person.id })
			const heard = { id: once, person: person.id, words, hoped: false, heardBy: tx.account, paperDay }
			if (!(await writeMoment(tx, heard))) throw new Overtaken(href)
			await recordChange(tx, { people: [person.id], what: 'story_heard', thing: once })
			return { to: `${href}?done=kept` }
		},
		later: ({ person }) => routes.person.href({ person: person.id }),
	})
}

function writeDownPage(reading: Scribing, form: Form): Framed {
	const { say, person, reader, passedOn, waiting } = reading
	const { name } = person
	return {
		done: reading.done,
		title: say('tab'),
		backHref: routes.person.href({ person: person.id }),
		body: (
			<>
				<FormParts.Ask form={form} reader={reader}>
					<BeforeYouWrite reader={reader} passedOn={passedOn} />
					<CharacterCount
						name="words"
						label={<bdi>{say('title', { name })}</bdi>}
						isPageHeading
						hint={say('hint', { name })}
						maxlength={most.words}
						rows={6}
						value={form.fields.words}
						errorMessage={form.errors.words}
					/>
					<Input
						name="paperDay"
						type="date"
						label={<bdi>{say('onPaper', { name })}</bdi>}
						hint={say('onPaperHint')}
						value={form.fields.paperDay}
						errorMessage={form.errors.paperDay}
					/>
					<InsetText>
						<bdi>{say('before', { name })}</bdi>
					</InsetText>
				</FormParts.Ask>
				<Waiting say={say} person={person} day={reading.day} waiting={waiting} />
			</>
		),
	}
}

function Waiting({ say, person, day, waiting }: Pick<Scribing, 'say' | 'person' | 'day' | 'waiting'>) {
	const { name } = person
	return (
		<section>
			<h2>{say('waiting')}</h2>
			{waiting.length === 0 && (
				<p>
					<bdi>{say('waitingNone', { name })}</bdi>
				</p>
			)}
			<ul class="brings">
				{waiting.map(({ id, words, paperDay }) => (
					<li key={id}>
						<Own>{words ?? ''}</Own>
						<p class="quiet">
							<bdi>
								{paperDay && say('fromPaper', { name, day: day(paperDay) })} {say('notConfirmed', { name })}
							</bdi>
						</p>
						<p>
							<a class="act-link" href={routes.story.together.href({ person: person.id, moment: id })}>
								{say('together')}
							</a>
						</p>
					</li>
				))}
			</ul>
		</section>
	)
}

function readBackPage(
	{ say, person, reader, day }: Scribing,
	form: Form,
	{ paperDay }: { paperDay: string | null },
): Framed {
	const { name } = person
	return {
		title: say('tab'),
		backHref: form.action,
		body: (
			<>
				<h1>
					<bdi>{say('checkTitle', { name })}</bdi>
				</h1>
				<Own>{form.fields.words ?? ''}</Own>
				{paperDay && (
					<p>
						<bdi>{say('fromPaper', { name, day: day(paperDay) })}</bdi>
					</p>
				)}
				<p>
					<bdi>{say('before', { name })}</bdi>
				</p>
				<FormParts.Share form={form} reader={reader}>
					<bdi>{say('share', { name })}</bdi>
				</FormParts.Share>
			</>
		),
	}
}
