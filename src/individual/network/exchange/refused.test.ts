import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './cannot-read.ts'
import { readEasyNwk } from './easynwk.ts'
import { alter, canvas, nwk, refused } from './exchange.test-tools.ts'
import { exchangeWords } from './exchange.words.ts'
import { readGraphml } from './graphml.ts'
import { readOwn } from './own.ts'

test('a malformed file is refused, each by its name', () => {
	for (const json of ['', '{"ego":', 'N;1;Jo', '\u0000']) {
		refused(() => readEasyNwk(json), 'broken')
		refused(() => readOwn(json), 'broken')
	}
	for (const json of ['null', '[]', '{}', '{"versions":[]}', '{"ego":{},"alteri":[{}]}']) {
		refused(() => readEasyNwk(json), 'notEasyNwk')
		refused(() => readOwn(json), 'notOurs')
	}
	refused(() => readEasyNwk(JSON.stringify(nwk).replace('Another', '\\u0000')), 'notText')
	refused(() => readEasyNwk(JSON.stringify(nwk).replace('Another', '\\ud800')), 'notText')
	refused(() => textOf(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe])), 'notText')
	for (const xml of [
		'',
		'<graphml>',
		'<graphml></graph>',
		'<a>&lol;</a>',
		canvas().replace('nc:caseId="7"', 'nc:caseId="A&B "x""'),
	]) {
		refused(() => readGraphml(xml), 'broken')
	}
	for (const xml of ['<html/>', '<graphml/>', '<x><graphml><graph/></graphml></x>'])
		refused(() => readGraphml(xml), 'notGraphml')
	refused(() => readGraphml(`${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`), 'tooMuch')
})

test('an entity bomb and an address in a document type are refused, before anything is made of them', () => {
	const lols = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
	const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">${lols}]><graphml>&l9;</graphml>`
	const address = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><graphml>&x;</graphml>'
	for (const xml of [bomb, address, '<!DOCTYPE graphml><graphml/>']) refused(() => readGraphml(xml), 'instructions')
})

const megabytes = 1024 * 1024
test('up to ten megabytes are read or refused within a minute on a busy machine, and more is refused', {
	timeout: 60_000,
}, () => {
	refused(() => textOf(new Uint8Array(10 * megabytes + 1)), 'tooLarge')
	const long = 'x'.repeat(9.9 * megabytes)
	const [drawing] = readEasyNwk(textOf(Buffer.from(JSON.stringify({ ...nwk, alteri: [alter(1, { note: long })] }))))
	assert.equal(drawing?.nodes[0]?.note?.length, long.length)
	assert.equal(readGraphml(textOf(Buffer.from(canvas('', `<data key="e1">${long}</data>`)))).length, 1)
	const many = Array.from({ length: 20_000 }, (_, at) => alter(at))
	refused(() => readEasyNwk(JSON.stringify({ ...nwk, alteri: many })), 'tooMuch')
	refused(() => readGraphml(canvas('', many.map(({ id }) => `<node id="n${id}"/>`).join(''))), 'tooMuch')
	const edges = Array.from({ length: 120_000 }, () => '<edge source="1" target="2"/>').join('')
	assert.equal(readGraphml(canvas(edges))[0]?.pairs.length, 1)
	const connections = Array.from({ length: 150_000 }, () => ({ id1: 1, id2: 2 }))
	assert.equal(readEasyNwk(JSON.stringify({ ...nwk, connections }))[0]?.pairs.length, 1)
	const deep = JSON.stringify(nwk).replace('"edgeType":1', `"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`)
	refused(() => readEasyNwk(deep), 'tooMuch')
	const data = '<data key="p2_X">7</data>'.repeat(300_000)
	refused(() => readGraphml(canvas('', `<node id="9">${data}</node>`)), 'tooMuch')
	refused(() => readGraphml(canvas('', data)), 'tooMuch')
	const attributes = Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')
	refused(() => readGraphml(`<graphml ${attributes}/>`), 'tooMuch')
	const broken = `<graphml>${'<a b="c">'.repeat(15)}${'&amp;'.repeat(400_000)}`
	refused(() => readGraphml(broken), 'broken')
})

test('each reason is one plain sentence', () => {
	const say = exchangeWords({ locale: 'en', voice: 'anyone' })
	for (const why of [
		'tooLarge',
		'notText',
		'broken',
		'instructions',
		'notGraphml',
		'notEasyNwk',
		'notOurs',
		'tooMuch',
	] as const) {
		assert.match(say(why), /^[A-Z][^.!?]*\.$/)
	}
})
