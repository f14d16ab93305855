export { deviceOf, refusedBeside } from './handing.routes.ts'
export { handingWords } from './handing.words.ts'
export { YesOrNo } from './YesOrNo.tsx'
