import type { ComponentChildren } from 'preact'
import { isoDay } from '../../../platform/days.ts'
import type { Locale, Say } from '../../../platform/words.ts'
import { routes } from '../../../routes.ts'
import { Details } from '../../../ui/Details.tsx'
import { Said } from '../../../ui/Said.tsx'
import { OneButton } from '../one-button.tsx'
import { wholeOf } from './KindWords.tsx'
import type { Kept, Named } from './recognition.queries.ts'
import { canBeShown, canTakeBack } from './recognition.ts'
import type { keptWords } from './recognition.words.ts'

type SayHere = ReturnType<typeof keptWords> extends Say<infer Key> ? Say<Key> : never

/** What the page of kind words is given. */
export type KindWordsOfMine = {
	say: SayHere
	locale: Locale
	csrf: string
	day(moment: Date): string
	toMe: readonly Kept[]
	byMe: readonly Named[]
}

/** All that was given to the reader, the newest first, and what the reader gave. */
export function KindWordsPage(props: KindWordsOfMine) {
	const { say, toMe, byMe } = props
	const shown = toMe.filter((one) => !one.isHidden)
	const hidden = toMe.filter((one) => one.isHidden)
	return (
		<>
			<h1>{say('heading')}</h1>
			{toMe.length > 0 && <p>{say('intro')}</p>}
			{toMe.length === 0 && <p>{say('none')}</p>}
			{shown.map((one) => (
				<OneToMe key={one.id} {...props} one={one} />
			))}
			{hidden.length > 0 && (
				<Details summary={say('hidden', { count: hidden.length })}>
					<p>{say('hiddenOnly')}</p>
					{hidden.map((one) => (
						<OneToMe key={one.id} {...props} one={one} />
					))}
				</Details>
			)}
			{byMe.length > 0 && (
				<section>
					<h2>{say('byYou')}</h2>
					{byMe.map((one) => (
						<OneByMe key={one.id} {...props} one={one} />
					))}
				</section>
			)}
		</>
	)
}

const handOf = ({ authorId, person, isByPractitioner }: Named) =>
	authorId === person ? 'person' : isByPractitioner ? 'practitioner' : 'third'

function OneToMe({ say, locale, csrf, day, one }: KindWordsOfMine & { one: Kept }) {
	const words = one.words === '' ? say('gone') : wholeOf(one, locale)
	const here = { recognition: one.id }
	const press = (to: string, text: string) => (
		<OneButton to={to} csrf={csrf} kind="secondary">
			{text}
		</OneButton>
	)
	return (
		<Said hand={handOf(one)} name={one.name ?? say('someone')} date={isoDay(one.givenAt)} words={words}>
			{one.answer && (
				<>
					<p>{say('answerYours', { day: day(one.answer.answeredAt) })}</p>
					<OwnWords>{one.answer.words}</OwnWords>
				</>
			)}
			{one.shownBeside && <p>{say('shown')}</p>}
			<AboutIt one={one} say={say} />
			<div class="button-group">
				{canAnswer(one) && (
					<a class="act-link" href={routes.recognition.answer.href(here)}>
						{say('answer')}
					</a>
				)}
				{one.isHidden
					? press(routes.recognition.bringBack.href(here), say('bringBack'))
					: press(routes.recognition.hide.href(here), say('hide'))}
				{one.shownBeside && press(routes.recognition.showNoMore.href(here), say('showNoMore'))}
				{!one.shownBeside &&
					!one.isHidden &&
					canBeShown(one) &&
					press(routes.recognition.show.href(here), say('showBeside'))}
			</div>
		</Said>
	)
}

/** Whether it can be answered: once, and while what it is about is open to the one who would. */
export const canAnswer = ({ answer, isOpen, words }: Kept): boolean => !answer && isOpen && words !== ''

function AboutIt({ one, say }: { one: Kept; say: SayHere }) {
	if (!one.outcome || !one.isOpen) return null
	return (
		<p>
			<a class="act-link" href={routes.outcome.show.href({ person: one.person, outcome: one.outcome })}>
				{say('about')}
			</a>
		</p>
	)
}

function OneByMe({ say, locale, csrf, day, one }: KindWordsOfMine & { one: Named }) {
	return (
		<figure class="said">
			<figcaption>
				<bdi>{one.name ? say('toName', { name: one.name }) : say('toSomeone')}</bdi>, {day(one.givenAt)}
			</figcaption>
			<OwnWords>{one.words === '' ? say('gone') : wholeOf(one, locale)}</OwnWords>
			{one.takenBackAt && <p>{say('takenBack', { day: day(one.takenBackAt) })}</p>}
			{one.answer && (
				<p>
					<a
						class="act-link"
						href={
							one.outcome
								? routes.outcome.show.href({ person: one.person, outcome: one.outcome })
								: routes.plan.show.href({ person: one.person })
						}
					>
						{say('whereAnswer')}
					</a>
				</p>
			)}
			{canTakeBack(one) && (
				<>
					<p class="quiet">{say('takeBackUntil')}</p>
					<OneButton to={routes.recognition.takeBack.href({ recognition: one.id })} csrf={csrf} kind="secondary">
						{say('takeBack')}
					</OneButton>
				</>
			)}
		</figure>
	)
}

function OwnWords({ children }: { children: ComponentChildren }) {
	return (
		<p class="own-words" data-own-words="" dir="auto">
			<bdi>{children}</bdi>
		</p>
	)
}
