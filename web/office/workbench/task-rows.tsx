import { absenceMessages } from '#contract/messages/absence.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { didMessages } from '#contract/messages/did.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { KindTag } from '#web/shared/ui/kind-tag.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import type { Task } from './group-tasks.ts';
import styles from './workbench.module.css';

const t = texts(seeMessages);
const a = texts(absenceMessages);
const c = texts(commonMessages);
const did = texts(didMessages as MessageTable);
const notice = texts(seeMessages as MessageTable);

/** What was done, or told: the last command that one gave, or the kind of a notice. Empty for what is to be done. */
const noteOf = ({ kind, note }: Task): string => {
  if (note === '') return '';
  const known = (text: string, key: string, other: string): string => (text === key ? other : text);
  if (kind === 'copied') {
    const key = `notice.${note}`;
    return known(notice(key), key, t('notice.other'));
  }
  const key = `did.${note}`;
  return t('workbench.did', { what: known(did(key), key, did('did.other')) });
};

const isTodo = ({ kind }: Task): boolean => kind !== 'done' && kind !== 'started' && kind !== 'copied';

/** A notice is answered and judged on the page of supervision; everything else on its matter's own. */
const hrefOf = ({ kind, matterId }: Task): string =>
  kind === 'answerNotice' || kind === 'judgeReport'
    ? paths.supervision({ tab: 'notices', matterId })
    : paths.matter(matterId);

const TaskRow = ({ task }: { readonly task: Task }) => {
  const note = noteOf(task);
  return (
    <PageLink href={hrefOf(task)} className={styles.row} data-todo={isTodo(task)}>
      <span>
        <span className={styles.title}>{task.title}</span>
        <span className={styles.meta}>
          <KindTag kind={task.matterKind} />
          <span>{task.caseNo}</span>
          {task.unitName === null ? null : <span>{task.unitName}</span>}
          <StageTag stage={task.stage} />
        </span>
        {task.stoodIn === null ? null : <span className={styles.note}>{a('acting.by', task.stoodIn)}</span>}
        {note === '' ? null : <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.when}>
        {task.dueState === 'paused' ? <DueLight state="paused" /> : null}
        {task.dueOn === null ? null : (
          <>
            <DueLight state={task.dueState} workdaysLeft={task.workdaysLeft} on={task.dueOn} />
            <span className={styles.date}>
              {c('due.on', { date: task.dueOn })}
              {task.provisional ? t('due.provisionalMark') : null}
            </span>
          </>
        )}
        {task.at === null ? null : <time dateTime={task.at}>{moment(task.at)}</time>}
      </span>
      {isTodo(task) ? <span className={styles.verb}>{t(`task.${task.kind}`)}</span> : null}
    </PageLink>
  );
};

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
