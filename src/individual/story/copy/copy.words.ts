import { defineWords } from '../../../platform/words.ts'

/** Printing a story and taking it along, said to the person whose it is. */
export const copyWords = defineWords('story-copy', {
	en: {
		person: {
			tab: 'My story',
			heading: 'Print it or take it with you',
			hint: 'This makes a copy of your whole story. It is for you. Nobody is sent it.',
			namesHeading: 'Names of other people',
			namesHint: 'Write what should stand in place of a name. “My sister.” Leave it empty to keep the name.',
			name: 'A name',
			instead: 'What stands in its place',
			toPage: 'Show it as a page to print',
			toPacket: 'Get it with its photos and sound',
			toText: 'Get it as plain words',
			toFile: 'Get it as a page of words',
			shared: 'This is someone else’s device. A file stays on it, so we only show you the page here.',
			toData: 'Get it as a file for another program',
			tooLong: 'Make it shorter',
			unreadable: 'We cannot keep one of the characters. Type it again.',
			// The copy
			title: 'My story',
			by: 'By {name}. Copied on {day}.',
			print: 'Print this page with your browser. We do not keep it.',
			moments: 'Moments',
			tellings: 'As I told it',
			beside: 'What {name} put beside it',
			reply: 'I answered:',
			calms: 'What calms me',
			rings: 'Who I can ring',
			where: 'Where:',
			felt: 'How it felt:',
			says: 'What it says about me:',
			hard: 'This is hard for me.',
			hoped: 'I hope for this.',
			heard: 'Someone wrote this down. I have not said that the words are mine.',
			nothing: 'Nothing yet.',
		},
	},
})
