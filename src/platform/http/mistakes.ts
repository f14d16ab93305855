/** Things that go wrong on the way to a page, each with the status it answers with. The pages' words are in common/frame. */
export class Mistake extends Error {
	readonly status: number
	constructor(status: number, message: string) {
		super(message)
		this.status = status
	}
}

/** There is no such thing, or none that the asker may know of: the answer is the same to the byte. */
export class NotFound extends Mistake {
	override name = 'NotFound'
	constructor() {
		super(404, 'not found')
	}
}

/** Nobody is signed in. */
export class NotSignedIn extends Mistake {
	override name = 'NotSignedIn'
	constructor() {
		super(401, 'not signed in')
	}
}

/** The form did not come from a page that we gave to this visitor. */
export class NotOurForm extends Mistake {
	override name = 'NotOurForm'
	constructor() {
		super(403, 'not our form')
	}
}

/** What was sent cannot be read as text or as a form. */
export class Unreadable extends Mistake {
	override name = 'Unreadable'
	constructor() {
		super(400, 'unreadable')
	}
}

/** Somebody else was quicker: what the form was about is no longer as it was. */
export class Overtaken extends Mistake {
	override name = 'Overtaken'
	/** Where it can be looked at as it is now. */
	readonly where: string
	constructor(where: string) {
		super(409, 'overtaken')
		this.where = where
	}
}

/** Staff whose area wants more than a secret have shown no more than that: first they add what is stronger, or use it. */
export class MustBeStronger extends Mistake {
	override name = 'MustBeStronger'
	constructor() {
		super(403, 'must show something stronger')
	}
}

/** Whoever holds the device must first show that it is them; then they come back to where they were. */
export class MustBeSure extends Mistake {
	override name = 'MustBeSure'
	/** Where they come back to; where they were, if that is a page. */
	readonly where: string | undefined
	/** A code that goes to a phone is not enough. */
	readonly needsMore: boolean
	constructor(where?: string, needsMore = false) {
		super(303, 'must show that it is them')
		this.where = where
		this.needsMore = needsMore
	}
}
