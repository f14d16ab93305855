export { openFolder } from './folder.ts'
export { FolderInUse, whileLocked } from './lock.ts'
