import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
} from 'kysely'
import type { Connection } from './connection.ts'
import type { Schema } from './schema.ts'

class OneConnection implements DatabaseConnection {
	readonly #connection: Connection
	constructor(connection: Connection) {
		this.#connection = connection
	}
	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const { rows, count } = await this.#connection.query<Row>(query.sql, query.parameters)
		return { rows, numAffectedRows: BigInt(count) }
	}
	streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
		throw new Error('Queries are read whole, not streamed.')
	}
}

const refuse = async (): Promise<never> => {
	throw new Error('A transaction is begun by acting(), and only there.')
}

/** Kysely over one borrowed connection that is already inside a transaction, for the length of that transaction. */
export function kyselyOver(connection: Connection): Kysely<Schema> {
	const driver: Driver = {
		init: async () => undefined,
		acquireConnection: async () => new OneConnection(connection),
		beginTransaction: refuse,
		commitTransaction: refuse,
		rollbackTransaction: refuse,
		releaseConnection: async () => undefined,
		destroy: async () => undefined,
	}
	const dialect: Dialect = {
		createDriver: () => driver,
		createQueryCompiler: () => new PostgresQueryCompiler(),
		createAdapter: () => new PostgresAdapter(),
		createIntrospector: (database) => new PostgresIntrospector(database),
	}
	return new Kysely<Schema>({ dialect })
}
