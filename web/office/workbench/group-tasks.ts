import type { ResponseOf } from '#contract/endpoint.ts';
import type { workbench } from '#contract/workbench.ts';

export type Task = ResponseOf<typeof workbench>['items'][number];
export type TaskGroup = {
  readonly kind: Task['kind'];
  readonly tasks: readonly Task[];
  readonly overdue: number;
};

/** How pressing each light is; what has no date comes after what has one. */
const weight: Record<Task['dueState'], number> = {
  overdue: 0,
  urgent: 1,
  soon: 2,
  ample: 3,
  paused: 4,
  none: 4,
  doneOnTime: 5,
  doneLate: 5,
};

const pressing = (a: Task, b: Task): number =>
  weight[a.dueState] - weight[b.dueState] || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');

/** Tasks by what is to be done; the most pressing first, in each group and among the groups. */
export const groupTasks = (tasks: readonly Task[]): readonly TaskGroup[] => {
  const byKind = new Map<Task['kind'], Task[]>();
  for (const task of tasks.toSorted(pressing)) {
    const group = byKind.get(task.kind);
    if (group === undefined) byKind.set(task.kind, [task]);
    else group.push(task);
  }
  return [...byKind].map(([kind, group]) => ({
    kind,
    tasks: group,
    overdue: group.filter(({ dueState }) => dueState === 'overdue').length,
  }));
};
