// Made by "npm run schema" from the migrations. Do not edit: the check compares it with a freshly migrated database.
import type { Generated } from 'kysely'

export type AccessEntryRow = {
	area_id: string
	person_id: string
	number: number
	at: Date
	by_id: string
	act: 'looked' | 'changed'
	what: string
	thing_id: string
	hash: Uint8Array
}

export type AccessHeadRow = {
	area_id: string
	person_id: string
	number: Generated<number>
	hash: Generated<Uint8Array>
}

export type AccountRow = {
	area_id: string
	id: string
	name: string
	created_at: Generated<Date>
	closed_at: Date | null
	left_at: Date | null
}

export type AgreementRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	wording_id: string
	words_hash: Uint8Array
	account_id: string
	agreed_at: Generated<Date>
	withdrawn_at: Date | null
	together_with_id: string | null
	said_alone_at: Date | null
}

export type AppointmentRow = {
	area_id: string
	id: string
	person_id: string
	with_id: string
	asked_by_id: string
	place: string
	what_for: string
	asked_at: Generated<Date>
	emptied_at: Date | null
}

export type AppointmentCompanyRow = {
	area_id: string
	id: string
	appointment_id: string
	person_id: string
	with_id: string
	asked_by_id: string
	account_id: string | null
	words: string
	asked_at: Generated<Date>
	answer: 'yes' | 'no' | null
	answered_at: Date | null
	ended_at: Date | null
}

export type AppointmentNotMetRow = {
	area_id: string
	id: string
	time_id: string
	appointment_id: string
	person_id: string
	with_id: string
	author_id: string
	why: 'bus' | 'child_ill' | 'not_able' | 'service_could_not' | 'own_words' | 'rather_not' | null
	words: string | null
	said_at: Generated<Date>
}

export type AppointmentReminderRow = {
	area_id: string
	account_id: string
	wanted: 'none' | 'day_before' | 'two_hours'
	chosen_at: Generated<Date>
}

export type AppointmentTimeRow = {
	area_id: string
	id: string
	appointment_id: string
	person_id: string
	with_id: string
	starts_at: Date
	suggested_by_id: string
	suggested_at: Generated<Date>
}

export type AppointmentWordRow = {
	area_id: string
	id: string
	time_id: string
	appointment_id: string
	person_id: string
	with_id: string
	author_id: string
	suits: boolean
	said_at: Generated<Date>
}

export type AreaRow = {
	area_id: string
	name: string
	is_demonstration: Generated<boolean>
	passed_on: string | null
	passed_on_signed_off_at: Date | null
	created_at: Generated<Date>
	staff_need_strong: Generated<boolean>
}

export type CheckInRow = {
	area_id: string
	id: string
	time_id: string
	appointment_id: string
	person_id: string
	with_id: string
	account_id: string
	listened: number | null
	fair: number | null
	say_no: number | null
	what_next: number | null
	worth_it: number | null
	change: string | null
	not_this_time: Generated<boolean>
	said_at: Generated<Date>
}

export type CodeRow = {
	area_id: string
	id: string
	account_id: string
	contact_id: string
	purpose: 'confirm' | 'sign-in' | 'step-up'
	browser_hash: Uint8Array
	nonce: Uint8Array
	asked_at: Generated<Date>
	tries: Generated<number>
}

export type CodeContactRow = {
	area_id: string
	account_id: string
	contact_id: string
	since: Generated<Date>
}

export type ContactRow = {
	area_id: string
	id: string
	account_id: string
	kind: 'text' | 'email' | 'letter'
	value: string
	locale: string
	added_at: Generated<Date>
	confirmed_at: Date | null
	chosen_at: Date | null
}

export type ContributionRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	brought_by_id: string
	kind: 'time' | 'skill' | 'introduction' | 'money' | 'room' | 'going_along' | 'something_else'
	words: string
	by_day: string | null
	request_id: string | null
	offered_at: Generated<Date>
	done_at: Date | null
	taken_back_at: Date | null
}

export type ContributionRequestRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	asked_by_id: string
	asked_of_id: string
	kind: 'time' | 'skill' | 'introduction' | 'money' | 'room' | 'going_along' | 'something_else'
	words: string
	asked_at: Generated<Date>
	answer: 'accepted' | 'differently' | 'declined' | null
	answer_words: string | null
	answered_at: Date | null
	taken_back_at: Date | null
	emptied_at: Date | null
}

export type ConversationClosedRow = {
	area_id: string
	person_id: string
	with_id: string
	closed_at: Generated<Date>
}

export type ConversationMessageRow = {
	area_id: string
	id: string
	person_id: string
	with_id: string
	author_id: string
	words: string | null
	sent_at: Generated<Date>
	taken_back_at: Date | null
}

export type DemonstrationAccountRow = {
	area_id: string
	account_id: string
	key: string
	line: string
	position: number
}

export type DifferenceRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	author_id: string
	reason: string
	written_at: Generated<Date>
	withdrawn_at: Date | null
	heard_from_id: string | null
	confirmed_at: Date | null
	confirmed_with_id: string | null
	disowned_at: Date | null
	paper_day: string | null
}

export type DraftRow = {
	area_id: string
	account_id: string
	form: string
	about_id: string
	fields: unknown
	once: string
	shared_at: Date | null
	saved_at: Generated<Date>
}

export type EndOfWorkRow = {
	area_id: string
	id: string
	person_id: string
	practitioner_id: string
	said_by_id: string
	last_day: string
	goodbye: string | null
	said_at: Generated<Date>
}

export type ExpectationRow = {
	area_id: string
	id: string
	person_id: string
	with_id: string
	of_whom: 'person' | 'practitioner'
	proposed_by_id: string
	proposed_at: Generated<Date>
}

export type ExpectationAgreementRow = {
	area_id: string
	id: string
	expectation_id: string
	person_id: string
	with_id: string
	wording_id: string
	words_hash: Uint8Array
	account_id: string
	agreed_at: Generated<Date>
	withdrawn_at: Date | null
}

export type ExpectationWordingRow = {
	area_id: string
	id: string
	expectation_id: string
	person_id: string
	with_id: string
	number: number
	words: string
	words_hash: Generated<Uint8Array>
	author_id: string
	written_at: Generated<Date>
}

export type FileRow = {
	area_id: string
	id: string
	account_id: string
	scope_id: string | null
	about: string
	about_id: string | null
	kind: 'photo' | 'voice'
	type: 'image/jpeg' | 'audio/webm' | 'audio/ogg' | 'audio/mp4' | 'audio/mpeg' | 'audio/aac' | 'audio/wav' | 'audio/3gpp' | 'audio/amr'
	words: string | null
	once: string
	bytes: number | null
	preview_bytes: number | null
	begun_at: Generated<Date>
	kept_at: Date | null
}

export type FilePieceRow = {
	area_id: string
	file_id: string
	size: 'whole' | 'preview'
	begins_at: number
	bytes: Uint8Array
}

export type HandoverRow = {
	area_id: string
	id: string
	person_id: string
	from_id: string
	to_id: string
	said_at: Generated<Date>
	begun_at: Date | null
	named_by_id: string | null
	answer: 'fine' | 'not_them' | null
	answered_at: Date | null
}

export type HandoverNoteRow = {
	area_id: string
	id: string
	person_id: string
	author_id: string
	number: number
	words: string
	written_at: Generated<Date>
}

export type HandoverWordRow = {
	area_id: string
	id: string
	note_id: string
	person_id: string
	kind: 'read' | 'corrected' | 'accepted' | 'set_aside'
	words: string | null
	said_at: Generated<Date>
}

export type HopeRow = {
	area_id: string
	id: string
	account_id: string
	words: string
	outcome_id: string | null
	contribution_id: string | null
	known_id: string | null
	somebody: string | null
	opportunity: string | null
	hoped_at: Generated<Date>
	ended_at: Date | null
	ending: 'came_true' | 'let_go' | null
	could_id: string | null
}

export type HopeAskingRow = {
	area_id: string
	account_id: string
	word: 'not_now' | 'never'
	said_at: Generated<Date>
}

export type HopeRatingRow = {
	area_id: string
	id: string
	account_id: string
	rating: number
	words: string | null
	rated_at: Generated<Date>
}

export type IdentityRow = {
	area_id: string
	account_id: string
	provider_id: string
	issuer: string
	subject: string
	connected_at: Generated<Date>
	used_at: Date | null
	acr: string | null
	amr: string | null
}

export type IdentityProviderRow = {
	area_id: string
	id: string
	name: string
	issuer: string
	client_id: string
	secret: Uint8Array
	set_at: Generated<Date>
}

export type InvitationRow = {
	area_id: string
	id: string
	person_id: string
	called: string
	tie: string
	signed: string
	way: 'card' | 'text' | 'email' | 'letter'
	address: string | null
	address_key: Uint8Array | null
	nonce: Uint8Array
	code_hash: Uint8Array
	asked_at: Generated<Date>
	ends_at: Date
	taken_back_at: Date | null
	accepted_at: Date | null
}

export type InvitationCheckRow = {
	area_id: string
	invitation_id: string
	verdict: 'may_be_written_to' | 'left_in_peace'
	checked_by_id: string
	checked_at: Generated<Date>
}

export type LifePartRow = {
	area_id: string
	id: string
	scope_id: string
	person_id: string
	part: 'home' | 'money' | 'work' | 'health' | 'drugs' | 'relationships' | 'caring' | 'community' | 'identity' | 'rights'
}

export type MeasureAnswerRow = {
	area_id: string
	id: string
	person_id: string
	measure: string
	version: string
	language: string
	question: string
	answer: number | null
	words: string | null
	answered_at: Generated<Date>
}

export type MessageRow = {
	area_id: string
	id: string
	account_id: string | null
	contact_id: string | null
	kind: 'code' | 'something-new' | 'contact-changed' | 'invitation' | 'sign-in-changing' | 'sign-in-changed' | 'sign-in-tried' | 'everything-taken' | 'reminder'
	channel: 'text' | 'email' | 'letter'
	locale: string
	address: string | null
	code_id: string | null
	asked_at: Generated<Date>
	tries: Generated<number>
	sent_at: Date | null
	failed_at: Date | null
	why: 'refused' | 'unreachable' | 'too-late' | null
	invitation_id: string | null
}

export type OpeningRow = {
	area_id: string
	id: string
	person_id: string
	scope_id: string
	thing_id: string | null
	account_id: string
	purpose: string
	opened_at: Generated<Date>
	until: Date
	ends_with_work: boolean
	names_shown: string[]
	closed_at: Date | null
}

export type OpeningPassedRow = {
	area_id: string
	opening_id: string
	to_id: string
	person_id: string
	passes: boolean
	said_at: Generated<Date>
}

export type OpportunityRow = {
	area_id: string
	id: string
	scope_id: string
	person_id: string
	kind: 'job' | 'home' | 'relationship' | 'parenthood' | 'faith' | 'learning' | 'helping' | 'other'
	words: string
	meaning: string | null
	touches: string | null
	serves: string | null
	needs: string | null
	opens: string | null
	written_at: Generated<Date>
}

export type OpportunityLinkRow = {
	area_id: string
	id: string
	person_id: string
	from_id: string
	from_scope_id: string
	kind: 'needs' | 'opens' | 'against'
	to_id: string
	to_scope_id: string
	made_at: Generated<Date>
}

export type OpportunityServesRow = {
	area_id: string
	opportunity_id: string
	piece_id: string
	person_id: string
	chosen_at: Generated<Date>
}

export type OpportunityTurnRow = {
	area_id: string
	id: string
	opportunity_id: string
	scope_id: string
	person_id: string
	author_id: string
	kind: 'came_about' | 'closed' | 'let_go' | 'open_again'
	words: string | null
	made_at: Generated<Date>
}

export type OrderAnswerRow = {
	area_id: string
	id: string
	remark_id: string
	person_id: string
	author_id: string
	words: string
	answered_at: Generated<Date>
	emptied_at: Date | null
}

export type OrderRemarkRow = {
	area_id: string
	id: string
	wording_id: string
	condition_id: string
	person_id: string
	kind: 'not_understood' | 'not_right'
	words: string | null
	said_at: Generated<Date>
}

export type OrderWordingRow = {
	area_id: string
	id: string
	condition_id: string
	person_id: string
	number: number
	words: string
	from_day: string | null
	until_day: string | null
	author_id: string
	written_at: Generated<Date>
	emptied_at: Date | null
}

export type OutcomeRow = {
	area_id: string
	id: string
	scope_id: string
	person_id: string
	proposed_by_id: string
	proposed_at: Generated<Date>
}

export type PassedOnTextRow = {
	area_id: string
	id: string
	words: string
	signed_off_by_id: string
	signed_off_at: Generated<Date>
}

export type PasskeyRow = {
	area_id: string
	id: string
	account_id: string
	name: string
	credential_id: Uint8Array
	public_key: Uint8Array
	counter: number
	handle: Uint8Array
	transports: string
	added_at: Generated<Date>
	used_at: Date | null
}

export type PractitionerAwayRow = {
	area_id: string
	id: string
	account_id: string
	set_by_id: string
	until_day: string
	set_at: Generated<Date>
	ended_at: Date | null
}

export type PractitionerHoursRow = {
	area_id: string
	id: string
	account_id: string
	reads: string
	reached: string | null
	said_at: Generated<Date>
}

export type ProgressAnchorRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	author_id: string
	at_0: string | null
	at_5: string | null
	at_10: string | null
	written_at: Generated<Date>
}

export type ProgressRatingRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	author_id: string
	rating: number | null
	words: string | null
	rated_on: Generated<string>
	rated_at: Generated<Date>
	taken_back_at: Date | null
}

export type PromiseAtEndRow = {
	area_id: string
	id: string
	person_id: string
	contribution_id: string | null
	step_id: string | null
	said_by_id: string
	by_day: string | null
	said_at: Generated<Date>
}

export type RecognitionRow = {
	area_id: string
	id: string
	person_id: string
	scope_id: string
	outcome_id: string | null
	author_id: string
	given_to_id: string
	beginning: 'noticed' | 'believe' | 'thanks' | 'own'
	words: string
	given_at: Generated<Date>
	taken_back_at: Date | null
	shown_beside: Generated<boolean>
	emptied_at: Date | null
}

export type RecognitionAnswerRow = {
	area_id: string
	id: string
	recognition_id: string
	scope_id: string
	author_id: string
	to_id: string
	words: string
	answered_at: Generated<Date>
}

export type RecognitionKeptRow = {
	area_id: string
	recognition_id: string
	scope_id: string
	account_id: string
	author_id: string
	read_at: Generated<Date>
	is_hidden: Generated<boolean>
}

export type RecordAnswerRow = {
	area_id: string
	id: string
	question_id: string
	person_id: string
	asked_of_id: string
	author_id: string
	words: string
	answered_at: Generated<Date>
	emptied_at: Date | null
}

export type RecordQuestionRow = {
	area_id: string
	id: string
	person_id: string
	entry_number: number
	asked_of_id: string
	entry_at: Date
	entry_act: string
	entry_what: string
	words: string
	asked_at: Generated<Date>
}

export type RecoveryRow = {
	area_id: string
	id: string
	account_id: string
	browser_hash: Uint8Array
	number_hash: Uint8Array
	asked_at: Generated<Date>
	ends_at: Generated<Date>
	first_by_id: string | null
	second_by_id: string | null
	both_at: Date | null
	stopped_at: Date | null
	finished_at: Date | null
}

export type RecoveryHelperRow = {
	area_id: string
	id: string
	account_id: string
	helper_id: string
	named_at: Generated<Date>
	declined_at: Date | null
	ended_at: Date | null
}

export type ReviewRow = {
	area_id: string
	id: string
	scope_id: string
	person_id: string
	for_day: string | null
	begun_by_id: string
	begun_at: Generated<Date>
	held_at: Date | null
	held_by_id: string | null
	set_aside_at: Date | null
}

export type ReviewPreparationRow = {
	area_id: string
	id: string
	review_id: string
	scope_id: string
	account_id: string
	good: string | null
	hard: string | null
	other: string | null
	written_at: Generated<Date>
}

export type SaidRow = {
	area_id: string
	id: string
	sitting_id: string
	life_part_id: string
	scope_id: string
	person_id: string
	author_id: string
	question: 'well' | 'way' | 'help' | 'rating' | 'enough'
	words: string | null
	place: 'me' | 'between' | 'world' | null
	rating: number | null
	said_at: Generated<Date>
}

export type SaidForPlanRow = {
	area_id: string
	id: string
	said_id: string
	sitting_id: string
	life_part_id: string
	scope_id: string
	person_id: string
	author_id: string
	outcome_id: string | null
	request_id: string | null
	made_at: Generated<Date>
}

export type ScopeRow = {
	area_id: string
	id: string
	person_id: string
	part: 'plan' | 'story' | 'now' | 'opportunities'
	within_id: string | null
}

export type SecretRow = {
	area_id: string
	account_id: string
	sign_in_name: string
	hash: string
	set_at: Generated<Date>
}

export type SessionRow = {
	area_id: string
	id: string
	account_id: string
	token_hash: Uint8Array
	assurance: 'demonstration' | 'card' | 'secret' | 'passkey' | 'code' | 'provider' | 'together'
	device_label: string
	began_at: Generated<Date>
	seen_at: Generated<Date>
	idle_for_minutes: number
	ends_at: Date
	shared_device: Generated<boolean>
	stepped_up_at: Date | null
	sure_by_code: Generated<boolean>
}

export type ShownByRoleRow = {
	area_id: string
	id: string
	account_id: string
	reason: string
	set_by_id: string
	set_at: Generated<Date>
	ended_by_id: string | null
	ended_at: Date | null
	ended_reason: string | null
}

export type SignInCardRow = {
	area_id: string
	id: string
	account_id: string
	code_hash: Uint8Array
	made_by_id: string
	made_at: Generated<Date>
	ends_at: Generated<Date>
	used_at: Date | null
	ended_at: Date | null
}

export type SignInEventRow = {
	area_id: string
	id: Generated<string>
	account_id: string
	kind: 'came_in' | 'card_made' | 'card_used' | 'secret_changed' | 'signed_out_elsewhere' | 'passkey_added' | 'passkey_removed' | 'provider_connected' | 'provider_disconnected' | 'together_used' | 'together_wrong' | 'codes_on' | 'codes_off' | 'helpers_named' | 'helpers_ended' | 'recovery_asked' | 'recovery_waits' | 'recovery_stopped' | 'recovered' | 'strong_on' | 'strong_off' | 'everything_taken' | 'tried_in_vain' | 'signed_out_by_service'
	device_label: string | null
	at: Generated<Date>
	by_id: string | null
}

export type SittingRow = {
	area_id: string
	id: string
	person_id: string
	begun_by_id: string
	together: boolean
	begun_at: Generated<Date>
	shown_at: Date | null
}

export type StandingRow = {
	area_id: string
	id: string
	account_id: string
	kind: 'person' | 'practitioner' | 'supporter' | 'partner' | 'lead'
	began_at: Generated<Date>
	ended_at: Date | null
}

export type StepRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	whose_id: string
	written_by_id: string
	words: string
	said: string | null
	day: string | null
	written_at: Generated<Date>
	emptied_at: Date | null
}

export type StepTurnRow = {
	area_id: string
	id: string
	step_id: string
	outcome_id: string
	scope_id: string
	whose_id: string
	written_by_id: string
	author_id: string
	kind: 'accepted' | 'differently' | 'declined' | 'taken_back' | 'another_day' | 'done' | 'set_aside'
	words: string | null
	said: string | null
	day: string | null
	made_at: Generated<Date>
	emptied_at: Date | null
}

export type StoryRow = {
	area_id: string
	person_id: string
	scope_id: string
	born_year: number | null
	calms: string | null
	rings: string | null
	begun_at: Generated<Date>
}

export type StoryBesideRow = {
	area_id: string
	id: string
	piece_id: string
	person_id: string
	scope_id: string
	author_id: string
	words: string | null
	heard: string | null
	touched: string | null
	reminds: string | null
	will: string | null
	written_at: Generated<Date>
	kept: Generated<boolean>
	hidden: Generated<boolean>
	reply: string | null
}

export type StoryMomentRow = {
	area_id: string
	id: string
	person_id: string
	title: string | null
	words: string | null
	time_kind: 'day' | 'month' | 'year' | 'age' | 'before' | 'after' | 'not_sure' | 'not_saying' | null
	around: Generated<boolean>
	year: number | null
	month: number | null
	day: number | null
	age: number | null
	beside_id: string | null
	place: string | null
	mood: string | null
	says_of_me: string | null
	hard: Generated<boolean>
	hoped: Generated<boolean>
	heard_by_id: string | null
	confirmed_at: Date | null
	written_at: Generated<Date>
	changed_at: Generated<Date>
	paper_day: string | null
	confirmed_with_id: string | null
}

export type StoryPieceRow = {
	area_id: string
	id: string
	person_id: string
	scope_id: string
	kind: 'chapter' | 'thread' | 'name' | 'trouble' | 'value' | 'becoming'
	name: string
	sort: 'value' | 'priority' | 'hope' | 'relationship' | null
	says: string | null
	who: string | null
	did: string | null
	instead: string | null
	promises: string | null
	weaker: string | null
	cost: string | null
	made_at: Generated<Date>
	changed_at: Generated<Date>
}

export type StoryPlacedRow = {
	area_id: string
	piece_id: string
	moment_id: string
	person_id: string
	scope_id: string
	placed_at: Generated<Date>
}

export type StoryTakingOutRow = {
	area_id: string
	id: string
	piece_id: string
	moment_id: string
	person_id: string
	scope_id: string
	account_id: string
	asked_at: Generated<Date>
	answer: 'changed' | 'stays' | null
	answered_at: Date | null
}

export type StoryTellingRow = {
	area_id: string
	id: string
	piece_id: string
	person_id: string
	scope_id: string
	words: string
	told_at: Generated<Date>
}

export type StoryWitnessRow = {
	area_id: string
	piece_id: string
	person_id: string
	scope_id: string
	account_id: string
	asked_at: Generated<Date>
}

export type StrengthRow = {
	area_id: string
	id: string
	sitting_id: string
	life_part_id: string
	scope_id: string
	person_id: string
	words: string
	kept_at: Generated<Date>
	put_away_at: Date | null
}

export type SupportingRow = {
	area_id: string
	id: string
	person_id: string
	supporter_id: string
	began_at: Generated<Date>
	ended_at: Date | null
}

export type TurnRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	kind: 'under_way' | 'reached' | 'set_aside' | 'cannot_be_done_now' | 'taken_up_again'
	why: string | null
	in_the_way: string | null
	whose_job: string | null
	author_id: string
	made_at: Generated<Date>
	emptied_at: Date | null
}

export type WordingRow = {
	area_id: string
	id: string
	outcome_id: string
	scope_id: string
	number: number
	words: string
	words_hash: Generated<Uint8Array>
	author_id: string
	written_at: Generated<Date>
	heard_from_id: string | null
	confirmed_at: Date | null
	confirmed_with_id: string | null
	disowned_at: Date | null
	emptied_at: Date | null
	paper_day: string | null
}

export type WorkingRelationshipRow = {
	area_id: string
	id: string
	person_id: string
	practitioner_id: string
	began_at: Generated<Date>
	ended_at: Date | null
}

export type Schema = {
	access_entry: AccessEntryRow
	access_head: AccessHeadRow
	account: AccountRow
	agreement: AgreementRow
	appointment: AppointmentRow
	appointment_company: AppointmentCompanyRow
	appointment_not_met: AppointmentNotMetRow
	appointment_reminder: AppointmentReminderRow
	appointment_time: AppointmentTimeRow
	appointment_word: AppointmentWordRow
	area: AreaRow
	check_in: CheckInRow
	code: CodeRow
	code_contact: CodeContactRow
	contact: ContactRow
	contribution: ContributionRow
	contribution_request: ContributionRequestRow
	conversation_closed: ConversationClosedRow
	conversation_message: ConversationMessageRow
	demonstration_account: DemonstrationAccountRow
	difference: DifferenceRow
	draft: DraftRow
	end_of_work: EndOfWorkRow
	expectation: ExpectationRow
	expectation_agreement: ExpectationAgreementRow
	expectation_wording: ExpectationWordingRow
	file: FileRow
	file_piece: FilePieceRow
	handover: HandoverRow
	handover_note: HandoverNoteRow
	handover_word: HandoverWordRow
	hope: HopeRow
	hope_asking: HopeAskingRow
	hope_rating: HopeRatingRow
	identity: IdentityRow
	identity_provider: IdentityProviderRow
	invitation: InvitationRow
	invitation_check: InvitationCheckRow
	life_part: LifePartRow
	measure_answer: MeasureAnswerRow
	message: MessageRow
	opening: OpeningRow
	opening_passed: OpeningPassedRow
	opportunity: OpportunityRow
	opportunity_link: OpportunityLinkRow
	opportunity_serves: OpportunityServesRow
	opportunity_turn: OpportunityTurnRow
	order_answer: OrderAnswerRow
	order_remark: OrderRemarkRow
	order_wording: OrderWordingRow
	outcome: OutcomeRow
	passed_on_text: PassedOnTextRow
	passkey: PasskeyRow
	practitioner_away: PractitionerAwayRow
	practitioner_hours: PractitionerHoursRow
	progress_anchor: ProgressAnchorRow
	progress_rating: ProgressRatingRow
	promise_at_end: PromiseAtEndRow
	recognition: RecognitionRow
	recognition_answer: RecognitionAnswerRow
	recognition_kept: RecognitionKeptRow
	record_answer: RecordAnswerRow
	record_question: RecordQuestionRow
	recovery: RecoveryRow
	recovery_helper: RecoveryHelperRow
	review: ReviewRow
	review_preparation: ReviewPreparationRow
	said: SaidRow
	said_for_plan: SaidForPlanRow
	scope: ScopeRow
	secret: SecretRow
	session: SessionRow
	shown_by_role: ShownByRoleRow
	sign_in_card: SignInCardRow
	sign_in_event: SignInEventRow
	sitting: SittingRow
	standing: StandingRow
	step: StepRow
	step_turn: StepTurnRow
	story: StoryRow
	story_beside: StoryBesideRow
	story_moment: StoryMomentRow
	story_piece: StoryPieceRow
	story_placed: StoryPlacedRow
	story_taking_out: StoryTakingOutRow
	story_telling: StoryTellingRow
	story_witness: StoryWitnessRow
	strength: StrengthRow
	supporting: SupportingRow
	turn: TurnRow
	wording: WordingRow
	working_relationship: WorkingRelationshipRow
}
