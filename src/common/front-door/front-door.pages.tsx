import type { ComponentChildren } from 'preact'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { WarningText } from '../../ui/WarningText.tsx'
import type { frontDoorWords } from './front-door.words.ts'

type SayHere = ReturnType<typeof frontDoorWords>

/** Signed out: what this is, in four sentences and a picture, and the ways on from here. */
export function FrontDoorPage({
	say,
	demonstration,
	embedded,
}: {
	say: SayHere
	demonstration: boolean
	embedded: boolean
}) {
	return (
		<>
			<h1>{say('heading')}</h1>
			<TwoHands label={say('picture')} />
			<p>
				{say('what1')} {say('what2')}
			</p>
			<p>
				{say('what3')} {say('what4')}
			</p>
			{demonstration && (
				<p>
					<Button href={routes.demo.people.href()}>{say('comeInDemo')}</Button>
				</p>
			)}
			<div class="button-group">
				<Button href={routes.signIn.href()} {...(demonstration ? { kind: 'secondary' } : {})}>
					{say('comeIn')}
				</Button>
				<a class="act-link" href={routes.card.use.href()}>
					{say('withCard')}
				</a>
			</div>
			<p>{say('noWayIn')}</p>
			{embedded && <WarningText>{say('embeddedNotice')}</WarningText>}
		</>
	)
}

function TwoHands({ label }: { label: string }) {
	return (
		<svg class="two-hands" viewBox="0 0 320 120" role="img" aria-label={label}>
			<rect class="two-hands__paper" x="70" y="20" width="180" height="80" rx="12" />
			<path class="two-hands__words" d="M100 48h120M100 64h90M100 80h105" />
			<circle class="two-hands__person" cx="52" cy="60" r="24" />
			<rect class="two-hands__practitioner" x="246" y="38" width="44" height="44" rx="4" />
		</svg>
	)
}

/** How your information is used; for a person signed in, the way to their own record. */
export function YourInformationPage({ say, person }: { say: SayHere; person: string | undefined }) {
	return (
		<>
			<h1>{say('infoHeading')}</h1>
			<p>{say('infoYours')}</p>
			<Part heading={say('infoWhoHeading')}>
				<p>{say('infoWhoPlan')}</p>
				<p>{say('infoWhoEnds')}</p>
				<p>{say('infoWhoOpened')}</p>
				<p>{say('infoWhoDrafts')}</p>
				<p>{say('infoWhoLead')}</p>
				<p>
					{say('infoWhoContacts')} {say('infoWhoContacts2')}
				</p>
				<p>
					{say('infoWhoInvited')} {say('infoWhoInvited2')}
				</p>
			</Part>
			<Part heading={say('infoRecordHeading')}>
				<p>{say('infoRecord')}</p>
				<p>{say('infoRecordKept')}</p>
				<p>
					{say('infoRecordAsk')} {say('infoRecordLead')}
				</p>
				<p>{say('infoRecordRole')}</p>
				{person && (
					<p>
						<a class="act-link" href={routes.record.show.href({ person })}>
							{say('infoToRecord')}
						</a>
					</p>
				)}
			</Part>
			<Part heading={say('infoPassedHeading')}>
				<p>{say('infoPassed')}</p>
				<p>{say('infoPassedWhere')}</p>
			</Part>
			<Part heading={say('infoHandHeading')}>
				<p>{say('infoHandCourt')}</p>
				<p>{say('infoHandPolice')}</p>
				<p>{say('infoHandAdmins')}</p>
			</Part>
			<Part heading={say('infoKeptHeading')}>
				<p>{say('infoKept')}</p>
				<p>{say('infoKeptNotYet')}</p>
			</Part>
			<Part heading={say('infoNotHeading')}>
				<p>{say('infoNotScore')}</p>
				<p>{say('infoNotTrack')}</p>
				<p>
					{say('infoCookies')} {say('infoCookies2')}
				</p>
			</Part>
		</>
	)
}

/** The accessibility statement. */
export function AccessibilityPage({ say }: { say: SayHere }) {
	return (
		<>
			<h1>{say('accessHeading')}</h1>
			<p>{say('accessAim')}</p>
			<p>{say('accessCan')}</p>
			<ul>
				<li>{say('accessPhone')}</li>
				<li>{say('accessScript')}</li>
				<li>{say('accessKeys')}</li>
				<li>{say('accessReader')}</li>
				<li>{say('accessZoom')}</li>
				<li>{say('accessDark')}</li>
				<li>{say('accessWords')}</li>
			</ul>
			<p>{say('accessHow')}</p>
			<Part heading={say('accessNotYetHeading')}>
				<p>{say('accessNotYet')}</p>
				<p>{say('accessNotYet3')}</p>
				<p>{say('accessNotYet2')}</p>
				<p>{say('accessTell')}</p>
			</Part>
		</>
	)
}

/** Whom to ring for what, in the United Kingdom. */
const toRing = [
	['helpDanger', '999'],
	['helpTalk', '116 123'],
	['helpHome', '0808 2000 247'],
	['helpHealth', '111'],
	['helpDrugs', '0300 123 6600'],
] as const

/** Who to ring. */
export function HelpNowPage({ say }: { say: SayHere }) {
	return (
		<>
			<h1>{say('helpHeading')}</h1>
			{toRing.map(([why, number]) => (
				<div key={number}>
					<p>{say(why)}</p>
					<p>
						<a class="ring" href={`tel:${number.replaceAll(' ', '')}`}>
							{number}
						</a>
					</p>
				</div>
			))}
			<p>{say('helpNobody')}</p>
			<Part heading={say('helpExitHeading')}>
				<p>{say('helpExit')}</p>
				<p>{say('helpExitHistory')}</p>
			</Part>
		</>
	)
}

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
	return (
		<section>
			<h2>{heading}</h2>
			{children}
		</section>
	)
}
