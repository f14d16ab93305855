import type { WaitingQuestion } from '../../common/access-record/index.ts'
import type { BackIn } from '../../common/accounts/index.ts'
import type { Meeting, MyAppointments } from '../../common/appointments/index.ts'
import type { Written } from '../../common/conversation/index.ts'
import type { Openable, Opened } from '../../common/openings/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Opportunity } from '../opportunities/index.ts'
import type { Bringing, HopeAtHome, InArea, Kept, OpenPromise, Waiting, WaitingWords } from '../plan/index.ts'
import type { Away, EndOfWork, HandedToMe, Handover, Tie } from '../relationship/index.ts'
import type { StoryAtHome } from '../story/index.ts'
import type { homeWords } from './home.words.ts'

type SayHere = ReturnType<typeof homeWords>
type Common = { say: SayHere; today: string; day(moment: Date | string): string }

/** What a home shows, part by part: what an account is here decides which parts there are. */
export type Home = Common & {
	me: string
	name: string
	csrf: string
	/** Whether I came in by myself this time. */
	isAlone: boolean
	waiting: Waiting[]
	promises: OpenPromise[]
	/** Questions about who looked: those that wait for me, and how many of mine have a new answer. */
	questions: WaitingQuestion[]
	answered: number
	/** How many invitations wait for my check before anybody is written to. */
	toCheck: number
	/** As a person: who works with me now, what in my plan waits for my word, and which openings end soon or have ended. */
	asPerson:
		| {
				ends: EndOfWork[]
				whoComes: Handover[]
				ties: Tie[]
				waitingWords: WaitingWords[]
				hasBegun: boolean
				openings: { soon: number; again: number }
				/** The newest kind words to me that I have not hidden. */
				newest: Kept | undefined
				/** What those who work with me promised and have not done by the day they said. */
				late: OpenPromise[]
				hope: HopeAtHome
				/** Whether words that somebody wrote down for my story wait for my word. */
				story: StoryAtHome
				/** What could be mine, one a day. */
				opportunity: Opportunity | undefined
		  }
		| undefined
	/** As a practitioner: the people I work alongside. */
	asPractitioner: { people: Tie[] } | undefined
	/** When I meet whom next, what waits for my word there, and with whom I am asked to come along. */
	meeting: MyAppointments
	/** The meeting of mine that I can speak of, and whose words to me are the newest. */
	met: Meeting | undefined
	written: Written[]
	/** Whose work I am asked to take over. */
	handed: HandedToMe[]
	/** That I am away, where a lead has said so. */
	away: Away[]
	locale: Locale
	/** Whether somebody says they are me and cannot come in, and whom I can help back in. */
	backIn: BackIn
	/** What I was asked, and what I promised, where something is open to me. */
	bringing: Bringing
	/** What is open to me, of whom, and whom I support. */
	opened: Opened[]
	supported: { id: string; name: string }[]
	openables: readonly Openable[]
	/** As a lead: who plans and who brings in the area. */
	inArea: InArea[]
	others: readonly ('supporter' | 'partner' | 'lead')[]
}
