import type { Selectable } from 'kysely'
import type * as schema from '../src/platform/database/schema.ts'

/** A row with every column, as JSON carries it: bytes are `\x…` text, or nothing where a trigger makes them. */
type Whole<Row> = {
	[Column in keyof Selectable<Row>]: NonNullable<Selectable<Row>[Column]> extends Uint8Array
		? string | null
		: Selectable<Row>[Column]
}

/** What `system_load_demonstration` takes: whole rows by table, and the record of access in order of time. */
export type Rows = {
	area: Whole<schema.AreaRow>[]
	account: Whole<schema.AccountRow>[]
	standing: Whole<schema.StandingRow>[]
	working_relationship: Whole<schema.WorkingRelationshipRow>[]
	demonstration_account: Whole<schema.DemonstrationAccountRow>[]
	sign_in_card: Whole<schema.SignInCardRow>[]
	secret: Whole<schema.SecretRow>[]
	passkey: Whole<schema.PasskeyRow>[]
	recovery_helper: Whole<schema.RecoveryHelperRow>[]
	recovery: Whole<schema.RecoveryRow>[]
	sign_in_event: Whole<schema.SignInEventRow>[]
	passed_on_text: Whole<schema.PassedOnTextRow>[]
	supporting: Whole<schema.SupportingRow>[]
	draft: Whole<schema.DraftRow>[]
	scope: Whole<schema.ScopeRow>[]
	opening: Whole<schema.OpeningRow>[]
	outcome: Whole<schema.OutcomeRow>[]
	wording: Whole<schema.WordingRow>[]
	agreement: Whole<schema.AgreementRow>[]
	difference: Whole<schema.DifferenceRow>[]
	turn: Whole<schema.TurnRow>[]
	contribution_request: Whole<schema.ContributionRequestRow>[]
	contribution: Whole<schema.ContributionRow>[]
	review: Whole<schema.ReviewRow>[]
	review_preparation: Whole<schema.ReviewPreparationRow>[]
	recognition: Whole<schema.RecognitionRow>[]
	recognition_kept: Whole<schema.RecognitionKeptRow>[]
	recognition_answer: Whole<schema.RecognitionAnswerRow>[]
	step: Whole<schema.StepRow>[]
	step_turn: Whole<schema.StepTurnRow>[]
	hope_rating: Whole<schema.HopeRatingRow>[]
	hope_asking: Whole<schema.HopeAskingRow>[]
	hope: Whole<schema.HopeRow>[]
	progress_anchor: Whole<schema.ProgressAnchorRow>[]
	progress_rating: Whole<schema.ProgressRatingRow>[]
	shown_by_role: Whole<schema.ShownByRoleRow>[]
	record_question: Whole<schema.RecordQuestionRow>[]
	record_answer: Whole<schema.RecordAnswerRow>[]
	contact: Whole<schema.ContactRow>[]
	code_contact: Whole<schema.CodeContactRow>[]
	code: Whole<schema.CodeRow>[]
	invitation: Whole<schema.InvitationRow>[]
	invitation_check: Whole<schema.InvitationCheckRow>[]
	message: Whole<schema.MessageRow>[]
	appointment: Whole<schema.AppointmentRow>[]
	appointment_time: Whole<schema.AppointmentTimeRow>[]
	appointment_word: Whole<schema.AppointmentWordRow>[]
	appointment_company: Whole<schema.AppointmentCompanyRow>[]
	appointment_not_met: Whole<schema.AppointmentNotMetRow>[]
	appointment_reminder: Whole<schema.AppointmentReminderRow>[]
	end_of_work: Whole<schema.EndOfWorkRow>[]
	promise_at_end: Whole<schema.PromiseAtEndRow>[]
	file: Whole<schema.FileRow>[]
	file_piece: Whole<schema.FilePieceRow>[]
	access: Omit<Whole<schema.AccessEntryRow>, 'number' | 'hash'>[]
}

/** Tables with nothing in them yet. */
export const noRows = (): Rows => ({
	area: [],
	account: [],
	standing: [],
	working_relationship: [],
	demonstration_account: [],
	sign_in_card: [],
	secret: [],
	passkey: [],
	recovery_helper: [],
	recovery: [],
	sign_in_event: [],
	passed_on_text: [],
	supporting: [],
	draft: [],
	scope: [],
	opening: [],
	outcome: [],
	wording: [],
	agreement: [],
	difference: [],
	turn: [],
	contribution_request: [],
	contribution: [],
	review: [],
	review_preparation: [],
	recognition: [],
	recognition_kept: [],
	recognition_answer: [],
	step: [],
	step_turn: [],
	hope_rating: [],
	hope_asking: [],
	hope: [],
	progress_anchor: [],
	progress_rating: [],
	shown_by_role: [],
	record_question: [],
	record_answer: [],
	contact: [],
	code_contact: [],
	code: [],
	invitation: [],
	invitation_check: [],
	message: [],
	appointment: [],
	appointment_time: [],
	appointment_word: [],
	appointment_company: [],
	appointment_not_met: [],
	appointment_reminder: [],
	end_of_work: [],
	promise_at_end: [],
	file: [],
	file_piece: [],
	access: [],
})
