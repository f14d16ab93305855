import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, startServer } from './processes.ts'
import { idOfNth, signInPractitioners } from './seed.ts'

const runs = 60
const warmUp = 20

/** So many times somebody said where they are, with every part spoken of by both hands: ten years of it, four times a year. */
const sittings = 40

/** What the page of where somebody is now costs their practitioner, with ten years of it to read. */
export async function nowPageFigures({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	const [person, practitioner] = [idOfNth('person', 4), idOfNth('practitioner', 1)]
	await admin.query(
		`with whole as (
			insert into scope (area_id, id, person_id, part) select area_id, gen_random_uuid(), id, 'now' from account where id = $1 returning *
		), lives as (
			insert into life_part (area_id, id, scope_id, person_id, part)
				select area_id, gen_random_uuid(), id, person_id, life from whole,
					unnest(array['home', 'money', 'work', 'health', 'drugs', 'relationships', 'caring', 'community', 'identity', 'rights']) life
				returning *
		), times as (
			insert into sitting (area_id, id, person_id, begun_by_id, together, begun_at, shown_at)
				select area_id, gen_random_uuid(), person_id, person_id, true, now() - nth * interval '90 days', now()
					from whole, generate_series(1, $3::integer) nth returning *
		)
		insert into said (area_id, id, sitting_id, life_part_id, scope_id, person_id, author_id, question, words)
			select l.area_id, gen_random_uuid(), t.id, l.id, l.scope_id, l.person_id, hand, question, 'The street is quiet at night.'
				from lives l, times t, unnest(array['well', 'way', 'help']) question, unnest(array[$1, $2]::uuid[]) hand`,
		[person, practitioner, sittings],
	)
	await admin.query('analyze')
	const [cookie = ''] = await signInPractitioners(admin, 1)
	const server = await startServer(node.program, [...node.options, 'src/main.ts'], { DATABASE_URL: serverUrl })
	try {
		const times: number[] = []
		let [before, bytes] = [0, 0]
		for (let run = 0; run < warmUp + runs; run++) {
			if (run === warmUp) before = processorTime(server.pid)
			const began = performance.now()
			const answer = await fetch(`${server.url}/people/${person}/now`, { headers: { cookie } })
			bytes = (await answer.arrayBuffer()).byteLength
			if (answer.status !== 200) throw new Error(`The page of where somebody is now answered ${answer.status}.`)
			if (run >= warmUp) times.push(performance.now() - began)
		}
		const processor = (processorTime(server.pid) - before) / runs
		return [
			{
				name: `page of where somebody is now, ${sittings} times said by both hands`,
				measured: median(times),
				unit: 'ms',
				bar: { atMost: 100 },
				note: `${processor.toFixed(1)} ms of processor in the server, ${bytes} bytes`,
			},
		]
	} finally {
		await server.stop()
	}
}
