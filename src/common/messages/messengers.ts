import { type Settings, SettingsMistake } from '../../platform/settings.ts'
import { givesAway } from './gives-away.ts'
import { mailMessenger } from './mail.ts'
import type { Messengers } from './messenger.ts'
import { notifyMessengers } from './notify.ts'

/**
 * The messengers that the settings name. None named, none there: messages then wait.
 *
 * @throws SettingsMistake when the sender's name, or the address that an invitation leads to, would give something away
 */
export async function messengersOf({
	mail,
	notify,
	publicUrl,
}: Pick<Settings, 'mail' | 'notify' | 'publicUrl'>): Promise<Messengers> {
	const word = givesAway(mail?.from ?? '')
	if (word) {
		throw new SettingsMistake(
			`MAIL_FROM says "${word}", which whoever looks at the reader's phone would see. Choose a name and an address that give nothing away.`,
		)
	}
	const inAddress = (mail || notify) && givesAway(publicUrl)
	if (inAddress) {
		throw new SettingsMistake(
			`PUBLIC_URL says "${inAddress}", and an invitation leads there: whoever looks at the reader's phone would see it. Choose an address that gives nothing away.`,
		)
	}
	return {
		...(notify && (await notifyMessengers(notify))),
		...(mail && { email: await mailMessenger(mail) }),
	}
}
