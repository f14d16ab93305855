import { lookAtPages } from './every-look.ts'

await lookAtPages('a person', ({ voice }) => voice === 'person')
