import type { ComponentChildren } from 'preact'
import { languageOf, type Reader } from '../platform/words.ts'
import { BackLink } from './BackLink.tsx'
import { ExitThisPage } from './ExitThisPage.tsx'
import { PageFooter } from './PageFooter.tsx'
import { type NavigationLink, PageHeader, type SignedIn } from './PageHeader.tsx'
import { SkipLink } from './SkipLink.tsx'
import { SpokenLocale } from './say.ts'
import { uiWords } from './ui.words.ts'

export type PageProps = {
	reader: Reader
	/** What stands in the tab and in the history: it must give nothing away. */
	title: string
	/** There is something to put right on this page. */
	error?: boolean | undefined
	backHref?: string | undefined
	nav?: readonly NavigationLink[] | undefined
	/** Somebody else holds the device: nothing in the frame leads to what is the one's who is signed in. */
	handedOver?: boolean | undefined
	account?: SignedIn | undefined
	/** Where the choice of words is posted. */
	languageHref: string
	csrf: string
	/** The path of this page, to come back to after choosing words. */
	path: string
	/** A sentence on top of every page, such as that this is a demonstration. */
	notice?: ComponentChildren
	assets: {
		css: string
		js?: string | undefined
		passkeys?: string | undefined
		recorder?: string | undefined
		icon: string
	}
	/** Something on this page is done with a passkey, which needs a script of its own. */
	passkeys?: boolean | undefined
	/** Somebody can speak into this page, which needs a script of its own. */
	records?: boolean | undefined
	children: ComponentChildren
}

/** The frame of every page: a whole HTML document without its doctype. First tab stop the skip link, second the exit. */
export function Page(props: PageProps) {
	const { reader, title, error, backHref, nav = [], account, notice, assets, children } = props
	const say = uiWords({ locale: reader.locale, voice: 'anyone' })
	const fullTitle = `${error ? say('errorTitle', { title }) : title} - ${say('productName')}`
	return (
		<SpokenLocale.Provider value={reader.locale}>
			<html lang={languageOf(reader.locale)} data-signed-in={account ? '' : undefined}>
				<head>
					<meta charset="utf-8" />
					<title>{fullTitle}</title>
					<meta name="viewport" content="width=device-width, initial-scale=1" />
					<meta name="robots" content="noindex" />
					<meta name="color-scheme" content="light dark" />
					<meta name="theme-color" media="(prefers-color-scheme: light)" content="#FBF7F0" />
					<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1B1C22" />
					<link rel="icon" type="image/svg+xml" href={assets.icon} />
					<link rel="stylesheet" href={assets.css} />
					{assets.js && <script type="module" src={assets.js} />}
					{props.passkeys && assets.passkeys && <script type="module" src={assets.passkeys} />}
					{props.records && assets.recorder && <script type="module" src={assets.recorder} />}
				</head>
				<body class="page">
					<SkipLink />
					<ExitThisPage />
					<PageHeader nav={nav} account={account} handedOver={props.handedOver}>
						{notice && <p class="page__notice">{notice}</p>}
						{backHref && <BackLink href={backHref} />}
					</PageHeader>
					<main class="page__main" id="main-content" tabIndex={-1}>
						{children}
					</main>
					<PageFooter {...props} />
				</body>
			</html>
		</SpokenLocale.Provider>
	)
}
