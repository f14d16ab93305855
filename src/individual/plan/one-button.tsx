export { OneButton } from '../../ui/OneButton.tsx'
