/** A line ends where one of these does. */
const ends = /<\/(?:p|h1|h2|h3|li|figcaption|dt|dd)>/g
const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" }

/** A page of ours as plain words: what it says, a line for each. */
export function asText(html: string): string {
	const body = html.slice(html.indexOf('<body>'))
	const lines = body.replace(ends, '\n').replace(/<[^>]*>/g, '')
	const words = lines.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => signs[name] ?? '')
	return `${words.replace(/\n{3,}/g, '\n\n').trim()}\n`
}
