import { contactWords } from '../../common/contacts/index.ts'
import { type Form, FormParts } from '../../common/drafts/index.ts'
import type { Framed } from '../../common/frame/index.ts'
import { wordsOf } from '../../common/messages/index.ts'
import { dayIn } from '../../platform/days.ts'
import type { Reader } from '../../platform/words.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { Input } from '../../ui/Input.tsx'
import { InsetText } from '../../ui/InsetText.tsx'
import { Radios } from '../../ui/Radios.tsx'
import { SummaryList } from '../../ui/SummaryList.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { supportersWords } from './family.words.ts'
import type { Invited } from './invitations.forms.ts'
import { type Invitation, ways } from './invitations.ts'

/** Whose page it is, and to whom it speaks. */
export type Inviting = { me: string; name: string; reader: Reader<'person'> }

type Supporter = { id: string; name: string; beganAt: Date; now: boolean }
type Props = Inviting & { csrf: string; supporters: readonly Supporter[]; invitations: readonly Invitation[] }

/** Who supports the reader, and whom they have invited: of each the same, whatever the service has done about it. */
export function SupportersPage({ me, reader, csrf, supporters, invitations }: Props) {
	const say = supportersWords(reader)
	const day = (moment: Date) => dayIn(moment, reader.locale)
	const current = supporters.filter(({ now }) => now)
	return (
		<>
			<h1>{say('heading')}</h1>
			<p>{say('intro')}</p>
			<p>
				{say('sees')} {say('looks')}
			</p>
			<p>
				<Button href={routes.supporters.invite.href({ person: me })}>{say('invite')}</Button>
			</p>
			<section>
				<h2>{say('nowHeading')}</h2>
				{current.length === 0 && <p>{say('nobody')}</p>}
				<ul class="ties">
					{current.map(({ id, name, beganAt }) => (
						<li key={id}>
							<VoiceLine hand="third">{say('since', { name, day: day(beganAt) })}</VoiceLine>
							<GoOnWithout {...{ me, reader, csrf, id, name }} />
						</li>
					))}
				</ul>
				<p>
					<a class="act-link" href={routes.openings.list.href({ person: me })}>
						{say('toOpenings')}
					</a>
				</p>
			</section>
			<section>
				<h2>{say('askedHeading')}</h2>
				{invitations.length === 0 && <p>{say('askedNobody')}</p>}
				<ul class="openings">
					{invitations.map((one) => (
						<li key={one.id}>
							<OneInvitation {...{ me, reader, csrf, one }} />
						</li>
					))}
				</ul>
			</section>
		</>
	)
}

/** What it means to end a tie with somebody who supports the reader, and the button that does. */
function GoOnWithout({
	me,
	reader,
	csrf,
	id,
	name,
}: Pick<Props, 'me' | 'reader' | 'csrf'> & { id: string; name: string }) {
	const say = supportersWords(reader)
	return (
		<Details summary={say('toEnd', { name })}>
			<ul>
				<li>{say('endCloses', { name })}</li>
				<li>{say('endSilent', { name })}</li>
				<li>{say('endAgain', { name })}</li>
			</ul>
			<form method="post" action={routes.supporters.end.href({ person: me, supporting: id })}>
				<input type="hidden" name="csrf" value={csrf} />
				<Button kind="secondary" preventDoubleClick>
					{say('endYes', { name })}
				</Button>
			</form>
		</Details>
	)
}

function OneInvitation({ me, reader, csrf, one }: Pick<Props, 'me' | 'reader' | 'csrf'> & { one: Invitation }) {
	const say = supportersWords(reader)
	const day = (moment: Date) => dayIn(moment, reader.locale)
	const here = { person: me, invitation: one.id }
	return (
		<>
			<h3 dir="auto">
				<bdi data-own-words="">{one.called}</bdi>
			</h3>
			<SummaryList
				rows={[
					{ key: say('isTie'), value: <bdi data-own-words="">{one.tie}</bdi> },
					{ key: say('by'), value: say(`by_${one.way}`) },
					one.address !== null && { key: say('at'), value: <Address>{one.address}</Address> },
					{ key: say('askedOn'), value: day(one.askedAt) },
				]}
			/>
			<p>{say(one.way === 'card' ? 'cardWorks' : 'checks', { day: day(one.endsAt) })}</p>
			<div class="button-group">
				{one.way === 'card' && (
					<Button kind="secondary" href={routes.supporters.card.href(here)}>
						{say('toCard')}
						<About>{one.called}</About>
					</Button>
				)}
				<form method="post" action={routes.supporters.takeBack.href(here)}>
					<input type="hidden" name="csrf" value={csrf} />
					<Button kind="secondary" preventDoubleClick>
						{say('takeBack')}
						<About>{one.called}</About>
					</Button>
				</form>
			</div>
		</>
	)
}

const About = ({ children }: { children: string }) => (
	<span class="visually-hidden" data-own-words="">
		: {children}
	</span>
)

const Address = ({ children }: { children: string }) => (
	<span class="address" data-own-words="">
		<bdi>{children}</bdi>
	</span>
)

/** What is so, told before anybody is invited. */
function Before({ reader }: Pick<Inviting, 'reader'>) {
	const say = supportersWords(reader)
	return (
		<InsetText>
			<p>{say('sees')}</p>
			<p>{say('looks')}</p>
			<p>
				{say('weCheck')} {say('blind')}
			</p>
		</InsetText>
	)
}

/** Whom, who they are, by which name, and how. */
export function invitePage(inviting: Inviting, form: Form): Framed {
	const { me, name, reader } = inviting
	const say = supportersWords(reader)
	const { fields, errors } = form
	const field = (key: 'called' | 'tie' | 'signed') => ({
		name: key,
		label: say(key),
		hint: say(`${key}Hint`),
		value: fields[key] ?? (key === 'signed' ? name : undefined),
		errorMessage: errors[key],
		autocomplete: 'off',
	})
	return {
		title: say('inviteTab'),
		backHref: routes.supporters.list.href({ person: me }),
		body: (
			<FormParts.Ask form={form} reader={reader}>
				<h1>{say('inviteTitle')}</h1>
				<Before reader={reader} />
				<Input {...field('called')} />
				<Input {...field('tie')} />
				<Input {...field('signed')} />
				<Radios
					name="way"
					legend={say('way')}
					value={fields.way}
					errorMessage={errors.way}
					items={ways.map((way) => ({
						value: way,
						text: say(`way_${way}`),
						...(way === 'card' ? { hint: say('way_cardHint') } : { conditional: <Where {...{ way, form, reader }} /> }),
					}))}
				/>
			</FormParts.Ask>
		),
	}
}

/** Where a message of this kind would go. */
function Where({ way, form, reader }: { way: 'text' | 'email' | 'letter'; form: Form; reader: Reader<'person'> }) {
	const contacts = contactWords({ locale: reader.locale, voice: 'anyone' })
	const question = {
		name: way,
		label: supportersWords(reader)(way),
		hint: contacts(`${way}Hint`),
		value: form.fields[way],
		errorMessage: form.errors[way],
		autocomplete: 'off',
		spellcheck: false,
	}
	if (way === 'letter') return <Textarea {...question} rows={4} />
	return <Input {...question} type={way === 'text' ? 'tel' : 'email'} autocapitalize="none" />
}

/** What was answered, and what would go out, before anything is asked for. */
export function inviteCheckPage({ me: _, reader }: Inviting, form: Form, invited: Invited): Framed {
	const say = supportersWords(reader)
	const { called, tie, signed, way, address } = invited
	const own = (words: string) => <bdi data-own-words="">{words}</bdi>
	return {
		title: say('checkTitle'),
		backHref: form.action,
		body: (
			<>
				<h1>{say('checkTitle')}</h1>
				<SummaryList
					rows={[
						{ key: say('called'), value: own(called) },
						{ key: say('tie'), value: own(tie) },
						{ key: say('signed'), value: own(signed) },
						{ key: say('by'), value: say(`way_${way}`) },
						address !== null && { key: say(way === 'card' ? 'at' : way), value: <Address>{address}</Address> },
					]}
				/>
				{way !== 'card' && (
					<>
						<p>{say('theyRead')}</p>
						<InsetText>{wordsOf('invitation', 'en', say('link')).text}</InsetText>
						<p>{say('thenThey', { name: signed })}</p>
					</>
				)}
				<Before reader={reader} />
				<FormParts.Share form={form} reader={reader}>
					{say(way === 'card' ? 'yesCard' : 'yesAsk')}
				</FormParts.Share>
			</>
		),
	}
}
