import { defineWords } from '../../platform/words.ts'

/** Photos and voice notes: how they are added, played, looked at and deleted. */
export const fileWords = defineWords('files', {
	en: {
		anyone: {
			// Adding one
			photo: 'Choose a photo',
			photoHint: 'Up to {most} MB. We take out where and when it was taken.',
			voice: 'Choose a voice note that you have',
			voiceHint: 'Up to {most} MB. We take out all but the sound, such as a place.',
			seen: 'What is to be seen?',
			seenHint: 'These words are read out to people who cannot see the photo.',
			wordsBeside: 'A few words with it',
			wordsBesideHint: 'You do not need any. Your voice is enough.',
			keep: 'Keep it',
			// Recording
			recordHere: 'Record it here',
			howLong: 'You can talk for up to {most} minutes. Nothing is kept before you press “Keep it”.',
			record: 'Record',
			pause: 'Pause',
			goOn: 'Go on',
			stop: 'Stop',
			throwAway: 'Delete it and start again',
			listen: 'Your recording',
			listening: 'We are recording.',
			paused: 'Paused. Nothing is recorded now.',
			recorded: 'Listen to it. Then keep it or delete it.',
			thrownAway: 'It is deleted.',
			refused: 'We cannot use your microphone. Choose a voice note that you have.',
			sending: 'We are keeping it. Stay on this page.',
			failed: 'It is not kept yet. Your recording is still on this page. Try again.',
			onDevice: 'Put it on this device',
			// What there is to put right
			photo_nothing: 'Choose a photo',
			voice_nothing: 'Record something, or choose a voice note',
			photoTooLarge: 'That photo is too large. Choose one of {most} MB or less.',
			voiceTooLarge: 'That voice note is too long. Choose one of {most} MB or less.',
			photo_unreadable: 'We cannot read that as a photo. Choose a JPEG or PNG photo.',
			heic: 'That photo is a HEIC, which we cannot read. Send it to yourself as a JPEG, and choose that.',
			voice_unreadable: 'We cannot read that as a voice note. Choose another kind, such as MP3 or M4A.',
			notHere: 'We cannot keep photos here now. You can keep words or a voice note.',
			full: 'You keep {most} MB here, which is all we can. Delete something first.',
			tooOften: 'That was a lot in one hour. Wait a little and try again.',
			wordsTooLong: 'Use {most, number} characters or fewer.',
			wordsUnreadable: 'We cannot keep one of the characters. Type the words again.',
			// On a page
			aPhoto: 'A photo, kept on {day}',
			aVoice: 'A voice note, kept on {day}',
			getPhoto: 'Get the photo',
			getVoice: 'Get the sound file',
			delete: 'Delete it',
			deleteHint: 'It is gone for good. We cannot get it back.',
			kept: 'It is kept.',
			deleted: 'It is deleted.',
			// Taken along
			takeHeading: 'My photos and voice notes',
			none: 'None.',
		},
	},
	'en-x-easy': {
		anyone: {
			photoHint: 'Up to {most} MB. We take out the place and the day.',
			seenHint: 'We read these words to people who cannot see it.',
		},
	},
})
