/** One connection to either database. Ask it outside a transaction of `acting` and it is `alongside_system`, who reads no table. */
export type Connection = {
	/** Runs one statement with parameters. */
	query<Row>(sql: string, parameters: readonly unknown[]): Promise<{ rows: Row[]; count: number }>
	/** Runs several statements without parameters in one round trip; answers the rows of all of them, one after another. */
	run(sql: string): Promise<object[]>
}

/** Either database, seen from the door: connections to borrow, one at a time on the embedded one. */
export type Connections = {
	readonly kind: 'embedded' | 'postgresql'
	/** Lends a connection for the length of `work`. If the work throws, what it left open is rolled back. */
	borrow<T>(work: (connection: Connection) => Promise<T>): Promise<T>
	/** Resolves when everything committed before the call is safely on disk (PostgreSQL: at once, for COMMIT has seen to it). */
	synced(): Promise<void>
	close(): Promise<void>
}
