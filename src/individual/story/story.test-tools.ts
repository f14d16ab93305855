/** Ann's story of the demonstration, through the door people use. */
import { idOf } from '../../../demo/ids.ts'
import type { Browser } from '../../../test/support/place.ts'
import { newId } from '../../platform/database/values.ts'
import { routes } from '../../routes.ts'

export const person = idOf('ann')
export const here = routes.story.show.href({ person })
export const momentOf = (name: string) => ({ person, moment: idOf(`ann/moments/${name}`) })
export const partOf = (key: string) => ({ person, piece: idOf(`ann/story/${key}`) })

/** Keeps words on a page of one question. Answers with the id that what it makes has. */
export async function keep(browser: Browser, href: string, fields: Record<string, string>, once = newId()) {
	const answer = await browser.post(href, { step: 'share', once, ...fields })
	return { once, answer }
}
