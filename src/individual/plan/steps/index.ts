export { stateOf, whenOf, wordsOfStep } from './steps.ts'
