export { answerRequest, ask, bring, settle, takeBackRequest } from './contributions.queries.ts'
export {
	type Contribution,
	type ContributionRequest,
	contributionKinds,
	isOpen,
	isOverdue,
	isWaiting,
} from './contributions.ts'
export { contributionWords } from './contributions.words.ts'
