export { say as sayRestore } from './embedded.words.ts'
export { openFolder } from './folder.ts'
export { FolderInUse, whileLocked } from './lock.ts'
export { RestoreRefused, restore } from './restore.ts'
