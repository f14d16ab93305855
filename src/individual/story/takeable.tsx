import type { Takeable } from '../../common/take-with-you/index.ts'
import { copyWords } from './copy/copy.words.ts'
import { StoryToRead } from './copy/StoryToRead.tsx'
import { storyJson } from './copy/story-json.ts'
import { readAll } from './copy/whole.queries.ts'

/** One's own story, as one takes it along with everything else. */
export const takeableStory: Takeable = {
	key: 'story',
	async read(tx, locale) {
		const all = await readAll(tx)
		const say = copyWords({ locale, voice: 'person' })
		return {
			json: storyJson(all),
			body: (
				<section>
					<h2>{say('title')}</h2>
					<StoryToRead all={all} locale={locale} files="in the packet" />
				</section>
			),
		}
	},
}
