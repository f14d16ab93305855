const boundary = 'a-boundary-that-is-in-no-file'

/** A form with a file in it, as a browser sends it: the fields first, then the file, then what stands behind it. */
export function formWith(fields: Readonly<Record<string, string>>, file: Buffer | undefined, name = 'whatever.bin') {
	const field = ([called, value]: [string, string]) =>
		`--${boundary}\r\ncontent-disposition: form-data; name="${called}"\r\n\r\n${value}\r\n`
	const { words, ...first } = fields
	const before = Object.entries(first).map(field).join('')
	const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
	const behind = words === undefined ? '' : field(['words', words])
	const payload = Buffer.concat([
		Buffer.from(before + (file ? head : '')),
		file ?? Buffer.alloc(0),
		Buffer.from(`${file ? '\r\n' : ''}${behind}--${boundary}--\r\n`),
	])
	return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
