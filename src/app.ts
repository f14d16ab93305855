import type { FastifyBaseLogger, FastifyInstance, RouteOptions } from 'fastify'
import { recordRoutes, takeableRecord } from './common/access-record/index.ts'
import {
	accountRoutes,
	codeRoutes,
	comingInRoutes,
	demonstrationRoutes,
	helperRoutes,
	passkeyRoutes,
	providerRoutes,
	recoveryRoutes,
	strongerRoutes,
	sureRoutes,
} from './common/accounts/index.ts'
import { appointmentRoutes, takeableAppointments } from './common/appointments/index.ts'
import { areaRoutes, byRoleRoutes } from './common/areas/index.ts'
import { contactRoutes, takeableContacts } from './common/contacts/index.ts'
import { conversationRoutes, hoursRoutes, takeableConversations } from './common/conversation/index.ts'
import { fileRoutes, takeableFiles } from './common/files/index.ts'
import { answerMistakes, answerUnroutable } from './common/frame/index.ts'
import { frontDoorRoutes } from './common/front-door/index.ts'
import { type ErasureList, leavingRoutes, takeableLeftBehind } from './common/leaving/index.ts'
import { type Channel, messageRoutes } from './common/messages/index.ts'
import { type Openable, openingRoutes, takeableOpenings } from './common/openings/index.ts'
import {
	type Takeable,
	takeableDrafts,
	takeablePasskeys,
	takeableProvider,
	takeableSignIn,
	takeWithYouRoutes,
} from './common/take-with-you/index.ts'
import { familyRoutes, takeableSupporters } from './individual/family/index.ts'
import { homeRoutes } from './individual/home/index.ts'
import { homeOfNotes, notesRoutes } from './individual/notes/index.ts'
import { nowRoutes, openableNow, takeableNow } from './individual/now/index.ts'
import { openableOpportunities, opportunityRoutes, takeableOpportunities } from './individual/opportunities/index.ts'
import {
	openablePlan,
	planRoutes,
	takeableBrought,
	takeableHope,
	takeableKindWords,
	takeablePlan,
	takeableProgress,
	takeableReviews,
	tellOutcomes,
} from './individual/plan/index.ts'
import {
	betweenRoutes,
	endOfWorkRoutes,
	inviteRoutes,
	relationshipRoutes,
	takeableBetween,
	takeableEndsOfWork,
	workLeftRoutes,
} from './individual/relationship/index.ts'
import { homeOfMomentFiles, openableStory, storyRoutes, takeableStory } from './individual/story/index.ts'
import type { Database } from './platform/database/open.ts'
import { type Assets, assetRoutes } from './platform/http/assets.ts'
import { healthRoutes } from './platform/http/health.ts'
import { createServer } from './platform/http/server.ts'
import type { ServerKey } from './platform/server-key.ts'

type Parts = {
	database: Database
	key: ServerKey
	log: FastifyBaseLogger
	publicUrl: string
	/** The browser files, and the folder that they were built into. */
	assets: Assets
	assetsFolder: string
	version: string
	/** By what messages can go out here. */
	channels: readonly Channel[]
	/** The list of those who have left, outside the database. */
	erasures: ErasureList
	/** Is told of each address as it is registered, for the proofs of who may do what. */
	onRoute?: ((route: RouteOptions) => void) | undefined
}

/** What somebody can take with them: a capability names its part here, once. */
const takeables: readonly Takeable[] = [
	takeableSignIn,
	takeablePasskeys,
	takeableProvider,
	takeableContacts,
	takeablePlan,
	takeableKindWords,
	takeableBrought,
	takeableHope,
	takeableStory,
	takeableProgress,
	takeableReviews,
	takeableNow,
	takeableOpportunities,
	takeableFiles,
	takeableAppointments,
	takeableEndsOfWork,
	takeableBetween,
	takeableConversations,
	takeableOpenings,
	takeableSupporters,
	takeableRecord,
	takeableLeftBehind,
	takeableDrafts,
]

/** What a person can open to others: a capability names its part here, once. */
const openables: readonly Openable[] = [openablePlan, openableStory, openableNow, openableOpportunities]

/** The whole application: what every request needs first, then one line for each capability. */
export async function createApp(parts: Parts): Promise<FastifyInstance> {
	const { database, key, log, publicUrl, assets, assetsFolder, version, channels, erasures, onRoute } = parts
	const ground = { system: database.system, kind: database.connections.kind, key, publicUrl }
	const app = await createServer(database, {
		log,
		publicUrl,
		unroutable: (request, reply) => answerUnroutable(request, reply),
	})
	if (onRoute) app.addHook('onRoute', onRoute)
	app.decorate('assets', assets)
	answerMistakes(app)
	assetRoutes(app, assets, assetsFolder)
	healthRoutes(app, database, version)

	frontDoorRoutes(app)
	demonstrationRoutes(app, database.system)
	contactRoutes(app, { system: database.system, key })
	messageRoutes(app, { system: database.system, key, publicUrl, setUp: channels })
	comingInRoutes(app, ground)
	accountRoutes(app, ground)
	sureRoutes(app, ground)
	codeRoutes(app, ground)
	recoveryRoutes(app, ground)
	helperRoutes(app, ground)
	passkeyRoutes(app, ground)
	providerRoutes(app, ground)
	strongerRoutes(app)
	areaRoutes(app, { key, publicUrl })
	byRoleRoutes(app)
	homeRoutes(app, ground, openables)
	inviteRoutes(app, { key, publicUrl })
	recordRoutes(app, tellOutcomes)
	relationshipRoutes(app)
	betweenRoutes(app, openables)
	conversationRoutes(app)
	hoursRoutes(app)
	endOfWorkRoutes(app)
	workLeftRoutes(app)
	planRoutes(app, ground)
	storyRoutes(app, ground)
	nowRoutes(app)
	opportunityRoutes(app)
	appointmentRoutes(app)
	fileRoutes(app, { ...homeOfNotes, ...homeOfMomentFiles })
	notesRoutes(app, ground)
	takeWithYouRoutes(app, takeables)
	leavingRoutes(app, erasures)
	openingRoutes(app, openables)
	familyRoutes(app, ground)
	return app
}
