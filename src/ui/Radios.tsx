import { Choices, type ChoicesProps } from './Choices.tsx'

type RadiosProps = ChoicesProps & { value?: string | undefined }

/** A question with one answer. */
export function Radios({ value, ...props }: RadiosProps) {
	return <Choices kind="radios" chosen={value ? [value] : []} {...props} />
}
