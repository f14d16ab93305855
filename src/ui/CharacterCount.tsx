import { Hint } from './Hint.tsx'
import { type Attributes, spaced } from './markup.ts'
import { useSay } from './say.ts'
import { Textarea, type TextareaProps } from './Textarea.tsx'

type CharacterCountProps = TextareaProps & {
	/** The most that may be written, in characters as a reader counts them (graphemes). */
	maxlength: number
	/** From how many percent of the limit on the count is shown. */
	threshold?: number
}

const spokenCount = { count: '%{count}' }

/** A textarea that says how much may be written and, with script, how much is left. The server holds the limit. */
export function CharacterCount({ maxlength, threshold, formGroup, ...field }: CharacterCountProps) {
	const say = useSay()
	const id = field.id ?? field.name
	const attributes: Attributes = {
		'data-module': 'character-count',
		'data-maxlength': maxlength,
		'data-threshold': threshold,
		'data-i18n.characters-under-limit.one': say('charactersLeftOne', spokenCount),
		'data-i18n.characters-under-limit.other': say('charactersLeftOther', spokenCount),
		'data-i18n.characters-at-limit': say('charactersNoneLeft'),
		'data-i18n.characters-over-limit.one': say('charactersOverOne', spokenCount),
		'data-i18n.characters-over-limit.other': say('charactersOverOther', spokenCount),
		...formGroup?.attributes,
	}
	return (
		<Textarea
			{...field}
			describedBy={`${id}-info`}
			formGroup={{ class: spaced('character-count', formGroup?.class), attributes }}
			class={spaced('js-character-count', field.class)}
			after={
				<Hint id={`${id}-info`} class="character-count__message">
					{say('charactersLimit', { count: maxlength })}
				</Hint>
			}
		/>
	)
}
