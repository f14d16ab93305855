import type { BenchDatabase } from './database.ts'
import { type Figure, median } from './figures.ts'
import { node, processorTime, startServer } from './processes.ts'
import { idOfNth, signInPerson } from './seed.ts'

const runs = 60
const warmUp = 20

/** A long life told in full. */
const many = 2000

/** What the page of a story costs whose person has told so many moments, over fifty years. */
export async function longStoryFigures({ admin, serverUrl }: BenchDatabase): Promise<Figure[]> {
	const person = idOfNth('person', 1)
	await admin.query(
		`insert into story_moment (area_id, id, person_id, title, words, time_kind, year)
			select $1, gen_random_uuid(), $2, 'Moment ' || n, repeat('I was there, and it went all right. ', 8), 'year', 1970 + n % 50
			from generate_series(1, ${many}) n`,
		[idOfNth('area', 0), person],
	)
	await admin.query('analyze')
	const cookie = await signInPerson(admin, 1)
	const server = await startServer(node.program, [...node.options, 'src/main.ts'], { DATABASE_URL: serverUrl })
	try {
		const times: number[] = []
		let [before, bytes] = [0, 0]
		for (let run = 0; run < warmUp + runs; run++) {
			if (run === warmUp) before = processorTime(server.pid)
			const began = performance.now()
			const answer = await fetch(`${server.url}/people/${person}/story`, { headers: { cookie } })
			bytes = (await answer.arrayBuffer()).byteLength
			if (answer.status !== 200) throw new Error(`The page of the story answered ${answer.status}.`)
			if (run >= warmUp) times.push(performance.now() - began)
		}
		return [
			{
				name: `story page, ${many} moments`,
				measured: median(times),
				unit: 'ms',
				bar: { atMost: 100 },
				note: `${((processorTime(server.pid) - before) / runs).toFixed(1)} ms of processor in the server, ${bytes} bytes`,
			},
		]
	} finally {
		await server.stop()
	}
}
