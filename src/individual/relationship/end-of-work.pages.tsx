import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import type { openingsOfMine } from '../../common/openings/index.ts'
import { isoDay } from '../../platform/days.ts'
import type { Errors } from '../../platform/forms.ts'
import type { Reader, Say as SayIn } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Input } from '../../ui/Input.tsx'
import { Said } from '../../ui/Said.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import type { EndOfWork, OpenPromiseAtEnd } from './end-of-work.queries.ts'
import { mostGoodbye } from './end-of-work.ts'
import type { endMyWorkWords, endOfWorkWords } from './end-of-work.words.ts'

type Say = ReturnType<typeof endOfWorkWords>
type SayOfPromise = SayIn<'promiseBy' | 'promiseNot' | 'promiseUnsaid'>
type Opening = Awaited<ReturnType<typeof openingsOfMine>>[number]

type EndProps = {
	say: Say
	me: string
	ends: EndOfWork[]
	promises: OpenPromiseAtEnd[]
	openings: Opening[]
	day(moment: Date | string): string
}

/** For the person: when their work with somebody ends, what stays theirs, what closes, and what they can do. */
export function EndPage({ say, me, ends, promises, openings, day }: EndProps) {
	return (
		<>
			<h1>{say('heading')}</h1>
			{ends.map((end) => (
				<OneEnd key={end.practitioner} {...{ say, end, promises, day }} />
			))}
			<h2>{say('staysHeading')}</h2>
			<p>{say('stays')}</p>
			<h2>{say('openHeading')}</h2>
			{openings.length === 0 && <p>{say('openNobody')}</p>}
			<ul>
				{openings.map((one) => (
					<li key={one.id}>
						<bdi>{say('openTo', { name: one.name || say('someoneLeft'), day: day(one.until) })}</bdi>{' '}
						{one.endsWithWork && say('openEnds')}
					</li>
				))}
			</ul>
			<h2>{say('nextHeading')}</h2>
			{(
				[
					['toPlan', routes.plan.show.href({ person: me })],
					['toSupporters', routes.supporters.list.href({ person: me })],
					['toOpen', routes.openings.open.href({ person: me })],
					['toTake', routes.take.start.href()],
				] as const
			).map(([key, href]) => (
				<p key={key}>
					<a class="act-link" href={href}>
						{say(key)}
					</a>
				</p>
			))}
		</>
	)
}

function OneEnd({ say, end, promises, day }: Pick<EndProps, 'say' | 'promises' | 'day'> & { end: EndOfWork }) {
	const name = end.name || say('someoneLeft')
	const theirs = promises.filter(({ by }) => by === end.practitioner)
	return (
		<section>
			<h2>
				<bdi>{say(end.now ? 'ends' : 'ended', { name, day: day(end.lastDay) })}</bdi>
			</h2>
			{end.goodbye && <Said hand="practitioner" name={name} date={isoDay(end.saidAt)} words={end.goodbye} />}
			<p>
				<bdi>{say(end.now ? 'closes' : 'closed', { name })}</bdi>
			</p>
			{theirs.length > 0 && (
				<>
					<h3>
						<bdi>{say('promisesHeading', { name })}</bdi>
					</h3>
					<Promises {...{ say, promises: theirs, day }} />
				</>
			)}
		</section>
	)
}

function Promises({ say, promises, day }: Pick<EndProps, 'say' | 'promises' | 'day'>) {
	return (
		<ul class="promises meetings">
			{promises.map((one) => (
				<li key={one.id}>
					<PromiseWords {...{ say, one, day }} />
				</li>
			))}
		</ul>
	)
}

function PromiseWords({ say, one, day }: { say: SayOfPromise; one: OpenPromiseAtEnd; day(moment: string): string }) {
	return (
		<>
			<p class="own-words" data-own-words="" dir="auto">
				<bdi>{one.words}</bdi>
			</p>
			<p>{one.byDay ? say('promiseBy', { day: day(one.byDay) }) : say(one.isSaid ? 'promiseNot' : 'promiseUnsaid')}</p>
		</>
	)
}

type MyEndProps = {
	say: ReturnType<typeof endMyWorkWords>
	csrf: string
	person: { id: string; name: string }
	mine: EndOfWork | undefined
	promises: OpenPromiseAtEnd[]
	errors: Errors
	/** What was typed where there is something to put right. */
	typed: string
	day(iso: string): string
}

/** For the practitioner: what they have said of the end, and what becomes of what they have promised. */
export function MyEndPage({ say, csrf, person, mine, promises, errors, typed, day }: MyEndProps) {
	const { id, name } = person
	return (
		<>
			<ErrorSummary errorList={Object.entries(errors).map(([of, text]) => ({ text, href: `#byDay-${of}` }))} />
			<h1>
				<bdi>{say('heading', { name })}</bdi>
			</h1>
			<p>
				<bdi>{mine ? say('ends', { name, day: day(mine.lastDay) }) : say('notSaid')}</bdi>
			</p>
			{mine?.goodbye && <Said hand="practitioner" name={mine.name} date={isoDay(mine.saidAt)} words={mine.goodbye} />}
			<p>
				<bdi>{say(mine ? 'what' : 'whatOnceSaid', { name })}</bdi>
			</p>
			<p>
				<Button kind="secondary" href={routes.endOfWork.say.href({ person: id })}>
					{say(mine ? 'sayAgain' : 'sayIt')}
				</Button>
			</p>
			{mine && (
				<section>
					<h2>{say('promisesHeading')}</h2>
					<p>
						<bdi>{say(promises.length > 0 ? 'promisesWhat' : 'promisesNone', { name })}</bdi>
					</p>
					<ul class="promises meetings">
						{promises.map((one) => (
							<li key={one.id}>
								<PromiseWords {...{ say, one, day }} />
								<form method="post" action={routes.endOfWork.promise.href({ person: id, promise: one.id })} noValidate>
									<input type="hidden" name="csrf" value={csrf} />
									<Input
										name="byDay"
										id={`byDay-${one.id}`}
										type="date"
										label={say('byDay')}
										value={errors[one.id] ? typed : (one.byDay ?? '')}
										errorMessage={errors[one.id]}
									/>
									<div class="button-group">
										<Button kind="secondary" name="word" value="still">
											{say('stillDo')}
										</Button>
										<Button kind="secondary" name="word" value="not">
											{say('notKept')}
										</Button>
									</div>
								</form>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	)
}

type Saying = Pick<MyEndProps, 'say' | 'person' | 'day'> & { reader: Reader<'practitioner'> }

/** "When does your work with Ann end?" */
export function sayPage({ say, reader, person: { id, name } }: Saying, form: Form): Framed {
	return {
		title: say('tab'),
		backHref: routes.endOfWork.show.href({ person: id }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>
					<bdi>{say('sayTitle', { name })}</bdi>
				</h1>
				<p>{say('sayHint')}</p>
				<Input
					name="lastDay"
					type="date"
					label={say('lastDay')}
					hint={say('lastDayHint')}
					value={form.fields.lastDay}
					errorMessage={form.errors.lastDay}
				/>
				<CharacterCount
					name="goodbye"
					label={say('goodbye')}
					optional
					hint={say('goodbyeHint', { name })}
					maxlength={mostGoodbye}
					rows={5}
					value={form.fields.goodbye}
					errorMessage={form.errors.goodbye}
				/>
			</FormParts.Ask>
		),
	}
}

export function sayCheck(
	{ say, reader, person: { name }, day }: Saying,
	form: Form,
	{ lastDay, goodbye }: { lastDay: string; goodbye: string | null },
): Framed {
	return {
		title: say('tab'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('check')}</h1>
				<p>
					<bdi>{say('checkHint', { name })}</bdi>
				</p>
				<SummaryList
					rows={[
						{ key: say('lastDay'), value: day(lastDay) },
						goodbye !== null && {
							key: say('goodbye'),
							value: (
								<bdi class="own-words" data-own-words="" dir="auto">
									{goodbye}
								</bdi>
							),
						},
					]}
				/>
				<FormParts.Share form={form} reader={reader}>
					{say('share')}
				</FormParts.Share>
			</>
		),
	}
}
