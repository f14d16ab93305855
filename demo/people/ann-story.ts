import { ago, inDays } from '../days.ts'
import { putsAPhotoWith, speaksOf } from '../files.ts'
import { asksWitness, beginsAStory, opensPart, putsBeside, putsTogether, tells, tellsChapter } from '../my-story.ts'
import type { Plan } from '../story.ts'

/** Ann's story: begun with a bus, and with every way of saying when. */
export function annsStory(plan: Plan): void {
	beginsAStory(plan, ago(60), {
		born_year: 1986,
		calms: 'Cold water on my wrists. The first page of any book.',
		rings: 'Linda, at any hour. 0151 496 0101.',
	})
	const gran = tells(plan, ago(60), 'gran', 'She let me stir. There was always one more plate than people.', {
		...{ title: 'The kitchen at my gran’s', time_kind: 'age', age: 7, around: true },
		...{ place: 'Third floor, with the window open', mood: 'Warm.', says_of_me: 'I like it when people eat.' },
	})
	const letter = tells(plan, ago(58), 'college', 'They had a place for me. I kept the letter in a shoe.', {
		...{ title: 'The letter from the college', time_kind: 'year', year: 2004 },
	})
	tells(plan, ago(55), 'before-letter', 'I cooked for eleven at the youth club, on two rings.', {
		...{ title: 'Eleven plates', time_kind: 'before', beside: letter, says_of_me: 'I do not leave anyone out.' },
	})
	const night = tells(plan, ago(50), 'night', 'I walked home the long way because I did not want to be found.', {
		...{ time_kind: 'month', year: 2017, month: 11, hard: true },
	})
	tells(plan, ago(48), 'kept', 'There is one I keep to myself.', { time_kind: 'not_saying' })
	tells(plan, ago(48), 'sea', 'We saw the sea. I was small enough to be carried.', { time_kind: 'not_sure' })
	const choir = tells(plan, ago(40), 'choir', 'Mo kept a chair for me and did not ask where I had been.', {
		...{ title: 'A chair at the choir', time_kind: 'year', year: 2023, around: true, place: 'The hall on Weir Street' },
	})
	tells(plan, ago(39), 'after-choir', 'I brought soup the week after. The pot came back clean.', {
		...{ time_kind: 'after', beside: choir, title: 'Soup' },
	})
	const rang = tells(plan, ago(20), 'rang', 'I rang Linda before I did anything else. Linda came.', {
		...{ title: 'I rang first', time_kind: 'day', year: 2025, month: 2, day: 8, says_of_me: 'I can stop and ring.' },
	})
	tells(plan, ago(3), 'bus', 'The bus came, and I had a seat by the window. I read two pages.')
	const table = tells(plan, ago(2), 'table', 'A table in my own kitchen, and six of us round it.', {
		...{ hoped: true, time_kind: 'year', year: new Date(plan.story.now).getUTCFullYear() + 1, around: true },
	})

	speaksOf(plan, gran, ago(59), 'The song that Linda and I had for stirring.')
	speaksOf(plan, night, ago(49))
	putsAPhotoWith(plan, choir, ago(38), 'The bench by the water. Mo and I eat our soup there.')

	const years = putsTogether(plan, ago(58), 'chapter', 'gran', 'The years at my gran’s', { moments: [gran] })
	tellsChapter(plan, ago(58), years, 'I was sent to my gran because nobody else would have me.')
	tellsChapter(plan, ago(6), years, 'My gran took me in. She wanted me there. I learned to feed people.')
	const feeds = putsTogether(plan, ago(38), 'thread', 'feeds', 'The one who feeds people', {
		moments: [gran, choir, table],
		says: 'Wherever I am, I make room for one more.',
	})
	putsTogether(plan, ago(30), 'name', 'waste', '“A waste of space”', {
		...{ who: 'A teacher. Later it was me.', did: 'I stopped putting my hand up.' },
		...{ instead: 'I take up a chair, and I bring soup.', moments: [choir, rang] },
	})
	putsTogether(plan, ago(29), 'trouble', 'fog', 'The fog', {
		...{ did: 'It says stay in bed, nobody will notice.', promises: 'Quiet.' },
		...{ weaker: 'When I have cooked. When someone waits for me.', who: 'Linda and Mo.', moments: [rang] },
	})
	putsTogether(plan, ago(28), 'value', 'nephews', 'My nephews having a place to come to', {
		...{ sort: 'relationship', cost: 'They would stop asking when.' },
	})
	putsTogether(plan, ago(28), 'value', 'work', 'To be tired from work and not from worry', { sort: 'hope' })
	putsTogether(plan, ago(27), 'becoming', 'aunt', 'An aunt who has them round', {
		...{ who: 'Linda, who tells them I am coming.', moments: [rang, table] },
	})

	opensPart(plan, feeds, 'feeds', {
		...{ to: 'linda', from: ago(36), until: inDays(60), looked: ago(34) },
		purpose: 'So that you know what I think of when I cook.',
	})
	asksWitness(plan, feeds, 'linda', ago(35))
	putsBeside(plan, feeds, 'linda', ago(33), {
		heard: 'You made room before anyone asked.',
		touched: 'I had to sit down on the stairs.',
		reminds: 'I still put out one plate too many.',
		will: 'I will bring the big pot.',
		reply: 'Bring it on Sunday.',
		kept: true,
	})
	opensPart(plan, years, 'gran', {
		...{ to: 'priya', from: ago(5), until: inDays(40), looked: ago(4) },
		purpose: 'Before we talk about my mother.',
	})
	putsBeside(plan, years, 'priya', ago(4), {
		words: 'I noticed that you told it in two ways, and both have the plates.',
	})
}
