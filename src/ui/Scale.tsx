import type { ChoicesProps } from './Choices.tsx'
import { Radios } from './Radios.tsx'

type ScaleProps = Pick<ChoicesProps, 'legend' | 'hint' | 'errorMessage' | 'isPageHeading' | 'name'> & {
	value: string | undefined
}

const numbers = Array.from({ length: 11 }, (_, number) => String(number))

/** A number from 0 to 10, each within reach of a thumb. What 0 and 10 mean stands in the hint. */
export function Scale(props: ScaleProps) {
	return <Radios {...props} class="scale" items={numbers.map((value) => ({ value, text: value }))} />
}
