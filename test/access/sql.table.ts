/** The same matrix in plain SQL: which rows of each table an account gets, and what it may write, with no program in between. */
import { idOf } from '../../demo/demonstration.ts'
import type { Acting } from '../../src/platform/database/acting.ts'
import {
	callableForAppointments,
	changeableAppointments,
	readableAppointments,
	writableAppointments,
} from './appointments.table.ts'
import type { sees } from './cast.ts'
import { callableForEnds, readableEnds, writableEnds } from './end-of-work.table.ts'
import { readableFiles, writableFiles } from './files.table.ts'
import { changeableHope, readableHope, writableHope } from './hope.table.ts'
import { callableForNow, changeableNow, readableNow, writableNow } from './now.table.ts'
import {
	callableForOpportunities,
	changeableOpportunities,
	readableOpportunities,
	writableOpportunities,
} from './opportunities.table.ts'
import { changeableProgress, readableProgress, rightProgress, writableProgress } from './progress.table.ts'
import { kindWordsChangeable, kindWordsReadable, kindWordsWritable } from './recognition.table.ts'
import { changeableReviews, readableReviews, writableReviews } from './reviews.table.ts'
import type { Row } from './rows.ts'
import { callableForStory, changeableStory, isStoryScope, readableStory, writableStory } from './story.table.ts'
import type { Thing } from './things.ts'
import { callableForWorking, workingChangeable, workingReadable, workingWritable } from './working.table.ts'

/** An account, and what of others it sees. */
export type Asker = Acting & { sees: (typeof sees)[keyof typeof sees] }

const has = (names: readonly string[], id: unknown, suffix = '') => names.some((name) => idOf(name + suffix) === id)
/** The plan that each scope of a single thing lies within. */
const within: Readonly<Record<string, string>> = Object.fromEntries(
	['ann/flat/apart', 'ann/planted', 'mary/garden/apart', 'sophie/studio/apart', 'tom/work/apart'].map((name) => [
		idOf(name),
		idOf(`${name.split('/', 1)[0]}/plan`),
	]),
)
const hasScope = (names: readonly string[], scope: unknown, suffix = '') =>
	has(names, scope, suffix) || has(names, within[String(scope)], suffix)
const inPlan = (row: Row, { sees }: Asker) => hasScope(sees.plans, row.scope_id, '/plan')
const inSight = (row: Row, me: Asker) => inPlan(row, me) || hasScope(me.sees.reads ?? [], row.scope_id)
const isOver = (row: Row) => row.closed_at !== null || new Date(String(row.until)) < new Date()
const mine = (column: string) => (row: Row, me: Asker) => row[column] === me.account && row.area_id === me.area

/** Ruth leads in Rivermouth, and there only. */
const leads = (row: Row, me: Acting) => me.account === idOf('ruth') && row.area_id === idOf('Rivermouth')
const inQuestion = (row: Row, me: Asker) => leads(row, me) || mine('person_id')(row, me) || mine('asked_of_id')(row, me)

/** Which rows of every table are there for an account. A table that is not here fails. */
export const readable: Record<string, { columns?: string; rows(row: Row, me: Asker): boolean }> = {
	area: { rows: (row, me) => row.area_id === me.area },
	account: { rows: (row, { sees }) => has(sees.names, row.id) },
	standing: { rows: mine('account_id') },
	working_relationship: { rows: (row, { sees }) => has(sees.tiesOf, row.person_id) },
	session: {
		columns: 'area_id, id, account_id, device_label, shared_device, began_at, seen_at, ends_at, idle_for_minutes',
		rows: mine('account_id'),
	},
	sign_in_card: {
		columns: 'area_id, id, account_id, made_by_id, made_at, ends_at, used_at, ended_at',
		rows: (row, { sees, area }) => has(sees.tiesOf, row.account_id) && row.area_id === area,
	},
	secret: { columns: 'area_id, account_id, sign_in_name, set_at', rows: mine('account_id') },
	passkey: {
		columns: 'area_id, id, account_id, name, credential_id, handle, transports, added_at, used_at',
		rows: mine('account_id'),
	},
	identity_provider: { columns: 'area_id, id, name', rows: (row, me) => row.area_id === me.area },
	identity: {
		columns: 'area_id, account_id, provider_id, connected_at, used_at',
		rows: mine('account_id'),
	},
	code_contact: { rows: mine('account_id') },
	recovery_helper: { columns: 'area_id, id, account_id, helper_id, named_at, ended_at', rows: mine('account_id') },
	recovery: {
		columns: 'area_id, id, account_id, asked_at, ends_at, both_at, stopped_at, finished_at',
		rows: mine('account_id'),
	},
	sign_in_event: { rows: mine('account_id') },
	passed_on_text: { rows: (row, me) => row.area_id === me.area },
	demonstration_account: { rows: mine('account_id') },
	draft: { rows: mine('account_id') },
	access_head: { rows: mine('person_id') },
	access_entry: { rows: mine('person_id') },
	scope: {
		rows: (row, me) =>
			row.part === 'story' ? isStoryScope(row, me) : mine('person_id')(row, me) || inSight({ scope_id: row.id }, me),
	},
	supporting: { rows: (row, me) => [row.person_id, row.supporter_id].includes(me.account) },
	opening: {
		rows: (row, me) =>
			mine('person_id')(row, me) ||
			(mine('account_id')(row, me) && !isOver(row) && has(me.sees.reads ?? [], row.scope_id)),
	},
	invitation: {
		columns: 'area_id, id, person_id, called, tie, signed, way, address, asked_at, ends_at, taken_back_at, accepted_at',
		rows: mine('person_id'),
	},
	invitation_check: { rows: mine('checked_by_id') },
	outcome: { rows: inSight },
	wording: { rows: inSight },
	agreement: { rows: inSight },
	difference: { rows: inSight },
	turn: { rows: inSight },
	contribution_request: { rows: inSight },
	contribution: { rows: inSight },
	...kindWordsReadable(inSight),
	step: { rows: inSight },
	step_turn: { rows: inSight },
	...readableHope,
	...readableStory,
	...readableFiles(inSight),
	...readableProgress(inPlan),
	...readableReviews(inPlan),
	shown_by_role: { rows: (row, me) => leads(row, me) || mine('account_id')(row, me) },
	record_question: { rows: inQuestion },
	record_answer: { rows: inQuestion },
	...readableAppointments,
	...readableEnds,
	...workingReadable,
	...readableNow,
	...readableOpportunities,
	contact: { rows: mine('account_id') },
	code: { columns: 'area_id, id, account_id, contact_id, purpose, asked_at', rows: mine('account_id') },
	message: {
		columns: 'area_id, id, account_id, contact_id, kind, channel, asked_at, sent_at, failed_at',
		rows: mine('account_id'),
	},
}

const open = (column: string, ...ends: string[]) => {
	const own = mine(column)
	return (row: Row, me: Asker) => own(row, me) && inPlan(row, me) && ends.every((end) => row[end] === null)
}

/** What somebody to whom it is open can change as well: what they bring, and their answer. */
const brings = (column: string, ...ends: string[]) => {
	const own = mine(column)
	return (row: Row, me: Asker) => own(row, me) && inSight(row, me) && ends.every((end) => row[end] === null)
}

/** Everything that can be changed by anyone, and the rows of which it holds: one's own, once, while they are open. */
export const changeable: { table: string; set: string; rows(row: Row, me: Asker): boolean }[] = [
	...changeableAppointments,
	...workingChangeable,
	{ table: 'draft', set: `fields = '{}', saved_at = now()`, rows: mine('account_id') },
	{ table: 'secret', set: `hash = 'x', set_at = now()`, rows: mine('account_id') },
	{ table: 'outcome', set: 'scope_id = scope_id', rows: mine('person_id') },
	...changeableHope,
	...changeableStory,
	...changeableProgress(inPlan),
	...changeableReviews(inPlan),
	...changeableNow,
	...changeableOpportunities,
	{
		table: 'opening',
		set: 'closed_at = now()',
		rows: (row, me) => row.closed_at === null && (readable.opening?.rows(row, me) ?? false),
	},
	{
		table: 'supporting',
		set: 'ended_at = now()',
		rows: (row, me) => [row.person_id, row.supporter_id].includes(me.account) && row.ended_at === null,
	},
	{ table: 'agreement', set: 'withdrawn_at = now()', rows: open('account_id', 'withdrawn_at') },
	{
		table: 'difference',
		set: 'withdrawn_at = now()',
		rows: (row, me) => open(row.confirmed_at === null ? 'author_id' : 'heard_from_id', 'withdrawn_at')(row, me),
	},
	{ table: 'contribution', set: 'done_at = now()', rows: brings('brought_by_id', 'done_at', 'taken_back_at') },
	{ table: 'contribution', set: 'taken_back_at = now()', rows: brings('brought_by_id', 'done_at', 'taken_back_at') },
	{
		table: 'contribution_request',
		set: `answer = 'declined', answer_words = 'Not now', answered_at = now() where asked_of_id = my_account() and`,
		rows: brings('asked_of_id', 'answered_at', 'taken_back_at'),
	},
	{
		table: 'contribution_request',
		set: 'taken_back_at = now() where asked_by_id = my_account() and',
		rows: open('asked_by_id', 'answered_at', 'taken_back_at'),
	},
	...kindWordsChangeable,
	{
		table: 'shown_by_role',
		set: 'ended_at = now(), ended_by_id = my_account()',
		rows: (row, me) => leads(row, me) && row.ended_at === null,
	},
]

/** The columns that can be written at all: never a key of what is there, never an author, and on insert never a time. */
export const writable: Record<
	string,
	{ insert?: string; update?: string; delete?: true | ((row: Row, me: Asker) => boolean) }
> = {
	draft: {
		insert: 'about_id account_id area_id fields form once saved_at shared_at',
		update: 'about_id account_id area_id fields form once saved_at shared_at',
		delete: true,
	},
	...writableHope,
	...writableStory,
	...writableFiles,
	...writableProgress,
	...writableReviews,
	...writableAppointments,
	...writableEnds,
	...workingWritable,
	...writableNow,
	...writableOpportunities,
	session: { delete: true },
	secret: { update: 'hash set_at' },
	passkey: { delete: true },
	identity: { delete: true },
	sign_in_event: { insert: 'account_id area_id id kind' },
	scope: { insert: 'area_id id part person_id within_id' },
	supporting: { update: 'ended_at' },
	opening: {
		insert: 'account_id area_id ends_with_work id names_shown person_id purpose scope_id thing_id until',
		update: 'closed_at',
	},
	outcome: { insert: 'area_id id person_id proposed_by_id scope_id', update: 'scope_id' },
	wording: { insert: 'area_id author_id heard_from_id id number outcome_id paper_day scope_id words' },
	agreement: {
		insert: 'account_id area_id id outcome_id scope_id wording_id words_hash',
		update: 'withdrawn_at',
	},
	difference: {
		insert: 'area_id author_id heard_from_id id outcome_id paper_day reason scope_id',
		update: 'withdrawn_at',
	},
	turn: { insert: 'area_id author_id id in_the_way kind outcome_id scope_id whose_job why' },
	contribution_request: {
		insert: 'area_id asked_by_id asked_of_id id kind outcome_id scope_id words',
		update: 'answer answer_words answered_at taken_back_at',
	},
	contribution: {
		insert: 'area_id brought_by_id by_day id kind outcome_id request_id scope_id words',
		update: 'done_at taken_back_at',
	},
	...kindWordsWritable,
	step: { insert: 'area_id day id outcome_id said scope_id whose_id words written_by_id' },
	step_turn: {
		insert: 'area_id author_id day id kind outcome_id said scope_id step_id whose_id words written_by_id',
	},
	shown_by_role: { insert: 'account_id area_id id reason set_by_id', update: 'ended_at ended_by_id ended_reason' },
	record_question: {
		insert: 'area_id asked_of_id entry_act entry_at entry_number entry_what id person_id words',
	},
	record_answer: { insert: 'area_id asked_of_id author_id id person_id question_id words' },
}

/** A step of one's own in an outcome; for whoever has none, the person's. */
function ofStep({ person, practitioner }: Thing, me: Acting): Row {
	const { account, step } = me.account === practitioner.account ? practitioner : person
	return { step_id: step, whose_id: account, written_by_id: account }
}

/** What somebody to whom an outcome is open may write in it, as the two hands do. */
export const rowsOfReaders = ['contribution', 'step']

/** A row that a hand of a plan may write there, by table; `by` is the column that says whose hand it was. */
export const rightRows = (thing: Thing, me: Acting, id: string): { table: string; by: string; row: Row }[] => {
	const { area: area_id, scope: scope_id, outcome: outcome_id } = thing
	const about = { area_id, id, outcome_id, scope_id }
	const other = me.account === thing.person.account ? thing.practitioner : thing.person
	const words_hash = `\\x${thing.hash}`
	return [
		{
			table: 'outcome',
			by: 'proposed_by_id',
			row: { area_id, id, scope_id, person_id: thing.person.account, proposed_by_id: me.account },
		},
		{ table: 'wording', by: 'author_id', row: { ...about, number: 9, words: 'New words', author_id: me.account } },
		{
			table: 'agreement',
			by: 'account_id',
			row: { ...about, wording_id: thing.wording, words_hash, account_id: me.account },
		},
		{ table: 'difference', by: 'author_id', row: { ...about, reason: 'A reason', author_id: me.account } },
		{ table: 'turn', by: 'author_id', row: { ...about, kind: 'under_way', author_id: me.account } },
		{
			table: 'contribution_request',
			by: 'asked_by_id',
			row: { ...about, kind: 'time', words: 'A question', asked_of_id: other.account, asked_by_id: me.account },
		},
		{
			table: 'contribution',
			by: 'brought_by_id',
			row: { ...about, kind: 'time', words: 'A promise', brought_by_id: me.account },
		},
		{
			table: 'step',
			by: 'written_by_id',
			row: { ...about, words: 'A step', whose_id: me.account, written_by_id: me.account },
		},
		{
			table: 'step_turn',
			by: 'author_id',
			row: { ...about, ...ofStep(thing, me), kind: 'another_day', said: 'later', author_id: me.account },
		},
		...rightProgress(about, me),
	]
}

/** The functions that an account may call. */
export const callable = [
	...callableForAppointments,
	...callableForEnds,
	...callableForStory,
	...callableForWorking,
	...callableForNow,
	...callableForOpportunities,
	'accept_invitation',
	'access_hash',
	'accounts_i_know',
	'add_contact',
	'add_passkey',
	'add_staff',
	'agree_together',
	'area_i_lead',
	'ask_staff_for_more',
	'balance_of_my_area',
	'begin_act',
	'begin_to_work_with',
	'check_invitation',
	'choose_contact',
	'decline_to_help_in',
	'disown_words',
	'end_helpers',
	'end_staff',
	'hands_on',
	'help_in',
	'i_am_here',
	'i_must_be_strong',
	'invitations_to_check',
	'invite_supporter',
	'is_now',
	'leave_alongside',
	'make_card',
	'messages_of_my_area',
	'move_files',
	'my_account',
	'my_area',
	'my_openings_that_hold',
	'name_helpers',
	'openings_to_me',
	'outcomes_i_spoke_of_today',
	'own_together',
	'own_words',
	'people_i_check_for',
	'people_i_work_with',
	'people_round',
	'people_who_opened_to_me',
	'people_whose_relationships_i_know',
	'ready_for',
	'record_access',
	'record_access_to_question',
	'record_look_at_invitation',
	'remove_contact',
	'renew_invitation_card',
	'require_standing',
	'reviews_laid_open',
	'reviews_to_come',
	'say_alone',
	'scopes_i_bring_in',
	'scopes_i_write_in',
	'scopes_open_to_me',
	'see_as',
	'seen_in_act',
	'sign_off_what_is_passed_on',
	'staff_here',
	'staff_i_lead',
	'still_here',
	'stop_recovery',
	'take_back_invitation',
	'take_back_recognition',
	'tell_everything_taken',
	'tell_something_new',
	'thirds_in',
	'those_i_can_help_in',
	'those_i_can_open_to',
	'those_i_can_thank',
	'today_here',
	'try_messages_again',
	'turn_off_codes',
	'turn_on_codes',
	'what_i_brought',
	'what_i_prepared_with_those_who_left',
	'what_i_wrote_of_steps_with_those_who_left',
	'what_i_wrote_with_those_who_left',
	'who_i_can_open_to',
	'who_is_in_my_record',
	'who_is_in_questions',
].sort()
