import { sessionDesk } from '#contract/session-records.ts';
import { ask } from '#web/shared/ask.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { paths } from '../paths.ts';
import { LinkTabs } from '../shell/link-tabs.tsx';
import { useGo } from '../shell/page-link.tsx';
import { AllTab } from './all-tab.tsx';
import { GroupsTab } from './groups-tab.tsx';
import styles from './opinions.module.css';
import { t } from './opinion-texts.ts';
import type { Desk } from './opinion-types.ts';
import { type Part, parts, readView, type View, writeView } from './opinions-view.ts';
import { RecordsTab } from './records-tab.tsx';
import { ReportTab } from './report-tab.tsx';
import { SameTab } from './same-tab.tsx';
import { WaitingTab } from './waiting-tab.tsx';

/** Which parts are this person's: a unit sees what it was sent, a recorder what his groups said. */
const partsFor = ({ office, unit, groups }: Desk): readonly Part[] => {
  if (office) return parts;
  if (groups.length > 0) return unit ? ['records', 'all', 'report'] : ['records', 'all'];
  return unit ? ['all', 'report'] : ['all'];
};

const Tabs = ({ view, offered }: { readonly view: View; readonly offered: readonly Part[] }) => (
  <LinkTabs
    label={t('opinions.tabs')}
    tabs={offered.map((part) => ({
      key: part,
      title: t(`opinions.tab.${part}`),
      href: paths.sessionOpinions(writeView({ part, sessionId: view.sessionId, filters: {} })),
      current: part === view.part,
    }))}
  />
);

const SessionChoice = ({ desk, view }: { readonly desk: Desk; readonly view: View }) => {
  const go = useGo();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('opinions.session')}</label>
      <select
        id={id}
        value={view.sessionId ?? ''}
        onChange={({ target }) =>
          go(paths.sessionOpinions(writeView({ ...view, sessionId: Number(target.value), filters: {} })))
        }
      >
        {desk.sessions.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
};

const Shown = ({
  part,
  sessionId,
  view,
  desk,
}: {
  part: Part;
  sessionId: number;
  view: View;
  desk: Desk;
}) => {
  switch (part) {
    case 'waiting':
      return <WaitingTab sessionId={sessionId} desk={desk} />;
    case 'all':
      return <AllTab sessionId={sessionId} filters={view.filters} desk={desk} />;
    case 'records':
      return <RecordsTab sessionId={sessionId} desk={desk} />;
    case 'same':
      return <SameTab sessionId={sessionId} desk={desk} />;
    case 'report':
      return <ReportTab sessionId={sessionId} />;
    case 'groups':
      return <GroupsTab sessionId={sessionId} />;
    default:
      return part satisfies never;
  }
};

const Inside = ({ desk }: { readonly desk: Desk }) => {
  const read = readView(useSearch({ strict: false }));
  const offered = partsFor(desk);
  const part = offered.find((one) => one === read.part) ?? offered[0] ?? 'all';
  const session = desk.sessions.find(({ id }) => id === read.sessionId) ?? desk.sessions[0];
  if (session === undefined)
    return <EmptyState title={t('opinions.none')} detail={t('opinions.none.detail')} />;
  const view: View = { part, sessionId: session.id, filters: read.filters };
  return (
    <div className={styles.stack}>
      <div className={styles.one}>
        <SessionChoice desk={desk} view={view} />
      </div>
      <Tabs view={view} offered={offered} />
      <Shown key={session.id} part={part} sessionId={session.id} view={view} desk={desk} />
    </div>
  );
};

/** 分组讨论意见: by group collected, by department sent, the same day. */
export const SessionOpinionsPage = () => {
  const desk = useQuery(ask(sessionDesk));
  return (
    <>
      <PageHead title={t('opinions.title')} note={t('opinions.note')} />
      <QueryState query={desk} lines={8}>
        {(found) => <Inside desk={found} />}
      </QueryState>
    </>
  );
};
