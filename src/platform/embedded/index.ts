export { openFolder } from './folder.ts'
export { FolderInUse } from './lock.ts'
