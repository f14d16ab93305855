/**
 * PGlite that keeps what it says it kept.
 *
 * PostgreSQL syncs its journal before a commit returns, and at a checkpoint the data before the control file, in the only
 * order that survives a power cut. PGlite switches that off (`-F`), for its NODEFS layer has no fsync to call. Here NODEFS
 * gets one, and PostgreSQL is started with fsync on and `wal_sync_method=fsync` (Emscripten's fdatasync does nothing at all).
 */
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { say } from './embedded.words.ts'

/** The disk refused to keep something. Only a restart helps: a second fsync would answer well without having kept it. */
export class DiskCannotKeep extends Error {
	override readonly name = 'DiskCannotKeep'
	constructor(cause: unknown) {
		super(say('cannotKeep'), { cause })
	}
}

/** What has been synced so far, and whether a sync ever failed. */
export type Syncs = {
	/** Syncs of any file or folder. */
	all: number
	/** Syncs of the journal: one or more for each commit that wrote something. */
	journal: number
	/** Segments of the journal (16 MB each) written since `forgetSegments`. */
	segments: Set<string>
	failure?: DiskCannotKeep
}

type Stream = { nfd?: number; node: unknown }
type Write = (stream: Stream, ...what: unknown[]) => number
type EmscriptenNodeFs = {
	realPath(node: unknown): string
	stream_ops: { write: Write; fsync?: (stream: Stream) => number }
}

/** PGlite's folder on disk, with an fsync. */
class SyncedNodeFS extends NodeFS {
	readonly syncs: Syncs = { all: 0, journal: 0, segments: new Set() }

	override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
		const made = await super.init(...given)
		const addSync = (module: object) => {
			// Emscripten's types do not name NODEFS, though PGlite's own NodeFS takes it from the same place.
			const { NODEFS } = module as { NODEFS: EmscriptenNodeFs }
			const { write } = NODEFS.stream_ops
			NODEFS.stream_ops = {
				...NODEFS.stream_ops,
				fsync: (stream) => this.#sync(stream.nfd, NODEFS.realPath(stream.node)),
				write: (stream, ...what) =>
					this.#write(
						() => write(stream, ...what),
						() => NODEFS.realPath(stream.node),
					),
			}
		}
		made.emscriptenOpts.preRun = [...(made.emscriptenOpts.preRun ?? []), addSync]
		return made
	}

	/** A full disk is PostgreSQL's to answer, but not when its journal finds no room: then it panics, and PGlite spins. */
	#write(write: () => number, path: () => string): number {
		try {
			return write()
		} catch (error) {
			if (!/[\\/]pg_wal[\\/]/.test(path())) throw error
			throw this.#fail(error)
		}
	}

	#fail(cause: unknown): DiskCannotKeep {
		this.syncs.failure ??= new DiskCannotKeep(cause)
		return this.syncs.failure
	}

	#sync(descriptor: number | undefined, path: string): number {
		if (this.syncs.failure) throw this.syncs.failure
		try {
			if (descriptor === undefined) syncFolder(path)
			else fdatasyncSync(descriptor)
		} catch (error) {
			throw this.#fail(error)
		}
		this.syncs.all += 1
		const segment = /[\\/]pg_wal[\\/]([0-9A-F]{24})$/.exec(path)?.[1]
		if (segment) {
			this.syncs.journal += 1
			this.syncs.segments.add(segment)
		}
		return 0
	}
}

/** Makes the names in a folder durable: after files were made, renamed or deleted in it. */
export function syncFolder(path: string): void {
	const descriptor = openSync(path, 'r')
	try {
		fsyncSync(descriptor)
	} finally {
		closeSync(descriptor)
	}
}

/** PGlite swallows what is thrown inside PostgreSQL's loop and answers as if the commit had happened; this one does not. */
export class SyncedPGlite extends PGlite {
	readonly syncs: Syncs

	/** @param folder an existing folder; use `open` */
	private constructor(folder: string, options: PGliteOptions) {
		const fs = new SyncedNodeFS(folder)
		const startParams = [
			...PGlite.defaultStartParams.filter((param) => param !== '-F'),
			...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
		]
		super({ ...options, fs, startParams })
		this.syncs = fs.syncs
	}

	/**
	 * Opens the database in a folder, or makes one when the folder is empty.
	 *
	 * @param folder PGlite's own folder
	 * @param options `loadDataDir`: a tar of such a folder to begin with
	 * @throws when the folder does not open, or when this PGlite turns out not to sync
	 */
	static async open(folder: string, options: PGliteOptions): Promise<SyncedPGlite> {
		const database = new SyncedPGlite(folder, options)
		await database.waitReady
		if (database.syncs.all === 0) throw new Error(say('doesNotSync'))
		return database
	}

	override execProtocolRawSync(message: Uint8Array): Uint8Array {
		this.#refuseAfterFailure()
		const answer = super.execProtocolRawSync(message)
		this.#refuseAfterFailure()
		return answer
	}

	/**
	 * Runs a checkpoint, in whatever role the session is: only the owner may ask for one.
	 *
	 * @returns false when a transaction is open, which must end first
	 */
	async checkpoint(): Promise<boolean> {
		const done = await this.runExclusive(async () => {
			if (this.isInTransaction()) return false
			try {
				await this.#simply('begin; set local role none; checkpoint; commit')
			} finally {
				if (this.isInTransaction()) await this.#simply('rollback')
			}
			return true
		})
		if (done) this.syncs.segments.clear()
		return done
	}

	/** Sends PostgreSQL's simple query message ('Q', length, text, zero): `exec` would wait for its own turn in vain. */
	async #simply(sql: string): Promise<void> {
		const message = Buffer.alloc(6 + Buffer.byteLength(sql))
		message.write('Q')
		message.writeUInt32BE(message.length - 1, 1)
		message.write(sql, 5)
		await this.execProtocol(message, { syncToFs: false })
	}

	#refuseAfterFailure(): void {
		if (this.syncs.failure) throw this.syncs.failure
	}
}
