/** A day of the story, counted from today: `-3` was three days ago. */
export type Day = number
export const ago = (days: number): Day => -days
export const inDays = (days: number): Day => days
