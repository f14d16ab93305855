import type { ComponentChildren } from 'preact'
import { type Attributes, spaced } from './markup.ts'

type Task = {
	title: ComponentChildren
	titleClass?: string
	href?: string
	hint?: ComponentChildren
	/** How it stands: words, or a `Tag`. */
	status?: ComponentChildren
	statusClass?: string
	class?: string
}

type TaskListProps = {
	items: readonly (Task | false | null | undefined)[]
	idPrefix?: string
	class?: string
	attributes?: Attributes
}

/** Parts of something larger and how each stands; the person, not the program, calls a part finished. */
export function TaskList({ items, idPrefix = 'task-list', class: classes, attributes }: TaskListProps) {
	return (
		<ul class={spaced('task-list', classes)} {...attributes}>
			{items.map((item, index) => item && <TaskItem id={`${idPrefix}-${index + 1}`} item={item} />)}
		</ul>
	)
}

function TaskItem({ id, item }: { id: string; item: Task }) {
	const { title, titleClass, href, hint, status, statusClass, class: classes } = item
	return (
		<li class={spaced('task-list__item', href && 'task-list__item--with-link', classes)}>
			<div class="task-list__name-and-hint">
				{href ? (
					<a
						class={spaced('link task-list__link', titleClass)}
						href={href}
						aria-describedby={spaced(Boolean(hint) && `${id}-hint`, `${id}-status`)}
					>
						{title}
					</a>
				) : (
					<div class={titleClass}>{title}</div>
				)}
				{hint && (
					<div id={`${id}-hint`} class="task-list__hint">
						{hint}
					</div>
				)}
			</div>
			<div class={spaced('task-list__status', statusClass)} id={`${id}-status`}>
				{status}
			</div>
		</li>
	)
}
