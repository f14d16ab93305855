/** Leaves as Ann, on the database that the settings name, and dies after the list and before the commit. */
import { idOf } from '../../../demo/ids.ts'
import { erasureList } from '../../../src/common/leaving/index.ts'
import { leaveAlongside } from '../../../src/common/leaving/leaving.queries.ts'
import { acting } from '../../../src/platform/database/acting.ts'
import { openEmbedded, openPostgresql } from '../../../src/platform/database/open.ts'
import { openLog } from '../../../src/platform/log.ts'
import { erasuresOf, readSettings } from '../../../src/platform/settings.ts'

const settings = readSettings(process.env)
const log = openLog('silent')
const { connections } = settings.databaseUrl
	? await openPostgresql(settings.databaseUrl, log)
	: await openEmbedded(settings.folder, log)
const list = erasureList(erasuresOf(settings))
await acting(connections, { area: idOf('Rivermouth'), account: idOf('ann') }, (tx) =>
	leaveAlongside(tx, {
		...list,
		async add(one) {
			await list.add(one)
			process.kill(process.pid, 'SIGKILL')
		},
	}),
)
console.log('it was committed')
