/** How people write numbers and addresses, as the one way in which we keep them; nothing where it cannot be one. */

const ukMobile = /^\+447\d{9}$/
/** The shape that all numbers in the world have (ITU-T E.164). */
const anyNumber = /^\+[1-9]\d{7,14}$/

/** A number with its country: `07700 900123` is `+447700900123`. Numbers of the United Kingdom must be mobile ones. */
export function mobileNumber(written: string): string | undefined {
	const digits = written
		.trim()
		.replace(/\(0\)/, '')
		.replaceAll(/[\s().\-/]/g, '')
	const whole = digits.replace(/^00/, '+').replace(/^(?:44)?0?(?=7\d{9}$)/, '+44')
	if (whole.startsWith('+44')) return ukMobile.test(whole) ? whole : undefined
	return anyNumber.test(whole) ? whole : undefined
}

/** An e-mail address; whether it is somebody's, only a code can tell. */
export function emailAddress(written: string): string | undefined {
	const [, local, domain] = written.trim().match(/^([^\s<>()[\]\\,;:"@]{1,64})@([^\s@<>,;:"]{1,190})$/) ?? []
	if (!local || !domain || !/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain)) {
		return undefined
	}
	return `${local}@${domain.toLowerCase()}`
}

const postcode = /^([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})$/i
const fewestLines = 3
const mostLines = 7

/** An address for letters: three to seven lines, the last one a postcode of the United Kingdom. */
export function letterAddress(written: string): string | undefined {
	const lines = written
		.split('\n')
		.map((line) => line.trim().replaceAll(/\s+/g, ' '))
		.filter((line) => line !== '')
	const [, outward, inward] = lines.pop()?.match(postcode) ?? []
	if (!outward || !inward || lines.length + 1 < fewestLines || lines.length + 1 > mostLines) return undefined
	return [...lines, `${outward} ${inward}`.toUpperCase()].join('\n')
}
