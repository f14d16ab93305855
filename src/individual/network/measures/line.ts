import { helpKinds, partsOfLife } from '../map.ts'

/** One sentence, and the list that belongs to it: names and kinds as people gave them, so they stand in `<bdi>`. */
export type Line = { readonly words: string; readonly list: readonly string[] }

/** How one on the map is shown: by name, or by what stands for it. Every sentence asks this and nothing else. */
export type Called = (id: string) => string

type KindKey = 'practical' | 'emotional' | 'company' | 'information' | 'money' | 'wayIn'
const helpKeys: Readonly<Record<(typeof helpKinds)[number], KindKey>> = {
	...{ practical: 'practical', emotional: 'emotional', company: 'company' },
	...{ information: 'information', money: 'money', 'a way in': 'wayIn' },
}

/** A kind of help as it is said: own words as they are. */
export function kindSaid(kind: string, say: (key: KindKey) => string): string {
	const offered = helpKinds.find((one) => one === kind)
	return offered ? say(helpKeys[offered]) : kind
}

/** A part of life as it is said: own words as they are. */
export function partSaid(part: string, say: (key: (typeof partsOfLife)[number]) => string): string {
	const offered = partsOfLife.find((one) => one === part)
	return offered ? say(offered) : part
}
