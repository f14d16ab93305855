import { MustBeStronger, MustBeSure } from '../../platform/http/mistakes.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

/** How long somebody who has shown that it is them need not show it again. Milliseconds. */
const sureFor = 10 * 60 * 1000

/**
 * Before how somebody comes in is changed, where they have something stronger than a secret and have shown no more than that:
 * else whoever guessed the secret could put their own in its place. A card was given to them by hand, so it may.
 *
 * @throws MustBeStronger
 */
export function mustNotBeWeaker(visitor: Visitor | undefined, hasStronger: boolean): void {
	if (visitor?.mustBeStronger && hasStronger && visitor.assurance !== 'card') throw new MustBeStronger()
}

/**
 * Before something that whoever has picked up an unlocked phone must not do.
 *
 * @param where the page to come back to, when this is not one
 * @throws MustBeSure unless the visitor has lately shown that it is them
 */
export function mustBeSure(visitor: Visitor | undefined, where?: string): void {
	const since = visitor?.steppedUpAt?.getTime() ?? 0
	if (Date.now() - since > sureFor) throw new MustBeSure(where)
}
