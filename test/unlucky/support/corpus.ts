/** Words that are hard to keep: each is either shown again exactly, or refused in one plain sentence. */
export type Hostile = { readonly called: string; readonly text: string }

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join('\n')

/** Short enough for every field, and words to whoever wrote them. */
export const shown: readonly Hostile[] = [
	{ called: 'emoji joined to one', text: '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇬🇧 1️⃣' },
	{ called: 'right-to-left and its overrides', text: '\u202Egnp.exe\u202C \u2067مرحبا\u2069 שלום \u200Fabc' },
	{ called: 'a letter with 12,000 marks', text: `a${'\u0301'.repeat(12_000)}` },
	{ called: 'composed and decomposed', text: 'e\u0301 é A\u030A Å \u1E9B\u0323' },
	{ called: 'signs beyond the first plane', text: '𝒜𐍈 \u{10FFFF} \uFFFF ﷺ a\uFEFFb a\u00ADb\u2028c\u2029d' },
	{ called: 'control characters', text: 'a\u0001\u0007\u001B[31m\u007F\u0085b\tc\vd\fe' },
	{ called: 'a script', text: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
	{ called: 'the end of an attribute', text: `"><svg onload=alert(1)> ' onfocus=alert(1) x="` },
	{ called: 'the end of a field', text: '</textarea></bdi></blockquote><!-- --><![CDATA[ ]]></script>' },
	{ called: 'entities', text: '&amp; &lt;b&gt; &#0; &#xD800; &nbsp &copy; &' },
	{ called: 'template braces', text: `{{7*7}} \${7*7} {name} {most, number} <%= 1 %> #{1} %s $& $1 $\` {` },
	{
		called: 'braces and apostrophes of messages',
		text: "it''s '{' {name, plural, one {#} other {'}'}} <b>{day}</b> '",
	},
	{ called: 'quotes and backslashes', text: `"'\`\\ \\n \\u0000 \\x00 \\' „“ ‘’ « » \\` },
	{ called: 'SQL', text: "'); drop table outcome; -- $$ $1 E'\\x00' /* ; :name ?" },
	{ called: 'JSON', text: '{"__proto__":{"own":1},"constructor":null,"a":"\\u0000\\ud800"}' },
	{ called: 'the name of a prototype', text: '__proto__' },
	{ called: 'a word that is no word', text: 'null' },
	{ called: 'a nought', text: '0' },
	{ called: 'percent signs', text: '100% %41 %00 %zz a+b &x=y;z' },
	{ called: 'line breaks of every kind', text: 'one\r\n\r\ntwo\rthree\n\n\n  four\n\t five' },
	{ called: 'line breaks first', text: '\n\nfirst' },
	{ called: 'one very long word', text: 'x'.repeat(480) },
	{ called: 'an address and a formula', text: '=cmd|calc javascript:alert(1) //elsewhere.example/?a=1#b' },
]

/** Nothing to read, too much of it, or what no database keeps. */
export const refused: readonly Hostile[] = [
	{ called: '10,000 lines', text: lines(10_000) },
	{ called: 'one word of 30,000 letters', text: 'y'.repeat(30_000) },
	{ called: 'a letter with 60,000 marks', text: `a${'\u0301'.repeat(60_000)}` },
	{ called: 'a million letters', text: 'z'.repeat(1_000_000) },
	{ called: 'only spaces', text: ' \t\n\u00A0\u2003 ' },
	{ called: 'only signs without width', text: '\u200B\u200C\u200D\u2060\uFEFF\u200E' },
	{ called: 'NUL', text: 'before\0after it' },
]

/** A form's value in bytes that stand for no text at all. `%00` and the rest are written as they go over the wire. */
export const unreadable: readonly { called: string; value: string | Buffer }[] = [
	{ called: 'half a sign', value: '%ED%A0%80' },
	{ called: 'half a sign among words', value: 'caf%C3%A9+and%ED%A0%80+more' },
	{ called: 'both halves, each by itself', value: 'two%ED%A0%BD%ED%B8%80halves' },
	{ called: 'a sign cut off', value: 'cut+off+%F0%9F%98' },
	{ called: 'NUL in two bytes', value: 'two+bytes+%C0%80' },
	{ called: 'another encoding', value: 'caf%E9+words' },
	{ called: 'half a sign, raw', value: Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]) },
	{ called: 'another encoding, raw', value: Buffer.from('café words', 'latin1') },
	{ called: 'a byte order mark of another encoding, raw', value: Buffer.from([0xff, 0xfe, 0x61, 0x00]) },
]

/** How we keep words: one sign for a line break, and no space at the ends. */
export const kept = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** How words come back that cannot be kept: what no page can hold is left out. */
export const givenBack = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()
