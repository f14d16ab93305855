import type { SystemCalls } from '../../platform/doors.ts'
import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import type { accountWords } from './accounts.words.ts'

type Invented = SystemCalls['system_demonstration_accounts']['row']
type Props = { people: readonly Invented[]; say: ReturnType<typeof accountWords> }

/** The invented people of each demonstration area, a line each. */
export function DemonstrationPage({ people, say }: Props) {
	return (
		<>
			<h1>{say('demoTitle')}</h1>
			<p>{say('demoIntro')}</p>
			<p>{say('demoTwo')}</p>
			<p>
				<a class="act-link" href={routes.demo.outbox.href()}>
					{say('demoOutbox')}
				</a>
			</p>
			{[...Map.groupBy(people, (one) => one.area_id)].map(([area, here]) => (
				<section key={area}>
					<h2>{here[0]?.area_name}</h2>
					<ul class="invented">
						{here.map((one) => (
							<li key={one.account_id}>
								<form class="invented__one" method="post" action={routes.demo.signIn.href()}>
									<p>
										<strong>
											<bdi>{one.name}</bdi>
										</strong>
										<br />
										{one.line}
									</p>
									<Button kind="secondary" class="button--small" name="account" value={one.key} preventDoubleClick>
										{say('comeIn')} <span class="visually-hidden">{say('as', { name: one.name })}</span>
									</Button>
								</form>
							</li>
						))}
					</ul>
				</section>
			))}
		</>
	)
}
