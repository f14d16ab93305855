import { MustBeStronger, MustBeSure } from '../../platform/http/mistakes.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

/** Where to come back to: only a path of our own. */
export const ourPath = (to: unknown): string => (typeof to === 'string' && /^\/(?:[\w-][\w/-]*)?$/.test(to) ? to : '/')

/**
 * Before how staff come in is changed, where their area wants more than a secret and they have shown no more than that: else
 * whoever guessed the secret could put their own in its place, or be the first to add anything. A card was given to them by
 * hand, so it may.
 *
 * @throws MustBeStronger
 */
export function mustNotBeWeaker(visitor: Visitor | undefined): void {
	if (visitor?.mustBeStronger && visitor.assurance !== 'card') throw new MustBeStronger()
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

/** Whether somebody came in by themselves: not with a card, which another gave them, and not together with another. */
export const cameInAlone = ({ assurance }: Visitor): boolean => assurance !== 'card' && assurance !== 'together'

/**
 * Before something that whoever has picked up an unlocked phone must not do.
 *
 * @param where the page to come back to, when this is not one
 * @throws MustBeSure unless the visitor has lately shown that it is them
 */
export function mustBeSure(visitor: Visitor | undefined, where?: string): void {
	if (!visitor?.isSure) throw new MustBeSure(where)
}
