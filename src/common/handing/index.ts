export { deviceOf, refusedBeside } from './handing.ts'
export { handingWords } from './handing.words.ts'
export { YesOrNo } from './YesOrNo.tsx'
