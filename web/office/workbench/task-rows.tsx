import { moment } from '#web/shared/format.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { KindTag } from '#web/shared/ui/kind-tag.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import type { Task } from './group-tasks.ts';
import styles from './workbench.module.css';

const TaskRow = ({ task }: { readonly task: Task }) => (
  <PageLink href={paths.matter(task.matterId)} className={styles.row}>
    <span>
      <span className={styles.title}>{task.title}</span>
      <span className={styles.meta}>
        <KindTag kind={task.matterKind} />
        <span>{task.caseNo}</span>
        {task.unitName === null ? null : <span>{task.unitName}</span>}
        <StageTag stage={task.stage} />
      </span>
      {task.note === '' ? null : <span className={styles.note}>{task.note}</span>}
    </span>
    <span className={styles.when}>
      {task.dueState === 'none' ? null : <DueLight state={task.dueState} dueOn={task.dueOn} />}
      {task.at === null ? null : <time dateTime={task.at}>{moment(task.at)}</time>}
    </span>
  </PageLink>
);

/** Tasks as a list of links, each to its matter. */
export const TaskRows = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul className={styles.rows}>
    {tasks.map((task) => (
      <li key={task.key}>
        <TaskRow task={task} />
      </li>
    ))}
  </ul>
);
