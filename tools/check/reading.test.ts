import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertReads, longestSentence, readingGrade, runningText } from './reading.ts'
import { syllables } from './syllables.ts'

/** Words by the syllables that a dictionary gives them. */
const spoken: Readonly<Record<number, string>> = {
	1: 'the time said asked times work whole through eight real used lives were whose moved helped reached world once 2027',
	2: 'people table agree agreed wanted pages going something person outcome propose access being trying different quiet didn’t wouldn’t reason service answer withdraw special nation social busy likely hopeful watches changes someone opened doing poem',
	3: 'area idea together agreement usual family family’s history opening important anyone everything everyone appointment Saturday musical proposal supporter diary video radio serious created obvious previous various actual telephone',
	4: 'practitioner contribution information relationship situation reality material usually January conversation education experience society community disagreement',
	5: 'opportunity cooperative university possibility',
}

test('syllables are counted as a dictionary counts them', () => {
	for (const [count, words] of Object.entries(spoken)) {
		for (const word of words.split(' ')) assert.equal(syllables(word), Number(count), word)
	}
})

const near = (actual: number, expected: number, by: number) =>
	assert.ok(Math.abs(actual - expected) <= by, `${actual} is not within ${by} of ${expected}`)

test('the Flesch-Kincaid grade is the one worked out by hand', () => {
	// Six words of one syllable: 0.39 × 6 + 11.8 × 1 − 15.59.
	near(readingGrade('The cat sat on the mat.').grade, -1.45, 0.001)
	// Thirteen words, 26 syllables.
	const platypus = readingGrade('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.')
	near(platypus.grade, 0.39 * 13 + (11.8 * 26) / 13 - 15.59, 0.001)
	assert.equal(platypus.sentence, 13)
})

test('a speech that schoolbooks place about grade eleven is found about there', () => {
	// Abraham Lincoln, at Gettysburg, 1863: 271 words in ten sentences, of which these are the first five.
	const speech = `Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.
		Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure.
		We are met on a great battle-field of that war.
		We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives that that nation might live.
		It is altogether fitting and proper that we should do this.`
	near(readingGrade(speech).grade, 10, 1.5)
})

test('SMOG is the one worked out by hand', () => {
	const thirty = Array.from({ length: 30 }, () => 'The family sat.').join(' ')
	near(readingGrade(thirty).smog, 3.1291 + 1.043 * Math.sqrt(30), 0.001)
	near(readingGrade('The cat sat.').smog, 3.1291, 0.001)
})

test('sentences end at stops and lines, not at points inside numbers and times', () => {
	assert.equal(longestSentence('Come at 9.30 on 3/5/2027. Bring Ann’s book!'), 5)
	assert.equal(longestSentence('First line\nSecond line here'), 3)
	assert.equal(readingGrade('').grade, 0)
})

test('names that nobody chose count as one short word', () => {
	const text = 'Alexandria Constantinopoulou wrote this.'
	assert.ok(readingGrade(text).grade > readingGrade(text, { names: ['Alexandria Constantinopoulou'] }).grade)
	assert.equal(readingGrade(text, { names: ['Alexandria Constantinopoulou'] }).words, 3)
})

const page = (main: string) =>
	`<!DOCTYPE html><html lang="en-GB"><head><title>Not read</title></head><body><main><h1>A heading</h1>${main}</main></body></html>`

test('running text is what stands in paragraphs, lists, hints, legends, labels and buttons', () => {
	const html = page(`<p>You and <bdi>Ann</bdi> agree.<br/>Well &amp; good.</p><ul><li>One thing</li></ul>
		<form><fieldset><legend>Which day?</legend><div class="hint" id="h">Such as 3/5/2027</div>
		<label for="a">The day</label><textarea id="a">A conversation of theirs</textarea><button>Go on</button></fieldset></form>
		<blockquote><p>Their own words</p></blockquote><p data-own-words>Theirs too</p><p>Ann wrote <span data-own-words>things</span> here.</p>
		<div>Not running</div><p hidden>Not shown</p><script src="/a.js"></script>`)
	assert.equal(
		runningText(html),
		[
			'You and Ann agree. Well & good.',
			'One thing',
			'Which day?',
			'Such as 3/5/2027',
			'The day',
			'Go on',
			'Ann wrote here.',
		].join('\n'),
	)
})

test('a page is refused for its grade, for its long words, for a long sentence and for having nothing to read', () => {
	const most = { grade: 6, smog: 10, sentence: 15 }
	assertReads(page('<p>Say what you want to work on. We will look at it as one.</p>'), most)
	assert.throws(
		() => assertReads(page('<p>Contributions necessitate practitioner authorisation.</p>'), most),
		/The grade is/,
	)
	const many = 'If you go to the shop and then to the park you can sit down with us.'
	assert.throws(() => assertReads(page(`<p>${many}</p>`), most), /A sentence has 17 words: "If you go/)
	const smog = 'My family can go to see it. The family is at home as well. A family can be so big.'
	assert.throws(() => assertReads(page(`<p>${smog}</p>`), { ...most, smog: 8 }), /SMOG is 8\.8/)
	assert.throws(() => assertReads(page(''), most), /no running text/)
})
