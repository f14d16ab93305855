/** Crockford's 32 signs: none that looks like another, and no I, L, O or U. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** The code that the first twelve of these bytes make, 60 bits, in three groups: `7KQD-92MF-3XTA`. */
export function codeFrom(bytes: Uint8Array): string {
	const code = Array.from(bytes.subarray(0, length), (byte) => signs[byte % signs.length]).join('')
	return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as somebody typed it: any case, with or without lines and spaces, I and L for 1, O for 0. Nothing, when it is none. */
export function readCode(typed: string): string | undefined {
	const plain = typed
		.toUpperCase()
		.replaceAll(/[\s–—-]/g, '')
		.replaceAll(/[IL]/g, '1')
		.replaceAll('O', '0')
	return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? plain : undefined
}
