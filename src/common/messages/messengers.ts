import { type Settings, SettingsMistake } from '../../platform/settings.ts'
import { givesAway } from './gives-away.ts'
import { mailMessenger } from './mail.ts'
import type { Messengers } from './messenger.ts'
import { notifyMessengers } from './notify.ts'

/**
 * The messengers that the settings name. None named, none there: messages then wait.
 *
 * @throws SettingsMistake when the sender's name would give something away
 */
export async function messengersOf({ mail, notify }: Pick<Settings, 'mail' | 'notify'>): Promise<Messengers> {
	const word = givesAway(mail?.from ?? '')
	if (word) {
		throw new SettingsMistake(
			`MAIL_FROM says "${word}", which whoever looks at the reader's phone would see. Choose a name and an address that give nothing away.`,
		)
	}
	return {
		...(notify && (await notifyMessengers(notify))),
		...(mail && { email: await mailMessenger(mail) }),
	}
}
