/** What no subject, sender, preview or text may say: whoever holds the phone would know what it is about. */
const words =
	/\b(?:probation|parole|offen[cs]es?|offenders?|offending|courts?|justice|orders?|prisons?|jail|custody|licen[cs]es?|sentences?|crimes?|criminals?|convict\w*|police|officers?|practitioners?|supervis\w*|supporters?|social work\w*|desist\w*|rehabilitat\w*|plans?|outcomes?|appointments?|breach\w*|community payback)\b/i

/** The word in this text that gives away what it is about, if there is one. Addresses of machines count too, part by part. */
export function givesAway(text: string): string | undefined {
	return words.exec(text.replaceAll(/[._@/:-]/g, ' '))?.[0]
}
