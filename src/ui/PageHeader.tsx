import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { useSay } from './say.ts'

export type NavigationLink = { href: string; text: string; current?: boolean | undefined }

/** Who is signed in here, and where signing out is posted. */
export type SignedIn = { name: string; signOutHref: string; csrf: string }

/** Our word mark; then one row with the main pages, who is signed in and the way out. It wraps, so that it needs no script on a phone. */
export function PageHeader({
	nav,
	account,
	handedOver,
	children,
}: {
	nav: readonly NavigationLink[]
	account: SignedIn | undefined
	/** The page is in somebody else's hands: nothing leads to what is the one's who is signed in. */
	handedOver?: boolean | undefined
	/** What stands between the navigation and the main part. */
	children?: ComponentChildren
}) {
	const say = useSay()
	return (
		<header class="header">
			<div class="header__inner">
				{handedOver ? (
					<span class="header__home">{say('productName')}</span>
				) : (
					<a class="header__home" href="/">
						{say('productName')}
					</a>
				)}
			</div>
			{!handedOver && (nav.length > 0 || account) && (
				<div class="header__row">
					{nav.length > 0 && <Navigation links={nav} />}
					{account && <Account {...account} />}
				</div>
			)}
			<div class="header__below">{children}</div>
		</header>
	)
}

function Navigation({ links }: { links: readonly NavigationLink[] }) {
	const say = useSay()
	return (
		<nav class="navigation" aria-label={say('menu')}>
			<ul class="navigation__list">
				{links.map(({ href, text, current }) => (
					<li key={href}>
						<a class="navigation__link" href={href} aria-current={current ? 'page' : undefined}>
							{text}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}

/** On a phone the name is heard and not seen: it would take a line of every page. */
function Account({ name, signOutHref, csrf }: SignedIn) {
	const say = useSay()
	return (
		<form class="header__account" method="post" action={signOutHref}>
			<input type="hidden" name="csrf" value={csrf} />
			<span class="header__name visually-hidden">
				<span class="visually-hidden">{say('signedInAs')}</span> <bdi>{name}</bdi>
			</span>
			<Button kind="secondary" class="button--small">
				{say('signOut')}
			</Button>
		</form>
	)
}
