import { hasAPasskey } from '../coming-in.ts'
import { ago } from '../days.ts'
import type { Story } from '../story.ts'

/** How those who work here come in: with the lock of their phone, or a key that hangs on a ring. */
export function staff(story: Story): void {
	hasAPasskey(story, 'priya', 'My work phone', ago(150), ago(1))
	hasAPasskey(story, 'priya', 'The key on my ring', ago(20))
	hasAPasskey(story, 'ruth', 'My laptop', ago(182), ago(2))
}
