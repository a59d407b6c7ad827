import { recordSupervisionAct, supervisionActs } from '#contract/supervision.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useReference } from '#web/shared/use-reference.ts';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Reference } from '../matter/matter-types.ts';
import { paths } from '../paths.ts';
import { LinkTabs } from '../shell/link-tabs.tsx';
import { useGo } from '../shell/page-link.tsx';
import { holdsAny, type Session, useSession } from '../shell/session.ts';
import { ActDialog } from './act-dialog.tsx';
import { ActList } from './act-list.tsx';
import { FiguresStrip } from './figures-strip.tsx';
import { FilterFields } from './filter-fields.tsx';
import { NoticeDialog } from './notice-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { t } from './supervision-texts.ts';
import {
  type Filters,
  readView,
  sharedFilters,
  type SupervisionList,
  supervisionLists,
  type SupervisionView,
  writeView,
} from './supervision-view.ts';
import { UrgeDialog } from './urge-dialog.tsx';
import { UrgeList } from './urge-list.tsx';

const lists = { urges: UrgeList, notices: NoticeList, acts: ActList } as const;

/** Units see what they were sent; what the offices did themselves is the offices’. */
const listsFor = (session: Session): readonly SupervisionList[] =>
  supervisionLists.filter((list) => list !== 'acts' || holdsAny(session, supervisionActs.access.roles));

const Tabs = ({ view, offered }: { view: SupervisionView; offered: readonly SupervisionList[] }) => (
  <LinkTabs
    label={t('supervision.tabs')}
    tabs={offered.map((list) => ({
      key: list,
      title: t(`supervision.tab.${list}`),
      href: paths.supervision(writeView({ list, filters: sharedFilters(view.filters) })),
      current: list === view.list,
    }))}
  />
);

type Dialog = 'urge' | 'notice' | 'act';

const overdueOf = ({ unitId, organId }: Filters) => ({
  ...(unitId === undefined ? {} : { unitId: Number(unitId) }),
  ...(organId === undefined ? {} : { organId: Number(organId) }),
});

const Dialogs = ({
  open,
  view,
  reference,
  who,
  onClose,
}: {
  readonly open: Dialog | null;
  readonly view: SupervisionView;
  readonly reference: Reference;
  readonly who: string;
  readonly onClose: () => void;
}) => {
  const go = useGo();
  const done = (list: SupervisionList): void => {
    onClose();
    go(paths.supervision(writeView({ list, filters: {} })));
  };
  switch (open) {
    case 'urge':
      return (
        <UrgeDialog
          target={{ overdue: overdueOf(view.filters) }}
          onDone={() => done('urges')}
          onCancel={onClose}
        />
      );
    case 'notice':
      return <NoticeDialog reference={reference} onDone={() => done('notices')} onCancel={onClose} />;
    case 'act':
      return <ActDialog reference={reference} who={who} onClose={onClose} />;
    case null:
      return null;
    default:
      return open satisfies never;
  }
};

const verbs = {
  urge: 'supervision.urge.overdue',
  notice: 'supervision.notice.new',
  act: 'supervision.act.new',
} as const;

/** 督办: what units were urged to, served with, and what the offices did themselves; its address says which and how narrowed. */
export const SupervisionPage = () => {
  const session = useSession();
  const offered = listsFor(session);
  const read = readView(useSearch({ strict: false }));
  const view = offered.includes(read.list) ? read : { list: 'urges' as const, filters: {} };
  const go = useGo();
  const words = useReference();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const may = holdsAny(session, recordSupervisionAct.access.roles);
  const List = lists[view.list];
  return (
    <>
      <PageHead title={t('supervision.title')} note={t('supervision.note')}>
        {may
          ? (['urge', 'notice', 'act'] as const).map((one) => (
              <Button key={one} onClick={() => setDialog(one)}>
                {t(verbs[one])}
              </Button>
            ))
          : null}
      </PageHead>
      <FiguresStrip filters={view.filters} />
      <Tabs view={view} offered={offered} />
      <QueryState query={words} lines={8}>
        {(reference) => (
          <>
            <FilterFields
              list={view.list}
              filters={view.filters}
              reference={reference}
              ofUnit={!holdsAny(session, supervisionActs.access.roles)}
              onChange={(filters) =>
                go(paths.supervision(writeView({ list: view.list, filters })), { replace: true })
              }
            />
            <List filters={view.filters} />
            <Dialogs
              open={dialog}
              view={view}
              reference={reference}
              who={session.person.name}
              onClose={() => setDialog(null)}
            />
          </>
        )}
      </QueryState>
    </>
  );
};
