/** Loaded into each test process by run-tests.ts: a file that keeps something open, or waits for ever, ends as a failure. */
const seconds = Number(process.env.ALONGSIDE_TEST_SECONDS ?? 400)

setTimeout(() => {
	console.error(`${process.argv[1]} was still running after ${seconds} seconds, and was ended.`)
	process.exit(1)
}, seconds * 1000).unref()
