import { MustBeSure } from '../../platform/http/mistakes.ts'
import type { Visitor } from '../../platform/http/visitor.ts'

/** How long somebody who has shown that it is them need not show it again. Milliseconds. */
const sureFor = 10 * 60 * 1000

/**
 * Before something that whoever has picked up an unlocked phone must not do.
 *
 * @param where the page to come back to, when this is not one
 * @throws MustBeSure unless the visitor has lately shown that it is them
 */
export function mustBeSure(visitor: Visitor | undefined, where?: string): void {
	const since = visitor?.steppedUpAt?.getTime() ?? 0
	if (Date.now() - since > sureFor) throw new MustBeSure(where)
 * @param back where to come back to, when the address itself shows nothing
 * @throws MustBeSure unless the visitor has lately shown that it is them
 */
export function mustBeSure(visitor: Visitor | undefined, back?: string): void {
	const since = visitor?.steppedUpAt?.getTime() ?? 0
	if (Date.now() - since > sureFor) throw new MustBeSure(back)
}
