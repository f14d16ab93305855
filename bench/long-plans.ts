import type pg from 'pg'
import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, startServer } from './processes.ts'
import { idOfNth, signInPractitioners } from './seed.ts'

const runs = 60
const warmUp = 20

/** How many months of what was done and is over hang on each outcome. */
const threeYears = 36
/** Of so many outcomes all but the three that every plan here has are reached. */
const many = 60

/**
 * What a plan page costs whose plan is old or long: three outcomes as in every plan here, the same with three years behind
 * them, and sixty with as much behind each. What is over is not read to show what is now, so that years cost nothing.
 */
export async function longPlanFigures({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	const [short, old, long] = [1, 2, 3] as const
	await giveOutcomes(admin, long, many)
	await giveYears(admin, old)
	await giveYears(admin, long)
	await admin.query('analyze')
	const [cookie = ''] = await signInPractitioners(admin, 1)
	const server = await startServer(node.program, [...node.options, 'src/main.ts'], { DATABASE_URL: serverUrl })
	try {
		const costs: { ms: number; processor: number; bytes: number }[] = []
		for (const person of [short, old, long]) {
			const url = `${server.url}/people/${idOfNth('person', person)}/plan`
			const times: number[] = []
			let [before, bytes] = [0, 0]
			for (let run = 0; run < warmUp + runs; run++) {
				if (run === warmUp) before = processorTime(server.pid)
				const began = performance.now()
				const answer = await fetch(url, { headers: { cookie } })
				bytes = (await answer.arrayBuffer()).byteLength
				if (answer.status !== 200) throw new Error(`The plan page answered ${answer.status}.`)
				if (run >= warmUp) times.push(performance.now() - began)
			}
			costs.push({ ms: median(times), processor: (processorTime(server.pid) - before) / runs, bytes })
		}
		const [one, two, three] = costs
		if (!one || !two || !three) throw new Error('Three plans were measured.')
		const note = ({ processor, bytes }: typeof one) =>
			`${processor.toFixed(1)} ms of processor in the server, ${bytes} bytes`
		return [
			{ name: 'plan page, 3 outcomes', measured: one.ms, unit: 'ms', note: note(one) },
			{
				name: 'plan page, 3 outcomes with three years behind them',
				measured: two.ms / one.ms,
				unit: 'times',
				bar: { atMost: 1.2 },
				note: `${two.ms.toFixed(1)} ms, ${note(two)}`,
			},
			{
				name: `plan page, ${many} outcomes with three years behind them, for each 3 of them`,
				measured: three.ms / one.ms / (many / 3),
				unit: 'times',
				bar: { atMost: 1 },
				note: `${three.ms.toFixed(1)} ms, ${note(three)}`,
			},
		]
	} finally {
		await server.stop()
	}
}

/** Copies a person's first outcome, agreed and reached, until there are so many. */
async function giveOutcomes(admin: pg.Client, person: number, count: number): Promise<void> {
	const [id, scope, practitioner] = [idOfNth('person', person), idOfNth('scope', person), idOfNth('practitioner', 1)]
	await admin.query(
		`with made as (
			insert into outcome (area_id, id, scope_id, person_id, proposed_by_id)
				select $1, gen_random_uuid(), $2, $3, $3 from generate_series(4, $4::integer) returning *
		), worded as (
			insert into wording (area_id, id, outcome_id, scope_id, number, words, words_hash, author_id)
				select area_id, gen_random_uuid(), id, scope_id, 1, 'I want to know my street.', sha256('x'), person_id from made returning *
		), agreed as (
			insert into agreement (area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id)
				select w.area_id, gen_random_uuid(), w.outcome_id, w.scope_id, w.id, w.words_hash, hand
				from worded w cross join unnest(array[$3, $5]::uuid[]) hand
		)
		insert into turn (area_id, id, outcome_id, scope_id, kind, author_id)
			select area_id, gen_random_uuid(), id, scope_id, 'reached', person_id from made`,
		[idOfNth('area', 0), scope, id, count, practitioner],
	)
}

/** Each month of three years: something was asked, brought and done, a step was taken, and somebody said how it went. */
async function giveYears(admin: pg.Client, person: number): Promise<void> {
	const hands = [idOfNth('person', person), idOfNth('practitioner', 1)]
	const months = `cross join generate_series(1, ${threeYears}) month where o.person_id = $1`
	const of = `o.area_id, gen_random_uuid(), o.id, o.scope_id`
	await admin.query(
		`insert into contribution (area_id, id, outcome_id, scope_id, brought_by_id, kind, words, offered_at, done_at)
			select ${of}, $2, 'time', 'I came along that month.', now() - month * interval '30 days', now() - month * interval '29 days'
			from outcome o ${months}`,
		hands,
	)
	await admin.query(
		`insert into contribution_request (area_id, id, outcome_id, scope_id, asked_by_id, asked_of_id, kind, words, answer, answered_at)
			select ${of}, $1, $2, 'time', 'Come along this month.', 'declined', now() from outcome o ${months}`,
		hands,
	)
	await admin.query(
		`with made as (
			insert into step (area_id, id, outcome_id, scope_id, whose_id, written_by_id, words)
				select ${of}, $1, $1, 'I go there this month.' from outcome o ${months} returning *
		)
		insert into step_turn (area_id, id, step_id, outcome_id, scope_id, whose_id, written_by_id, author_id, kind)
			select area_id, gen_random_uuid(), id, outcome_id, scope_id, whose_id, written_by_id, whose_id, 'done' from made`,
		hands.slice(0, 1),
	)
	await admin.query(
		`insert into turn (area_id, id, outcome_id, scope_id, kind, why, author_id, made_at)
			select ${of}, case month % 2 when 0 then 'set_aside' else 'taken_up_again' end,
				case month % 2 when 0 then 'Not this month.' end, $1, now() - (month + 3) * interval '30 days'
			from outcome o ${months}`,
		hands.slice(0, 1),
	)
}
