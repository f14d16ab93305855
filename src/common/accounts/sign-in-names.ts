import { randomInt } from 'node:crypto'

/** Short words for things that nobody minds being called after. */
const words =
	`acorn amber anchor apple apron april arrow aspen autumn badger bakery barley basket beach beacon beech berry birch
	bird blue boat bonnet book boots bottle breeze brick bridge bright brook brown brush bucket butter button cabin candle canal
	canoe canvas carpet cedar chalk cherry clay cliff clock cloud clover coast cobalt comet copper coral corner cosy cotton cove
	cricket crown cup curtain daisy dance dawn deer denim desk dove drum dune eagle east echo elder elm ember fabric falcon farm
	feather fence fern ferry field finch fire flag flame flint flock flour flower flute forest fossil fox frost garden gate ginger
	glass glen globe gold grape grass gravel green grove gull hammer harbor harvest hawk hazel heather hedge heron hill hive holly
	honey horn house indigo iris island ivory ivy jacket jam jasmine jewel jug july june kettle kite kiwi ladder lagoon lake lamp
	larch lark laurel lavender leaf lemon lentil lily lime linen lion lodge loom maize mango maple marble march marsh meadow melon
	mill mint moon moss mountain nest north nutmeg oak oat ocean olive onion opal orange orchard otter owl paint palm paper parsley
	path peach pear pebble pencil pepper pigeon pillow pine plum pocket pond poppy potter prairie puffin quartz quilt rabbit rain
	raven reed ribbon river robin rocket roof rope rose ruby saddle saffron sage sail salmon salt sand satin scarf seal seed shell
	shore silk silver sky slate snow soap spoon spring sprout square squirrel star steam stone stream sugar summer sun swallow swan
	table tea thistle thrush thyme tide tiger timber toast tower trail tree trout tulip tunnel turnip valley velvet violet wagon
	walnut water wave wheat whistle willow window winter wolf wood wool wren yarn yellow zebra`.split(/\s+/)

const pick = (): string => words[randomInt(words.length)] ?? ''

/** Names to sign in with, such as `robin-lamp-482`: made by chance, so that they tell nothing of whose they are. */
export function newSignInNames(howMany = 5): string[] {
	return Array.from({ length: howMany }, () => `${pick()}-${pick()}-${String(randomInt(1000)).padStart(3, '0')}`)
}

/** A sign-in name as somebody typed it: any case, spaces for lines. */
export const readSignInName = (typed: string): string =>
	typed
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_–—-]+/g, '-')
