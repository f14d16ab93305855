type SoundProps = { label: string; src?: string; hidden?: boolean }

/** Somebody's voice, to play. It has no captions: what there is in words stands beside it, in theirs. */
export function Sound({ label, src, hidden }: SoundProps) {
	return <audio controls preload="none" src={src} hidden={hidden} aria-label={label} />
}
