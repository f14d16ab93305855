import { MustBeStronger, MustBeSure } from '../../platform/http/mistakes.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

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
 * Before something that changes how somebody comes in, or where they are reached: a code is not enough, for whoever holds the
 * phone has the code too, and would keep the account.
 *
 * @param where the page to come back to, when this is not one
 * @throws MustBeSure unless the visitor has lately shown by more than a code that it is them
 */
export function mustBeSurer(visitor: Visitor | undefined, where?: string): void {
	if (!visitor?.isSure || visitor.isSureByCode) throw new MustBeSure(where, true)
}

/**
 * Before something that whoever has picked up an unlocked phone must not do.
 *
 * @param where the page to come back to, when this is not one
 * @throws MustBeSure unless the visitor has lately shown that it is them
 */
export function mustBeSure(visitor: Visitor | undefined, where?: string): void {
	if (!visitor?.isSure) throw new MustBeSure(where)
}
