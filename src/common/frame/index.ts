export { type Framed, show } from './frame.tsx'
export { answerMistakes } from './mistakes.tsx'
