import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { otherProcess } from './folder.test-tools.ts'
import { assertAllKept, lastSaid, untilSaid } from './kept.test-tools.ts'

const rounds = Number(process.env.ALONGSIDE_CUT_ROUNDS ?? 3)

/** A disk of its own whose power can be cut. */
type Disk = { folder: string; cut(): void; powerUp(): void }

/**
 * An ext4 image on a loop device. The cut is the file system's own shutdown call (FS_IOC_SHUTDOWN without flushing the log,
 * from <linux/fs.h>): from that moment nothing more reaches the image, neither cached pages nor the journal's open part.
 */
async function disk(t: TestContext): Promise<Disk | undefined> {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
	const base = await mkdtemp(join(tmpdir(), 'alongside-power-'))
	const image = join(base, 'image')
	const folder = join(base, 'mounted')
	const call = (command: string, ...given: string[]) => execFileSync(command, given, { stdio: 'pipe' })
	const powerUp = () => call('mount', '-o', 'loop', image, folder)
	let mounted = false
	t.after(async () => {
		if (mounted) call('umount', folder)
		await rm(base, { recursive: true })
	})
	try {
		mkdirSync(folder)
		writeFileSync(image, '')
		truncateSync(image, 512 * 2 ** 20)
		call('mkfs.ext4', '-q', image)
		call('perl', '-e', '1')
		powerUp()
		mounted = true
	} catch {
		return undefined
	}
	return {
		folder,
		cut() {
			const shutdown = 'open(F, "<", $ARGV[0]) or die $!; my $how = pack("L", 2); ioctl(F, 0x8004587d, $how) or die $!'
			call('perl', '-e', shutdown, folder)
		},
		powerUp() {
			call('umount', folder)
			powerUp()
		},
	}
}

const noDisk = 'A power cut needs root, loop devices, mkfs.ext4 and perl, and one of them is missing here.'

test(`a power cut in a stream of writes, ${rounds} times: nothing acknowledged is lost`, async (t) => {
	const made = await disk(t)
	if (!made) return t.skip(noDisk)
	const folder = join(made.folder, 'data')
	let last = 0
	for (let round = 1; round <= rounds; round++) {
		const other = otherProcess(t, 'write', folder)
		await untilSaid(other, 20 + Math.floor(Math.random() * 200))
		made.cut()
		other.child.kill('SIGKILL')
		await other.ended
		made.powerUp()
		last = Math.max(last, lastSaid(other))
		assert(last > 0)
		await assertAllKept(folder, last)
	}
})

test('a power cut while the database is being made: the folder opens', async (t) => {
	const made = await disk(t)
	if (!made) return t.skip(noDisk)
	const folder = join(made.folder, 'data')
	const other = otherProcess(t, 'write', folder)
	await wait(1500 + Math.random() * 2500)
	made.cut()
	other.child.kill('SIGKILL')
	await other.ended
	made.powerUp()
	await assertAllKept(folder, lastSaid(other))
})
