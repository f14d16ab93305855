export { type Framed, show } from './frame.tsx'
export { answerMistakes, answerUnroutable } from './mistakes.tsx'
