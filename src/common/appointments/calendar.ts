/**
 * An entry for a phone's own calendar (RFC 5545): when, and nothing else that tells what it is. With a name it is called
 * "Meeting"; without one it has none that says anything.
 */
export function calendarEntry({
	id,
	startsAt,
	madeAt,
	name,
}: {
	id: string
	startsAt: Date
	madeAt: Date
	name: string
}): string {
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//A//EN',
		'BEGIN:VEVENT',
		`UID:${id}`,
		`DTSTAMP:${inUtc(madeAt)}`,
		`DTSTART:${inUtc(startsAt)}`,
		`SUMMARY:${name}`,
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	].join('\r\n')
}

const inUtc = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d{3}/g, '')
