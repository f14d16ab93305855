import type { Reader } from '../platform/words.ts'
import { Button } from './Button.tsx'
import { Details } from './Details.tsx'
import { useSay } from './say.ts'

type PageFooterProps = { reader: Reader; languageHref: string; csrf: string; path: string; account?: unknown }

/** Help, what happens to your information, the choice of words, and what leaving a page does and does not do. */
export function PageFooter({ reader, languageHref, csrf, path, account }: PageFooterProps) {
	const say = useSay()
	const easier = reader.locale === 'en-x-easy'
	return (
		<footer class="footer">
			<div class="footer__inner">
				<nav aria-label={say('footer')}>
					<ul class="footer__list">
						{account !== undefined && (
							<li>
								<a class="footer__link" href="/account">
									{say('howYouComeIn')}
								</a>
							</li>
						)}
						<li>
							<a class="footer__link" href="/help-now">
								{say('helpNow')}
							</a>
						</li>
						<li>
							<a class="footer__link" href="/your-information">
								{say('yourInformation')}
							</a>
						</li>
						<li>
							<a class="footer__link" href="/accessibility">
								{say('accessibility')}
							</a>
						</li>
					</ul>
				</nav>
				<form class="footer__words" method="post" action={languageHref}>
					<input type="hidden" name="csrf" value={csrf} />
					<input type="hidden" name="locale" value={easier ? 'en' : 'en-x-easy'} />
					<input type="hidden" name="back" value={path} />
					<Button kind="secondary" class="button--small">
						{say(easier ? 'usualWords' : 'shorterWords')}
					</Button>
				</form>
				<Details summary={say('exitAbout')}>
					<p>{say('exitHow')}</p>
					<p>{say('exitHistory')}</p>
				</Details>
			</div>
		</footer>
	)
}
