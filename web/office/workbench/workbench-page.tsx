import { seeMessages } from '#contract/messages/see.ts';
import { workbench } from '#contract/workbench.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, fullDate } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { PageLink, useGo } from '../shell/page-link.tsx';
import { useSession } from '../shell/session.ts';
import { CoversLine } from './covers-line.tsx';
import { groupTasks, type Task, type TaskGroup } from './group-tasks.ts';
import { HandOverAll } from './hand-over-all.tsx';
import { TaskRows } from './task-rows.tsx';
import { TodoBar } from './todo-bar.tsx';
import { readTodo, type TodoView, writeTodo } from './todo-view.ts';
import styles from './workbench.module.css';

const t = texts(seeMessages);
const lists = ['todo', 'done', 'started', 'copied'] as const;
type List = (typeof lists)[number];

const listOf = (value: unknown): List => lists.find((list) => list === value) ?? 'todo';

const Lists = ({
  now,
  counts,
}: {
  readonly now: List;
  readonly counts: Record<List, number> | undefined;
}) => (
  <nav aria-label={t('workbench.lists')}>
    <ul className={styles.lists}>
      {lists.map((list) => (
        <li key={list}>
          <PageLink
            href={paths.workbench(list)}
            className={styles.list}
            {...(list === now ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`workbench.list.${list}`)}
            {counts === undefined ? null : <span className={styles.number}>{count(counts[list])}</span>}
          </PageLink>
        </li>
      ))}
    </ul>
  </nav>
);

const Group = ({ group }: { readonly group: TaskGroup }) => (
  <Panel
    flush
    title={t(`task.${group.kind}`)}
    note={
      <>
        {t('workbench.groupCount', { count: group.tasks.length })}
        {group.overdue === 0 ? null : (
          <>
            {' · '}
            <span className={styles.late}>{t('workbench.overdueCount', { count: group.overdue })}</span>
          </>
        )}
      </>
    }
  >
    <div className={styles.head} />
    <TaskRows tasks={group.tasks} />
  </Panel>
);

const EmptyUnderLight = () => (
  <Panel>
    <EmptyState title={t('workbench.empty.light')} detail={t('workbench.empty.light.detail')} />
  </Panel>
);

type TasksProps = { readonly list: List; readonly tasks: readonly Task[]; readonly view: TodoView };

/** What waits is grouped by what is to be done, or in the order of its dates; what was, in the order of time. */
const Tasks = ({ list, tasks, view }: TasksProps) => {
  if (tasks.length === 0 && view.due !== undefined) return <EmptyUnderLight />;
  if (tasks.length === 0)
    return (
      <Panel>
        <EmptyState title={t(`workbench.empty.${list}`)} detail={t(`workbench.empty.${list}.detail`)} />
      </Panel>
    );
  if (list !== 'todo')
    return (
      <Panel flush>
        <TaskRows tasks={tasks} />
      </Panel>
    );
  if (view.order === 'due')
    return (
      <Panel flush title={t('workbench.flat')}>
        <div className={styles.head} />
        <TaskRows tasks={tasks} />
      </Panel>
    );
  return groupTasks(tasks).map((group) => <Group key={group.kind} group={group} />);
};

/** 工作台: what one must do, has done, has started, is told of. */
export const WorkbenchPage = () => {
  const list = listOf(
    useSearch({ strict: false, select: (search: Record<string, unknown>) => search['list'] }),
  );
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const view: TodoView = list === 'todo' ? readTodo(search) : { order: 'kind', due: undefined };
  const go = useGo();
  const { person, roles } = useSession();
  const offices = roles.flatMap(({ role, unit }) => (role === 'unit-office' && unit !== null ? [unit] : []));
  const today = useReference().data?.jurisdiction.today;
  const query = useInfiniteQuery({
    ...askPages(workbench, {
      params: { list },
      ...(view.due === undefined ? {} : { query: { due: view.due } }),
    }),
    refetchInterval: 30_000,
    placeholderData: (before) => before,
  });
  const counts = query.data?.pages[0]?.counts;
  return (
    <>
      <PageHead
        title={t('workbench.title')}
        note={`${t('workbench.hello', { name: person.name })}${today === undefined ? '' : ` · ${t('workbench.today', { date: fullDate(today) })}`}`}
        {...(offices.length === 0 ? {} : { children: <HandOverAll units={offices} /> })}
      />
      <CoversLine />
      <Lists now={list} counts={counts} />
      {list === 'todo' ? (
        <TodoBar
          view={view}
          onChange={(next) => go(paths.workbench('todo', writeTodo(next)), { replace: true })}
        />
      ) : null}
      <QueryState query={query}>
        {({ pages }) => (
          <div className={styles.groups} aria-busy={query.isPlaceholderData}>
            {query.isPlaceholderData ? null : (
              <Tasks list={list} tasks={pages.flatMap(({ items }) => items)} view={view} />
            )}
          </div>
        )}
      </QueryState>
      <div className={styles.foot}>
        <LoadMore
          query={query}
          shown={query.data?.pages.flatMap(({ items }) => items).length ?? 0}
          {...(counts === undefined || counts[list] === 0 || view.due !== undefined
            ? {}
            : { total: counts[list] })}
        />
      </div>
    </>
  );
};
