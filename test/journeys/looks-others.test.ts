import { lookAtPages } from './every-look.ts'

await lookAtPages('everybody else', ({ voice }) => voice !== 'person')
