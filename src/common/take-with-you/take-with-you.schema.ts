const text = { type: 'string' } as const
const perhapsText = { type: ['string', 'null'] } as const
const id = { type: 'string', format: 'uuid' } as const
const moment = { type: 'string', format: 'date-time' } as const
const perhapsNumber = { type: ['integer', 'null'] } as const
const perhapsMoment = { type: ['string', 'null'] } as const
const perhapsId = { type: ['string', 'null'], format: 'uuid' } as const
/** From whom words were heard that somebody wrote down; nothing, where the writer's words are their own. */
const heard = {
	type: ['object', 'null'],
	required: ['from', 'onPaper', 'confirmedAt', 'confirmedWith', 'notTheirsAt'],
	properties: {
		...{ from: id, onPaper: { type: ['string', 'null'], format: 'date' } },
		...{ confirmedAt: perhapsMoment, confirmedWith: perhapsId, notTheirsAt: perhapsMoment },
	},
} as const
const listOf = (properties: Record<string, object>) =>
	({ type: 'array', items: { type: 'object', required: Object.keys(properties), properties } }) as const

/** What stands in the file that somebody takes with them: JSON Schema, draft 7, published at `/take-with-you/schema`. */
export const takeWithYouSchema = {
	$schema: 'http://json-schema.org/draft-07/schema#',
	$id: 'urn:alongside:take-with-you:1',
	title: 'Everything of mine',
	type: 'object',
	required: [
		...['schema', 'takenAt', 'area', 'me', 'signIn', 'passkeys', 'provider', 'contacts', 'plan', 'hope'],
		...['story', 'files', 'progress', 'reviews', 'now', 'opportunities'],
		...[
			'appointments',
			'endsOfWork',
			'workingTogether',
			'conversations',
			'openings',
			'kindWords',
			'brought',
			'supporters',
			'record',
			'withThoseWhoLeft',
		],
		'drafts',
	],
	properties: {
		schema: { const: 'urn:alongside:take-with-you:1' },
		takenAt: moment,
		area: text,
		me: { type: 'object', required: ['id', 'name'], properties: { id, name: text } },
		signIn: {
			type: ['object', 'null'],
			required: ['signInName', 'secretSetAt'],
			properties: { signInName: text, secretSetAt: moment },
		},
		passkeys: listOf({ name: text, addedAt: moment, usedAt: perhapsMoment }),
		provider: {
			type: ['object', 'null'],
			required: ['name', 'connectedAt'],
			properties: { name: text, connectedAt: moment },
		},
		brought: listOf({ kind: text, words: perhapsText, at: moment }),
		withThoseWhoLeft: listOf({ kind: text, words: text, at: moment }),
		contacts: listOf({
			kind: text,
			value: text,
			isConfirmed: { type: 'boolean' },
			isChosen: { type: 'boolean' },
		}),
		endsOfWork: listOf({ with: id, lastDay: text, goodbye: perhapsText, saidAt: moment }),
		openings: listOf({
			part: text,
			thing: perhapsText,
			to: text,
			purpose: text,
			openedAt: moment,
			until: moment,
			closedAt: perhapsMoment,
		}),
		supporters: {
			type: 'object',
			required: ['supporters', 'invitations'],
			properties: {
				supporters: listOf({ name: text, from: moment, to: perhapsMoment }),
				invitations: listOf({
					...{ called: text, tie: text, signed: text, way: text, address: perhapsText },
					...{ askedAt: moment, endsAt: moment, takenBackAt: perhapsMoment, acceptedAt: perhapsMoment },
				}),
			},
		},
		record: listOf({ number: { type: 'integer' }, by: text, act: text, what: text, thing: id, at: moment }),
		plan: {
			type: ['object', 'null'],
			required: ['people', 'outcomes'],
			properties: {
				people: listOf({ id, name: text }),
				outcomes: listOf({
					id,
					proposedBy: perhapsId,
					proposedAt: moment,
					wordings: listOf({ id, number: { type: 'integer' }, words: text, by: id, at: moment, heard }),
					agreements: listOf({
						...{ wording: id, by: id, at: moment, takenBackAt: perhapsMoment },
						...{ togetherWith: perhapsId, saidAloneAt: perhapsMoment },
					}),
					differences: listOf({ by: id, words: text, at: moment, takenBackAt: perhapsMoment, heard }),
					turns: listOf({
						kind: text,
						by: id,
						at: moment,
						why: perhapsText,
						inTheWay: perhapsText,
						whoseJob: perhapsText,
					}),
					contributions: listOf({ by: id, kind: text, words: text, at: moment, doneAt: perhapsMoment }),
					requests: listOf({ by: id, of: id, kind: text, words: text, at: moment, answer: perhapsText }),
					steps: listOf({
						...{ whose: id, by: id, words: text, said: perhapsText, day: perhapsText, at: moment },
						turns: listOf({
							...{ kind: text, by: id, at: moment },
							...{ words: perhapsText, said: perhapsText, day: perhapsText },
						}),
					}),
				}),
			},
		},
		reviews: {
			type: 'object',
			required: ['together', 'withThoseWhoLeft'],
			properties: {
				together: listOf({
					...{ begunBy: id, begunAt: moment, forDay: perhapsText, heldAt: perhapsMoment, setAsideAt: perhapsMoment },
					prepared: listOf({ by: id, good: perhapsText, hard: perhapsText, other: perhapsText, at: moment }),
				}),
				withThoseWhoLeft: listOf({ words: text, at: moment }),
			},
		},
		kindWords: listOf({
			...{ byMe: { type: 'boolean' }, with: text, words: text, shownBeside: { type: 'boolean' } },
			...{ at: moment, takenBackAt: perhapsMoment, answer: perhapsText },
		}),
		hope: {
			type: 'object',
			required: ['isAsked', 'ratings', 'hopes'],
			properties: {
				isAsked: { type: 'boolean' },
				ratings: listOf({ rating: { type: 'integer' }, words: perhapsText, at: moment }),
				hopes: listOf({
					...{ words: text, outcome: perhapsId, contribution: perhapsId, known: perhapsId, somebody: perhapsText },
					...{ opportunity: perhapsText, could: perhapsId, at: moment, endedAt: perhapsMoment, ending: perhapsText },
				}),
			},
		},
		story: {
			type: 'object',
			required: ['bornYear', 'calms', 'rings', 'moments', 'parts'],
			properties: {
				...{ bornYear: perhapsNumber, calms: perhapsText, rings: perhapsText },
				moments: listOf({
					...{ id, title: perhapsText, words: perhapsText, timeKind: perhapsText, around: { type: 'boolean' } },
					...{ year: perhapsNumber, month: perhapsNumber, day: perhapsNumber, age: perhapsNumber, beside: perhapsId },
					...{ place: perhapsText, mood: perhapsText, saysOfMe: perhapsText },
					...{ hard: { type: 'boolean' }, hoped: { type: 'boolean' }, heardBy: perhapsId, confirmedAt: perhapsMoment },
					paperDay: { type: ['string', 'null'], format: 'date' },
					...{ writtenAt: moment, changedAt: moment },
					files: listOf({ path: text, kind: text, words: perhapsText }),
				}),
				parts: listOf({
					...{ id, kind: text, name: text, sort: perhapsText, madeAt: moment },
					...{ says: perhapsText, who: perhapsText, did: perhapsText, instead: perhapsText },
					...{ promises: perhapsText, weaker: perhapsText, cost: perhapsText },
					moments: { type: 'array', items: id },
					tellings: listOf({ id, words: text, at: moment }),
					beside: listOf({
						...{ by: text, words: perhapsText, heard: perhapsText, touched: perhapsText, reminds: perhapsText },
						...{ will: perhapsText, reply: perhapsText, at: moment },
						...{ kept: { type: 'boolean' }, hidden: { type: 'boolean' } },
					}),
				}),
			},
		},
		progress: {
			type: 'object',
			required: ['numbers', 'anchors'],
			properties: {
				numbers: listOf({
					...{ outcome: id, by: id, rating: { type: ['integer', 'null'] }, words: perhapsText },
					...{ day: { type: 'string', format: 'date' }, takenBackAt: perhapsMoment },
				}),
				anchors: listOf({
					...{ outcome: id, by: id, at0: perhapsText, at5: perhapsText, at10: perhapsText, at: moment },
				}),
			},
		},
		now: {
			type: 'object',
			required: ['sittings', 'said', 'strengths', 'answers'],
			properties: {
				sittings: listOf({
					...{ id, begunBy: id, begunAt: moment, together: { type: 'boolean' }, shownAt: perhapsMoment },
				}),
				said: listOf({
					...{ sitting: id, part: text, by: id, question: text, words: perhapsText, place: perhapsText },
					...{ rating: { type: ['integer', 'null'] }, at: moment },
				}),
				strengths: listOf({ part: text, words: text, at: moment, putAwayAt: perhapsMoment }),
				answers: listOf({
					...{ measure: text, version: text, question: text, answer: { type: ['integer', 'null'] } },
					...{ words: perhapsText, at: moment },
				}),
			},
		},
		opportunities: {
			type: 'object',
			required: ['opportunities', 'links'],
			properties: {
				opportunities: listOf({
					...{ id, kind: text, words: text, meaning: perhapsText, touches: perhapsText, serves: perhapsText },
					...{ needs: perhapsText, opens: perhapsText, at: moment },
					values: { type: 'array', items: id },
					turns: listOf({ kind: text, words: perhapsText, at: moment }),
				}),
				links: listOf({ from: id, kind: text, to: id }),
			},
		},
		appointments: {
			type: 'object',
			required: ['reminder', 'appointments'],
			properties: {
				reminder: text,
				appointments: listOf({
					...{ id, with: id, place: text, whatFor: text, askedBy: id, askedAt: moment },
					times: listOf({
						...{ id, startsAt: moment, suggestedBy: id },
						...{ agreed: { type: 'boolean' }, doesNotSuit: { type: 'boolean' } },
					}),
					along: listOf({ words: text, answer: perhapsText, takenBackAt: perhapsMoment }),
					notMet: listOf({ time: id, by: id, why: perhapsText, words: perhapsText, at: moment }),
				}),
			},
		},
		workingTogether: {
			type: 'object',
			required: ['order', 'expectations', 'checkIns', 'handover', 'named'],
			properties: {
				order: listOf({
					...{ condition: id, number: { type: 'integer' }, words: text, by: id, at: moment },
					...{ fromDay: perhapsText, untilDay: perhapsText },
					said: listOf({
						kind: text,
						words: perhapsText,
						at: moment,
						answers: listOf({ by: id, words: text, at: moment }),
					}),
				}),
				expectations: listOf({
					...{ with: id, ofWhom: text },
					wordings: listOf({ words: text, by: id, at: moment }),
					hands: listOf({ words: text, by: id, at: moment, takenBackAt: perhapsMoment }),
				}),
				checkIns: listOf({
					...{ by: id, metAt: perhapsMoment, notThisTime: { type: 'boolean' }, change: perhapsText },
					answers: { type: 'object', additionalProperties: { type: ['integer', 'null'] } },
				}),
				handover: listOf({
					...{ by: id, number: { type: 'integer' }, words: text, at: moment },
					said: listOf({ kind: text, words: perhapsText, at: moment }),
				}),
				named: listOf({
					...{
						from: id,
						to: id,
						byLead: { type: ['string', 'null'] },
						at: moment,
						answer: perhapsText,
						begunAt: perhapsMoment,
					},
				}),
			},
		},
		conversations: {
			type: 'object',
			required: ['messages', 'withThoseWhoLeft', 'hours'],
			properties: {
				messages: listOf({ person: id, with: id, by: id, words: perhapsText, at: moment, takenBackAt: perhapsMoment }),
				withThoseWhoLeft: listOf({ words: text, at: moment }),
				hours: {
					type: ['object', 'null'],
					required: ['reads', 'reached'],
					properties: { reads: text, reached: perhapsText },
				},
			},
		},
		files: listOf({
			...{ path: text, kind: text, type: text, with: text, about: perhapsId, words: perhapsText },
			...{ bytes: { type: 'integer' }, at: moment },
		}),
		drafts: listOf({ form: text, about: id, fields: { type: 'object' }, savedAt: moment }),
	},
} as const
