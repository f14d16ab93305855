import type { ComponentChildren } from 'preact'
import { Button } from './Button.tsx'
import { useSay } from './say.ts'

export type NavigationLink = { href: string; text: string; current?: boolean | undefined }

/** Who is signed in here, and where signing out is posted. */
export type SignedIn = { name: string; signOutHref: string; csrf: string }

/** Our word mark, who is signed in, and the way to the main pages: a list that wraps, so that it needs no script on a phone. */
export function PageHeader({
	nav,
	account,
	children,
}: {
	nav: readonly NavigationLink[]
	account: SignedIn | undefined
	/** What stands between the navigation and the main part. */
	children?: ComponentChildren
}) {
	const say = useSay()
	return (
		<header class="header">
			<div class="header__inner">
				<a class="header__home" href="/">
					{say('productName')}
				</a>
				{account && (
					<form class="header__account" method="post" action={account.signOutHref}>
						<input type="hidden" name="csrf" value={account.csrf} />
						<span>
							<span class="visually-hidden">{say('signedInAs')}</span> <bdi>{account.name}</bdi>
						</span>{' '}
						<Button kind="secondary" class="button--small">
							{say('signOut')}
						</Button>
					</form>
				)}
			</div>
			{nav.length > 0 && (
				<nav class="navigation" aria-label={say('menu')}>
					<ul class="navigation__list">
						{nav.map(({ href, text, current }) => (
							<li key={href}>
								<a class="navigation__link" href={href} aria-current={current ? 'page' : undefined}>
									{text}
								</a>
							</li>
						))}
					</ul>
				</nav>
			)}
			<div class="header__below">{children}</div>
		</header>
	)
}
