import { dayIn, isoDay } from '../../platform/days.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { CharacterCount } from '../../ui/CharacterCount.tsx'
import { Details } from '../../ui/Details.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Said } from '../../ui/Said.tsx'
import type { Hand } from '../../ui/Voice.tsx'
import { BeforeYouWrite } from '../areas/index.ts'
import { type Form, FormParts } from '../drafts/index.ts'
import type { Framed } from '../frame/index.ts'
import { type Ended, folded, type Message, type Other } from './conversation.ts'
import { type conversationWords, ownConversationWords } from './conversation.words.ts'
import { HoursSaid } from './HoursSaid.tsx'
import type { Hours } from './hours.queries.ts'

/** What two wrote, as one of them reads it. */
export type Conversation = {
	person: { id: string; name: string }
	other: Other
	me: string
	reader: Reader<'person' | 'practitioner' | 'supporter'>
	csrf: string
	say: ReturnType<typeof conversationWords>
	/** Whom the reader writes with, as they call them. */
	name: string
	messages: Message[]
	isMore: boolean
	/** Whether an earlier page is shown, to which nothing is written. */
	isEarlier: boolean
	ended: Ended
	/** When the other reads, where they are a practitioner and have said so. */
	hours: Hours | undefined
	passedOn: string
	done: string | undefined
}

/** The most that can be sent at once, in signs as readers count them. */
export const longest = 2000

export const hrefOf = ({ person, other }: Pick<Conversation, 'person' | 'other'>): string =>
	routes.conversation.show.href({ person: person.id, with: other.id })

/** One conversation: what was written, the oldest first, and the form to write in. */
export function conversationPage(props: Conversation, form: Form): Framed {
	const { say, name, reader, messages, isMore, isEarlier, done } = props
	const { before, open } = folded(messages)
	return {
		title: say('tab'),
		backHref: backOf(props),
		done,
		body: (
			<>
				<h1>
					<bdi>{say('heading', { name })}</bdi>
				</h1>
				{isMore && messages[0] && (
					<p>
						<a class="act-link" href={`${hrefOf(props)}?before=${messages[0].id}`}>
							{say('further')}
						</a>
					</p>
				)}
				{before.length > 0 && (
					<Details summary={say('earlier')} open={isEarlier}>
						<Messages {...props} messages={before} />
					</Details>
				)}
				{messages.length === 0 && <p>{say('nothing')}</p>}
				<Messages {...props} messages={open} />
				{isEarlier ? (
					<p>
						<a class="act-link" href={hrefOf(props)}>
							{say('newest')}
						</a>
					</p>
				) : (
					<HereOrEnded {...props} form={form} />
				)}
				{reader.voice === 'person' && !isEarlier && <Close {...props} />}
			</>
		),
	}
}

/** Where to write; or why nothing new can be written. */
const HereOrEnded = (props: Conversation & { form: Form }) =>
	props.ended ? (
		<p>
			<bdi>{props.say(props.ended, { name: props.name })}</bdi>
		</p>
	) : (
		<WriteHere {...props} />
	)

const backOf = ({ reader, person }: Conversation): string => {
	if (reader.voice === 'person') return routes.conversation.list.href({ person: person.id })
	return reader.voice === 'practitioner' ? routes.person.href({ person: person.id }) : routes.home.href()
}

function Messages(props: Conversation) {
	const { say, messages, me, person, other, csrf, reader } = props
	const called = (id: string) =>
		id === me ? say('you') : (id === person.id ? person.name : other.name) || say('someoneLeft')
	const hand = (id: string): Hand => (id === person.id ? 'person' : other.isPractitioner ? 'practitioner' : 'third')
	return messages.map((one) => (
		<Said
			key={one.id}
			hand={hand(one.authorId)}
			name={called(one.authorId)}
			date={isoDay(one.sentAt)}
			words={one.words ?? say('takenBack')}
			side={one.authorId === me ? 'end' : 'start'}
		>
			{one.canTakeBack && (
				<OneButton
					to={routes.conversation.takeBack.href({ person: person.id, with: other.id, message: one.id })}
					csrf={csrf}
					kind="secondary"
				>
					{say('takeBack')}
					<span class="visually-hidden">: {dayIn(one.sentAt, reader.locale)}</span>
				</OneButton>
			)}
		</Said>
	))
}

/** What must be known first, when the other reads, and then where to write. */
function WriteHere({ say, name, reader, passedOn, other, hours, form }: Conversation & { form: Form }) {
	return (
		<FormParts.Ask form={form} reader={reader} keep={say('send')}>
			{reader.voice === 'person' && other.isPractitioner && (
				<InsetText>
					<p>
						<bdi>{say(hours ? 'reads' : 'readsNone', { name })}</bdi>
					</p>
					{hours && <HoursSaid hours={hours} />}
					<p>
						{say('cannotWait')}{' '}
						<a class="act-link" href={routes.helpNow.href()}>
							{say('help')}
						</a>
					</p>
				</InsetText>
			)}
			<BeforeYouWrite reader={reader} passedOn={passedOn} />
			<CharacterCount
				name="words"
				label={<bdi>{say('write', { name })}</bdi>}
				hint={say('hint')}
				maxlength={longest}
				rows={5}
				value={form.fields.words}
				errorMessage={form.errors.words}
			/>
		</FormParts.Ask>
	)
}

/** The person closes what somebody writes to them, or opens it again. */
function Close({ person, other, name, ended, csrf, reader }: Conversation) {
	const say = ownConversationWords({ locale: reader.locale, voice: 'person' })
	const here = { person: person.id, with: other.id }
	if (ended === 'over') return null
	if (ended === 'closed') {
		return (
			<OneButton to={routes.conversation.open.href(here)} csrf={csrf} kind="secondary">
				{say('open')}
			</OneButton>
		)
	}
	return (
		<Details summary={say('close')}>
			<p>
				<bdi>{say('closeWhat', { name })}</bdi>
			</p>
			<OneButton to={routes.conversation.close.href(here)} csrf={csrf} kind="secondary">
				{say('close')}
			</OneButton>
		</Details>
	)
}

type ListProps = {
	say: ReturnType<typeof ownConversationWords>
	me: string
	others: (Other & { canWrite: boolean })[]
	someoneLeft: string
}

/** Everybody with whom a person writes, or can write. */
export function ConversationsPage({ say, me, others, someoneLeft }: ListProps) {
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			{others.length === 0 && <p>{say('nobody')}</p>}
			<ul class="promises">
				{others.map(({ id, name, canWrite }) => (
					<li key={id}>
						<p>
							<bdi>{name || someoneLeft}</bdi>
						</p>
						<p>
							<a class="act-link" href={routes.conversation.show.href({ person: me, with: id })}>
								{say(canWrite ? 'canWrite' : 'canRead')}
								<span class="visually-hidden">: {name || someoneLeft}</span>
							</a>
						</p>
					</li>
				))}
			</ul>
		</>
	)
}
