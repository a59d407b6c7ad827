import { successionMessages } from '#contract/messages/succession.ts';
import { texts } from '#web/shared/language.ts';
import { count } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { Menu, type MenuEntry } from '#web/shared/ui/menu.tsx';
import EllipsisOutlined from '@ant-design/icons/EllipsisOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Mark } from './mark.tsx';
import styles from './setup.module.css';
import { c, nameText, t } from './setup-texts.ts';
import type { UnitRow } from './setup-types.ts';
import type { Branch } from './unit-tree.ts';

const s = texts(successionMessages);

export type UnitStep = 'edit' | 'addSection' | 'rename' | 'close';

type Line = {
  readonly unit: UnitRow;
  /** Null for a section. */
  readonly fold: { readonly sections: number; readonly open: boolean; readonly toggle: () => void } | null;
};

const NameCell = ({ unit, fold }: Line) => (
  <div className={styles.unitName} data-section={unit.kind === 'section'}>
    {fold === null ? null : fold.sections === 0 ? (
      <span className={styles.foldGap} />
    ) : (
      <button
        type="button"
        className={styles.fold}
        aria-expanded={fold.open}
        aria-label={t('setup.unit.unfold', { name: nameText(unit), count: fold.sections })}
        onClick={fold.toggle}
      >
        <RightOutlined aria-hidden />
      </button>
    )}
    <div>
      <span className={styles.strong}>{nameText(unit)}</span>
      {unit.shortName === '' || unit.shortName === nameText(unit) ? null : <small>{unit.shortName}</small>}
      {unit.kind === 'unit' && unit.boundary ? (
        <Mark tone="warn">{t('setup.unit.boundary.mark')}</Mark>
      ) : null}
      {unit.state === 'closed' ? <Mark tone="off">{t('setup.unit.closed')}</Mark> : null}
    </div>
  </div>
);

const Steps = ({ unit, onStep }: { readonly unit: UnitRow; readonly onStep: (step: UnitStep) => void }) => {
  if (unit.state === 'closed') return null;
  const name = nameText(unit);
  const step = (key: UnitStep, label: string) => ({ key, label, onPress: () => onStep(key) });
  const entries: readonly MenuEntry[] = [
    ...(unit.kind === 'unit'
      ? [step('addSection', t('setup.unit.addSection')), step('rename', s('succession.rename'))]
      : []),
    { ...step('close', t('setup.unit.close')), danger: true },
  ];
  return (
    <div className={styles.rowSteps}>
      <Button size="small" aria-label={t('setup.unit.editOf', { name })} onClick={() => onStep('edit')}>
        {t('setup.unit.edit')}
      </Button>
      <Menu name={t('setup.unit.moreOf', { name })} entries={entries} end>
        {(opener) => (
          <Button
            {...opener}
            size="small"
            icon={<EllipsisOutlined aria-hidden />}
            aria-label={t('setup.unit.moreOf', { name })}
          />
        )}
      </Menu>
    </div>
  );
};

const dash = (text: string): ReactNode => (text === '' ? <span className={styles.quiet}>—</span> : text);

const columnsFor = (onStep: (step: UnitStep, unitId: number) => void): readonly Column<Line>[] => [
  {
    key: 'name',
    title: t('setup.unit.column.name'),
    names: true,
    minWidth: 240,
    render: (line) => <NameCell {...line} />,
  },
  {
    key: 'aliases',
    title: t('setup.unit.column.aliases'),
    minWidth: 160,
    render: ({ unit }) => (
      <small className={styles.quiet}>{dash(unit.aliases.join(c('say.separator')))}</small>
    ),
  },
  {
    key: 'system',
    title: t('setup.unit.system'),
    tight: true,
    render: ({ unit, fold }) => (fold === null ? dash('') : t(`setup.unit.system.${unit.system}`)),
  },
  {
    key: 'prefix',
    title: t('setup.unit.column.prefix'),
    tight: true,
    render: ({ unit }) => dash(unit.documentPrefix),
  },
  {
    key: 'people',
    title: t('setup.unit.column.people'),
    end: true,
    render: ({ unit }) => count(unit.people),
  },
  {
    key: 'open',
    title: t('setup.unit.column.open'),
    end: true,
    render: ({ unit }) => count(unit.openDuties),
  },
  {
    key: 'steps',
    title: t('setup.unit.column.actions'),
    render: ({ unit }) => <Steps unit={unit} onStep={(step) => onStep(step, unit.id)} />,
  },
];

type UnitTableProps = {
  readonly branches: readonly Branch<UnitRow>[];
  readonly onStep: (step: UnitStep, unitId: number) => void;
  readonly foot: ReactNode;
};

/** Units as rows, their sections below them when unfolded. */
export const UnitTable = ({ branches, onStep, foot }: UnitTableProps) => {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const isOpen = ({ unit, opened }: Branch<UnitRow>): boolean => opened !== toggled.has(unit.id);
  const toggle = (id: number): void => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const allOpen = branches.every((branch) => branch.sections.length === 0 || isOpen(branch));
  const setAll = (open: boolean): void =>
    setToggled(new Set(branches.filter((branch) => branch.opened !== open).map(({ unit }) => unit.id)));
  const lines = branches.flatMap((branch): Line[] => {
    const { unit, sections } = branch;
    const open = isOpen(branch);
    return [
      { unit, fold: { sections: sections.length, open, toggle: () => toggle(unit.id) } },
      ...(open ? sections.map((section) => ({ unit: section, fold: null })) : []),
    ];
  });
  return (
    <>
      <div className={styles.tableTools}>
        <Button size="small" type="text" onClick={() => setAll(!allOpen)}>
          {t(allOpen ? 'setup.unit.foldAll' : 'setup.unit.unfoldAll')}
        </Button>
      </div>
      <DataTable<Line>
        caption={t('setup.unit.caption')}
        columns={columnsFor(onStep)}
        rows={lines}
        rowKey={({ unit }) => unit.id}
        foot={foot}
      />
    </>
  );
};
