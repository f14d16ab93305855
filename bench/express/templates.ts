import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

const here = fileURLToPath(new URL('views/', import.meta.url))
const govuk = fileURLToPath(new URL('../../node_modules/govuk-frontend/dist', import.meta.url))
const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Nunjucks as in production: every template is read and compiled once. */
export function openTemplates() {
	const loader = new nunjucks.FileSystemLoader([here, govuk], { noCache: false, watch: false })
	return new nunjucks.Environment(loader, { autoescape: true }).addFilter('day', (day) =>
		long.format(new Date(`${day}T12:00:00Z`)),
	)
}
