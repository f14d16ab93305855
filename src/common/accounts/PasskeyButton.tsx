import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/Button.tsx'

type Props = {
	/** Where the browser is told what to ask the device for. */
	begin: string
	ceremony: 'create' | 'get'
	/** Where the form goes with the device's answer, when that is not where it goes anyway. */
	action?: string
	/** What to do instead, for whoever has no script; it stands there until there is one. */
	without: string
	/** When the device gave nothing. */
	failed: string
	kind?: 'secondary'
	children: ComponentChildren
}

/** In a form: the press that asks the device for a passkey, and sends the form with its answer (`ui/browser/passkeys.ts`). */
export function PasskeyButton({ begin, ceremony, action, without, failed, kind, children }: Props) {
	return (
		<div data-module="passkey" data-begin={begin} data-ceremony={ceremony} data-failed={failed}>
			<input type="hidden" name="credential" />
			<p data-without>{without}</p>
			<Button {...(kind && { kind })} id="passkey" attributes={{ formaction: action, hidden: true }}>
				{children}
			</Button>
		</div>
	)
}
