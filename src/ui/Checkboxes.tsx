import { Choices, type ChoicesProps } from './Choices.tsx'

type CheckboxesProps = ChoicesProps & { values?: readonly string[] | undefined }

/** A question with any number of answers. */
export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
	return <Choices kind="checkboxes" chosen={values} {...props} />
}
