/** A time that one of the two has suggested. */
export type Time = {
	id: string
	startsAt: Date
	suggestedById: string
	/** Whether it is agreed: the last word of each of the two is that it suits, and they work together on that day. */
	stands: boolean
	/** Whether it was agreed once, whatever came after. */
	wasAgreed: boolean
	/** Whether it suits no more, by anybody's word: whose is asked by nobody. */
	isOut: boolean
	/** Whether the acting account has said anything of it, by suggesting it or since. */
	hasMyWord: boolean
}

export type Why = 'bus' | 'child_ill' | 'not_able' | 'service_could_not' | 'own_words' | 'rather_not'

/** What the person can say of why they did not meet; and what whoever works with them can, who does not speak for them. */
export const reasons = {
	person: ['bus', 'child_ill', 'not_able', 'service_could_not', 'own_words', 'rather_not'],
	practitioner: ['service_could_not', 'rather_not'],
} as const satisfies Record<'person' | 'practitioner', Why[]>

/** That the two did not meet, by whoever says so. */
export type NotMet = { timeId: string; authorId: string; why: Why | null; words: string | null; saidAt: Date }

/** Somebody who comes along, as the one who asked them calls them. */
export type Along = {
	id: string
	askedById: string
	/** Whether they have an account, and so say yes themselves. */
	isAsked: boolean
	words: string
	answer: 'yes' | 'no' | null
	endedAt: Date | null
}

/** An agreed time and place of two, or one that they look for. */
export type Appointment = {
	id: string
	person: string
	with: { id: string; name: string; now: boolean }
	place: string
	whatFor: string
	askedById: string
	askedAt: Date
	/** The earliest first. */
	times: Time[]
	along: Along[]
	notMet: NotMet[]
}

/** The time that is agreed, the latest where they have met before. */
export const agreedTime = ({ times }: Appointment): Time | undefined => times.findLast(({ stands }) => stands)

/** The agreed time, where it is still to come. */
export const nextTime = (appointment: Appointment, now: Date): Time | undefined => {
	const agreed = agreedTime(appointment)
	return agreed && agreed.startsAt > now ? agreed : undefined
}

/** Whether it is known that they did not meet at this time. */
export const didNotMeet = ({ notMet }: Appointment, time: Time): boolean =>
	notMet.some(({ timeId }) => timeId === time.id)

/** The agreed time that is over, if it is the last word on when they meet. */
export const pastTime = (appointment: Appointment, now: Date): Time | undefined => {
	const agreed = agreedTime(appointment)
	return agreed && agreed.startsAt <= now ? agreed : undefined
}

/** The times to choose from: still to come, and nobody has said that they do not suit. */
export const openTimes = (appointment: Appointment, now: Date): Time[] =>
	appointment.times.filter(({ startsAt, stands, isOut }) => startsAt > now && !stands && !isOut && appointment.with.now)

/** Those of them that wait for the acting account's word. */
export const waitingForMe = (appointment: Appointment, now: Date): Time[] =>
	openTimes(appointment, now).filter(({ hasMyWord }) => !hasMyWord)

/** The time from which it was moved, where it was. */
export const movedFrom = (appointment: Appointment): Time | undefined =>
	appointment.times.findLast(({ wasAgreed, isOut }) => wasAgreed && isOut)

/** Whether it belongs to what is to come: agreed, or still looked for. */
export const isToCome = (appointment: Appointment, now: Date): boolean =>
	nextTime(appointment, now) !== undefined || openTimes(appointment, now).length > 0 || isLookedFor(appointment, now)

/** Days for which two go on looking for a time after none suited. */
const daysToLook = 14

/** Whether no time has been found, and somebody could suggest one still. */
function isLookedFor(appointment: Appointment, now: Date): boolean {
	if (agreedTime(appointment) || !appointment.with.now) return false
	const last = Math.max(appointment.askedAt.getTime(), ...appointment.times.map(({ startsAt }) => startsAt.getTime()))
	return last > now.getTime() - daysToLook * 24 * 60 * 60 * 1000
}

/** When to put it into a list: the agreed time, else the first of the open ones, else when it was asked for. */
export const placeInTime = (appointment: Appointment, now: Date): Date =>
	(agreedTime(appointment) ?? openTimes(appointment, now)[0] ?? appointment.times.at(-1))?.startsAt ??
	appointment.askedAt

/** Those who come along, as far as nobody took that back. */
export const company = ({ along }: Appointment): Along[] => along.filter(({ endedAt }) => endedAt === null)
