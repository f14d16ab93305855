import type { FastifyRequest } from 'fastify'

/** What of a request decides what is read for it: which thing, who asks, in which words. */
export type Asked = Pick<FastifyRequest, 'params' | 'visitor' | 'locale' | 'method'>
