/** How the list of what is to do is looked at, as its address says it. */
import { workbench } from '#contract/workbench.ts';

export const todoLights = ['overdue', 'urgent', 'soon', 'ample'] as const;

export type TodoView = {
  readonly order: 'kind' | 'due';
  readonly due: (typeof todoLights)[number] | undefined;
};

/** Reads an address; what it cannot say properly is left out rather than refused. */
export const readTodo = (search: Readonly<Record<string, unknown>>): TodoView => {
  const due = workbench.query.shape.due.safeParse(search['due']);
  return { order: search['order'] === 'due' ? 'due' : 'kind', due: due.success ? due.data : undefined };
};

/** Its fields of the address; the usual order is not written. */
export const writeTodo = ({ order, due }: TodoView): { order?: string; due?: string } => ({
  ...(order === 'kind' ? {} : { order }),
  ...(due === undefined ? {} : { due }),
});
