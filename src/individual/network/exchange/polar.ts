import type { Level } from '../map.ts'

/** Where easyNWK puts somebody: the angle from the x axis in degrees, anticlockwise; 100 from the centre is its outer ring. */
export type Polar = { readonly angle: number; readonly distance: number }

/** How far the outer ring is from the middle of a picture of ours. */
const outerRing = 0.4
/** Beyond this nobody is put: it is the edge of the picture. */
const furthest = 125

/** A quarter of the circle for each part of life, from the x axis anticlockwise. */
const quarters: readonly string[] = ['family', 'friends', 'work', 'services']
/** Where each ring ends, from close to far; beyond the last one is outside the network. */
const rings: readonly (readonly [number, Level])[] = [
	[100 / 3, 3],
	[200 / 3, 2],
	[100, 1],
]

export function placeOf({ angle, distance }: Polar): { x: number; y: number } {
	const [radius, turn] = [(Math.min(distance, furthest) / 100) * outerRing, (angle / 180) * Math.PI]
	return { x: 0.5 + radius * Math.cos(turn), y: 0.5 - radius * Math.sin(turn) }
}

export function polarOf({ x, y }: { readonly x: number; readonly y: number }): Polar {
	const [right, up] = [x - 0.5, 0.5 - y]
	return { angle: (Math.atan2(up, right) * 180) / Math.PI, distance: (Math.hypot(right, up) / outerRing) * 100 }
}

/** The part of life of a place: nothing, in the very centre. */
export function quarterOf({ angle, distance }: Polar): string | undefined {
	return distance > 0 ? quarters[Math.floor((((angle % 360) + 360) % 360) / 90)] : undefined
}

export const closenessOf = ({ distance }: Polar): Level =>
	rings.find(([end]) => distance < end || distance === 100)?.[1] ?? 0

/** A place for whom nobody has put anywhere: in their quarter and ring, each of several a little further round. */
export function polarFor(part: string | undefined, closeness: Level | undefined, nth: number): Polar {
	const quarter = Math.max(0, quarters.indexOf(part ?? ''))
	// The golden part of a quarter, so that no two lie on each other.
	const angle = quarter * 90 + 5 + ((nth * 0.618034) % 1) * 80
	return { angle: angle > 180 ? angle - 360 : angle, distance: [110, 83, 50, 17][closeness ?? 2] ?? 50 }
}
