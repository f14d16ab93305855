import { routes } from '../../routes.ts'
import { Button } from '../../ui/Button.tsx'
import { Details } from '../../ui/Details.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { OneButton } from '../../ui/OneButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { aspects, becameOf, linkKinds, type Opportunity } from './opportunities.ts'
import { HowTheyHang } from './Picture.tsx'
import type { OneReading, Reading } from './reading.ts'
import { Serves } from './Serves.tsx'

/** Everything that could be somebody's, how it hangs together, and what became of what was. */
export function OpportunitiesPage(reading: Reading) {
	const { say, person, reader, all } = reading
	const values = { name: person.name }
	const before = all.filter(becameOf)
	return (
		<>
			<h1>
				<bdi>{say('heading', values)}</bdi>
			</h1>
			<p>{say('intro', values)}</p>
			<p>{say('onlyYou', values)}</p>
			{all.length === 0 && <p>{say('none')}</p>}
			<Many {...reading} all={all.filter((one) => !becameOf(one))} />
			{reader.voice === 'person' && (
				<p>
					<Button href={routes.opportunities.write.href({ person: person.id })}>{say('write')}</Button>
				</p>
			)}
			{all.length > 1 && <HowTheyHang {...reading} />}
			{before.length > 0 && (
				<Details summary={say('before')}>
					<Many {...reading} all={before} />
				</Details>
			)}
		</>
	)
}

function Many({ all, person, say }: Reading) {
	return (
		<ul class="brings">
			{all.map((one) => (
				<li key={one.id}>
					<p>
						<a
							class="act-link"
							href={routes.opportunities.show.href({ person: person.id, opportunity: one.id })}
							data-own-words=""
							dir="auto"
						>
							<bdi>{one.words}</bdi>
						</a>
					</p>
					<p class="quiet">{say(one.kind)}</p>
				</li>
			))}
		</ul>
	)
}

/** What was sent to tie two together and could not be. */
export type Untied = { fields: Readonly<Record<string, string>>; error: string }

/** One opportunity: what it would mean, what it hangs together with, and what became of it. */
export function OpportunityPage(reading: OneReading & { untied?: Untied | undefined }) {
	const { say, one, person, reader, day, untied } = reading
	const here = { person: person.id, opportunity: one.id }
	const said = aspects.filter((aspect) => one[aspect])
	return (
		<>
			{untied && <ErrorSummary errorList={[{ text: untied.error, href: '#kind' }]} />}
			<h1 class="own-words" data-own-words="" dir="auto">
				<bdi>{one.words}</bdi>
			</h1>
			<p>
				<Tag>{say(one.kind)}</Tag>
			</p>
			<p class="quiet">{say('since', { day: day(one.writtenAt) })}</p>
			<dl class="said-list">
				{said.map((aspect) => (
					<div key={aspect}>
						<dt>{say(aspect)}</dt>
						<dd class="own-words" data-own-words="" dir="auto">
							<bdi>{one[aspect]}</bdi>
						</dd>
					</div>
				))}
			</dl>
			{reader.voice === 'person' && (
				<p>
					<Button href={routes.opportunities.more.href(here)} kind="secondary">
						{say('more')}
					</Button>
				</p>
			)}
			{reader.voice === 'person' && <Serves {...reading} />}
			<Turns {...reading} />
			<Links {...reading} />
			{reader.voice === 'person' && (
				<>
					<ToTie {...reading} />
					<Details summary={say('delete')}>
						<p>{say('deleteHint')}</p>
						<OneButton {...reading} to={routes.opportunities.delete.href(here)} kind="secondary">
							{say('delete')}
						</OneButton>
					</Details>
				</>
			)}
		</>
	)
}

function Turns({ say, one, person, reader, day }: OneReading) {
	if (one.turns.length === 0 && reader.voice !== 'person') return null
	return (
		<section>
			<h2>{say('became')}</h2>
			<ul>
				{one.turns.map(({ id, kind, words, madeAt }) => (
					<li key={id}>
						{say('saidOn', { day: day(madeAt), what: say(kind) })}{' '}
						<bdi data-own-words="" dir="auto">
							{words}
						</bdi>
					</li>
				))}
			</ul>
			{reader.voice === 'person' && (
				<p>
					<Button href={routes.opportunities.turn.href({ person: person.id, opportunity: one.id })} kind="secondary">
						{say('becameTitle')}
					</Button>
				</p>
			)}
		</section>
	)
}

const wordsOf = (all: readonly Opportunity[], id: string) => all.find((one) => one.id === id)?.words

/** What this one hangs together with, in sentences. */
function Links({ say, one, all, links }: OneReading) {
	const own = links.filter(({ from, to }) => from === one.id || to === one.id)
	if (own.length === 0) return null
	return (
		<section>
			<h2>{say('hangs')}</h2>
			<ul>
				{own.map(({ id, from, kind, to }) => (
					<li key={id} dir="auto">
						“<bdi data-own-words="">{wordsOf(all, from)}</bdi>” {say(`link_${kind}`)} “
						<bdi data-own-words="">{wordsOf(all, to)}</bdi>”
					</li>
				))}
			</ul>
		</section>
	)
}

function ToTie({ say, one, all, person, csrf, untied }: OneReading & { untied?: Untied | undefined }) {
	const others = all.filter(({ id }) => id !== one.id)
	if (others.length === 0) return null
	return (
		<form method="post" action={routes.opportunities.link.href({ person: person.id, opportunity: one.id })} noValidate>
			<input type="hidden" name="csrf" value={csrf} />
			<h2>{say('linkTitle')}</h2>
			<Select
				name="kind"
				label={say('linkHow')}
				value={untied?.fields.kind}
				errorMessage={untied?.error}
				items={linkKinds.map((kind) => ({ value: kind, text: say(`link_${kind}`) }))}
			/>
			<Select
				name="to"
				label={say('linkWhich')}
				value={untied?.fields.to}
				items={others.map(({ id, words }) => ({ value: id, text: words }))}
			/>
			<Button kind="secondary" preventDoubleClick>
				{say('link')}
			</Button>
		</form>
	)
}
