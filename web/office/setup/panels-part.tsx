import { intakeSetup } from '#contract/intake-setup.ts';
import { ask } from '#web/shared/ask.ts';
import { count } from '#web/shared/format.ts';
import { DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { listNames } from '../matter/matter-texts.ts';
import { LookersDialog, PanelDialog, StartNumberDialog } from './intake-dialogs.tsx';
import { t } from './setup-texts.ts';
import type { IntakeOrgan } from './setup-types.ts';

type PanelRow = IntakeOrgan['panels'][number];
type GroupRow = IntakeOrgan['groups'][number];
type NumberRow = IntakeOrgan['numbers'][number];

type Open =
  | { readonly kind: 'panel'; readonly organ: IntakeOrgan; readonly panel: PanelRow | null }
  | { readonly kind: 'lookers'; readonly organ: IntakeOrgan; readonly group: GroupRow }
  | { readonly kind: 'number'; readonly number: NumberRow };

const Dialog = ({ open, onClose }: { readonly open: Open; readonly onClose: () => void }) => {
  switch (open.kind) {
    case 'panel':
      return <PanelDialog organ={open.organ} panel={open.panel} onClose={onClose} />;
    case 'lookers':
      return <LookersDialog organ={open.organ} group={open.group} onClose={onClose} />;
    case 'number':
      return <StartNumberDialog number={open.number} onClose={onClose} />;
    default:
      return open satisfies never;
  }
};

type OrganProps = { readonly organ: IntakeOrgan; readonly onOpen: (open: Open) => void };

const ChangeButton = ({ label, onPress }: { readonly label: string; readonly onPress: () => void }) => (
  <Button size="small" aria-label={label} onClick={onPress}>
    {t('intakeSetup.change')}
  </Button>
);

const Panels = ({ organ, onOpen }: OrganProps) => (
  <Panel
    title={`${organ.name} · ${t('intakeSetup.panels')}`}
    note={t('intakeSetup.panels.note')}
    flush
    actions={
      <Button
        icon={<PlusOutlined aria-hidden />}
        aria-label={t('intakeSetup.panel.addTo', { organ: organ.name })}
        onClick={() => onOpen({ kind: 'panel', organ, panel: null })}
      >
        {t('intakeSetup.panel.add')}
      </Button>
    }
  >
    {organ.panels.length === 0 ? (
      <EmptyState title={t('intakeSetup.panels.none')} detail={t('intakeSetup.panels.note')} />
    ) : (
      <DataTable<PanelRow>
        caption={`${organ.name} · ${t('intakeSetup.panels')}`}
        rows={organ.panels}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('intakeSetup.panel.name'),
            names: true,
            render: ({ name, state }) =>
              state === 'active' ? name : `${name}（${t('intakeSetup.panel.closed')}）`,
          },
          {
            key: 'categories',
            title: t('intakeSetup.panel.categories'),
            render: ({ categories }) => listNames(categories),
          },
          {
            key: 'members',
            title: t('intakeSetup.panel.members'),
            render: ({ members }) => listNames(members.map(({ name }) => name)),
          },
          {
            key: 'waiting',
            title: t('intakeSetup.panel.waiting'),
            end: true,
            render: ({ waiting }) => count(waiting),
          },
          {
            key: 'change',
            title: t('intakeSetup.change'),
            render: (panel) => (
              <ChangeButton
                label={t('intakeSetup.panel.change', { name: panel.name })}
                onPress={() => onOpen({ kind: 'panel', organ, panel })}
              />
            ),
          },
        ]}
      />
    )}
  </Panel>
);

const Numbers = ({ organ, onOpen }: OrganProps) => (
  <Panel title={`${organ.name} · ${t('intakeSetup.numbers')}`} note={t('intakeSetup.numbers.note')} flush>
    <DataTable<NumberRow>
      caption={`${organ.name} · ${t('intakeSetup.numbers')}`}
      rows={organ.numbers}
      rowKey={({ sessionId }) => sessionId}
      columns={[
        {
          key: 'session',
          title: t('intakeSetup.numbers.session'),
          names: true,
          render: ({ session }) => session,
        },
        {
          key: 'pattern',
          title: t('intakeSetup.numbers.pattern'),
          render: ({ pattern }) => <code>{pattern}</code>,
        },
        { key: 'next', title: t('intakeSetup.numbers.next'), tight: true, render: ({ next }) => next },
        {
          key: 'start',
          title: t('intakeSetup.change'),
          render: (number) => (
            <Button
              size="small"
              aria-label={`${t('intakeSetup.numbers.start')} ${number.session}`}
              onClick={() => onOpen({ kind: 'number', number })}
            >
              {t('intakeSetup.numbers.start')}
            </Button>
          ),
        },
      ]}
    />
  </Panel>
);

const Lookers = ({ organ, onOpen }: OrganProps) =>
  organ.groups.length === 0 ? null : (
    <Panel title={`${organ.name} · ${t('intakeSetup.lookers')}`} note={t('intakeSetup.lookers.note')} flush>
      <DataTable<GroupRow>
        caption={`${organ.name} · ${t('intakeSetup.lookers')}`}
        rows={organ.groups}
        rowKey={({ name }) => name}
        columns={[
          {
            key: 'group',
            title: t('intakeSetup.lookers.group'),
            names: true,
            render: ({ name }) => name,
          },
          {
            key: 'people',
            title: t('intakeSetup.lookers.people'),
            render: ({ people }) =>
              people.length === 0 ? t('intakeSetup.lookers.none') : listNames(people.map(({ name }) => name)),
          },
          {
            key: 'set',
            title: t('intakeSetup.change'),
            render: (group) => (
              <Button
                size="small"
                aria-label={`${t('intakeSetup.lookers.set')} ${t('intakeSetup.lookers.of', { group: group.name })}`}
                onClick={() => onOpen({ kind: 'lookers', organ, group })}
              >
                {t('intakeSetup.lookers.set')}
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  );

/** 审查组: the panels of an organ, who looks before submission, and where its case numbers go on. */
export const PanelsPart = () => {
  const query = useQuery(ask(intakeSetup));
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <QueryState query={query} lines={10}>
        {({ organs }) =>
          organs.map((organ) => (
            <div key={organ.id} style={{ display: 'contents' }}>
              <Panels organ={organ} onOpen={setOpen} />
              <Numbers organ={organ} onOpen={setOpen} />
              <Lookers organ={organ} onOpen={setOpen} />
            </div>
          ))
        }
      </QueryState>
      {open === null ? null : <Dialog open={open} onClose={() => setOpen(null)} />}
    </>
  );
};
