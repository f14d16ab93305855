/** A process of its own that asks a server for pages for a while: started by pages.ts, which reads what it prints. */
import autocannon from 'autocannon'
import type { Load, Loaded } from './pages.ts'

const { url, seconds, connections, requests }: Load = JSON.parse(process.argv[2] ?? '')

/** Each connection begins elsewhere in the list, so that no two wait for the same person's record. */
let begun = 0
const before = process.cpuUsage()
const result = await autocannon({
	url,
	connections,
	duration: seconds,
	setupClient(client) {
		const from = Math.floor((begun++ * requests.length) / connections) % requests.length
		client.setRequests([...requests.slice(from), ...requests.slice(0, from)])
	},
})
const { user, system } = process.cpuUsage(before)
const loaded: Loaded = {
	rate: result['2xx'] / result.duration,
	pages: result['2xx'],
	failures: result.non2xx + result.errors + result.timeouts,
	middle: result.latency.p50,
	slowest: result.latency.p99,
	bytes: result.throughput.total / Math.max(1, result['2xx']),
	asking: (user + system) / 1000 / Math.max(1, result['2xx']),
}
console.log(JSON.stringify(loaded))
