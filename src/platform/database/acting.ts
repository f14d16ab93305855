import type { CompiledQuery, Kysely } from 'kysely'
import { NotSignedIn } from '../http/mistakes.ts'
import { borrowAlone, untilEnded } from './alone.ts'
import type { Connection, Connections } from './connection.ts'
import { kyselyOver } from './dialect.ts'
import type { Schema } from './schema.ts'
import { isId } from './values.ts'

/** Whose act it is: an account, in its area; and the one person it is about, if any, so that it sees nothing of any other's. */
export type Acting = { readonly area: string; readonly account: string; readonly about?: string | undefined }

/**
 * The database as one account sees it, for the length of one transaction. Queries name `tx.area`, so that every one of them
 * stays within an area; what the account may not see is not there, because the database's policies say so.
 */
export type Tx = Pick<Acting, 'area' | 'account'> &
	Pick<
		Kysely<Schema>,
		'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'selectNoFrom' | 'with' | 'getExecutor'
	> & {
		/** Asks a statement that is written already (see `writtenOnce`). */
		ask<Row>(statement: CompiledQuery<Row>): Promise<Row[]>
		/** Sends a statement together with the commit, once the work is done. If it fails, the whole act does. */
		withTheCommit(statement: CompiledQuery): void
	}

/** A statement that runs longer is stopped by PostgreSQL, well before the request itself times out. Milliseconds. */
const statementTimeout = 8_000

/**
 * The door to the database: begins a transaction in which the database knows who is acting and what they may see (one round trip), does the
 * work, commits, and returns only when the commit is on disk. If the work throws, nothing of it stays.
 *
 * @throws whatever the work throws
 */
export async function acting<T>(connections: Connections, who: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
	refuseOthersThanIds(who)
	const result = await borrowAlone(connections, async (lent) => {
		// Settings hold for this transaction alone: pooled connections carry nobody over to the next one. The first statement of
		// the work travels with the beginning, and fails with it: outside a transaction it is nobody's, who may read nothing.
		const begun = lent.run(beginning(who)).catch(refuseWhoHasLeft)
		begun.catch(() => undefined)
		const { connection, end } = untilEnded(lent)
		const last: CompiledQuery[] = []
		const failed = async (error: unknown): Promise<never> => {
			// Work that came after a beginning that was refused failed for that.
			await begun
			refuseWhoHasLeft(error)
		}
		const done = await work(txOver(connection, who, last))
			.catch(failed)
			.finally(end)
		const sent = last.map(({ sql, parameters }) => lent.query(sql, parameters))
		// In a transaction that an error has spoilt, COMMIT would undo it all and call that a success; a statement before it fails.
		await Promise.all([begun, ...sent, lent.run('select; commit')])
		return done
	})
	await connections.synced()
	return result
}

/** A change that the acting account would make, and what another would then see. */
export type Seeing<T> = {
	/** Makes the change as the acting account; the database refuses what that account may not do. */
	change(tx: Tx): Promise<void>
	/** Whose eyes: somebody to whom, after the change, the acting account has something open. */
	as: string
	see(tx: Tx): Promise<T>
}

/**
 * Lets the acting account see something of its own just as another would after a change. The change is made, the act begins
 * anew as the other, about the acting account alone and only to read, and then all of it is taken back: nothing is kept, no
 * look is recorded.
 *
 * @throws whatever the work throws, and when nothing is open to the other
 */
export async function seeingAs<T>(connections: Connections, who: Acting, { change, as, see }: Seeing<T>): Promise<T> {
	refuseOthersThanIds(who)
	return borrowAlone(connections, async (lent) => {
		await lent.run(beginning(who)).catch(refuseWhoHasLeft)
		const { connection, end } = untilEnded(lent)
		const look = async () => {
			await change(txOver(connection, who, []))
			await lent.query('select see_as($1)', [as])
			return see(txOver(connection, { area: who.area, account: as }, []))
		}
		const seen = await look().finally(end)
		await lent.run('rollback')
		return seen
	})
}

function refuseOthersThanIds({ area, account, about = account }: Acting): void {
	if (![area, account, about].every(isId)) throw new TypeError('An act needs the ids of an area and an account.')
}

/** What the database says of an act of somebody who has left meanwhile (`still_here` in the migrations). */
const hasLeft = 'AL401'

function refuseWhoHasLeft(error: unknown): never {
	throw (error as { code?: unknown }).code === hasLeft ? new NotSignedIn() : error
}

/** Begins a transaction for one act; all of it holds for this transaction alone. */
const beginning = ({ area, account, about }: Acting): string =>
	`begin; select set_config('role', 'alongside_account', true), set_config('app.area', '${area}', true), set_config('app.account', '${account}', true), set_config('statement_timeout', '${statementTimeout}', true); select still_here(), begin_act(${about ? `'${about}'` : 'null'})`

function txOver(connection: Connection, { area, account }: Acting, last: CompiledQuery[]): Tx {
	const kysely = kyselyOver(connection)
	return {
		area,
		account,
		selectFrom: kysely.selectFrom.bind(kysely),
		selectNoFrom: kysely.selectNoFrom.bind(kysely),
		insertInto: kysely.insertInto.bind(kysely),
		updateTable: kysely.updateTable.bind(kysely),
		deleteFrom: kysely.deleteFrom.bind(kysely),
		with: kysely.with.bind(kysely),
		getExecutor: kysely.getExecutor.bind(kysely),
		ask: async <Row>({ sql, parameters }: CompiledQuery<Row>) => (await connection.query<Row>(sql, parameters)).rows,
		withTheCommit: (statement) => last.push(statement),
	}
}
