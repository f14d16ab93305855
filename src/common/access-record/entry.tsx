import type { Reader } from '../../platform/words.ts'
import type { Hand } from '../../ui/Voice.tsx'
import { VoiceLine } from '../../ui/Voice.tsx'
import { type Act, kinds } from './access-record.queries.ts'
import type { Told } from './record.queries.ts'
import { recordWords } from './record.words.ts'
import { entryWords } from './record-entries.words.ts'

/** Who reads what was done: the person, by others or by themselves; the one who did it; a lead. */
export type EntryVoice = 'person' | 'own' | 'asked' | 'lead'

/** What was done, by whose hand. */
type Done = { act: Act; what: string; who: Told | undefined }

/** What was done, in one sentence. A kind that we have no words for is told all the same. */
export function sentenceOf({ act, what, who }: Done, { locale, voice }: Reader<EntryVoice>): string {
	const kind = kinds.find((one) => one === what)
	const name = voice === 'person' || who?.kind === 'left' ? calledByPerson(who, locale) : (who?.name ?? '')
	return entryWords({ locale, voice })(kind ? `${act}_${kind}` : act, { name })
}

/** What the person is told to call somebody in their record: a name, or for those in danger a role. */
export function calledByPerson(who: Told | undefined, locale: Reader['locale']): string {
	const say = recordWords({ locale, voice: 'person' })
	const kind = who?.kind ?? 'someone'
	return who?.name ? say(`called_${kind}`, { name: who.name }) : say(`role_${kind}`)
}

/** With which mark somebody in a record is shown: those who work for the service with theirs. */
export function handOf(who: Told | undefined): Hand {
	const ofService = ['my_practitioner', 'my_former_practitioner', 'practitioner', 'lead']
	return who && ofService.includes(who.kind) ? 'practitioner' : 'third'
}

/** What was done, behind the mark of whose hand it was. */
export function EntryLine({ done, reader, hand }: { done: Done; reader: Reader<EntryVoice>; hand: Hand }) {
	return <VoiceLine hand={hand}>{sentenceOf(done, reader)}</VoiceLine>
}
