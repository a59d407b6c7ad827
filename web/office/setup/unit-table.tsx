import { count } from '#web/shared/format.ts';
import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Mark } from './mark.tsx';
import styles from './setup.module.css';
import { c, nameText, t } from './setup-texts.ts';
import type { UnitRow } from './setup-types.ts';
import type { Branch } from './unit-tree.ts';

export type UnitStep = 'edit' | 'addSection' | 'close';

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
      {unit.kind === 'unit' && unit.boundary ? <Mark tone="warn">{t('setup.unit.boundary.mark')}</Mark> : null}
      {unit.state === 'closed' ? <Mark tone="off">{t('setup.unit.closed')}</Mark> : null}
    </div>
  </div>
);

/** In hand: cannot be closed, and the button says so before it is pressed. */
const mayClose = ({ openDuties }: UnitRow) => ({
  action: 'close',
  refusal: openDuties === 0 ? null : { code: 'unit-has-open-duties', params: { count: openDuties } },
});

const Steps = ({ unit, onStep }: { readonly unit: UnitRow; readonly onStep: (step: UnitStep) => void }) => {
  if (unit.state === 'closed') return null;
  const name = nameText(unit);
  return (
    <div className={styles.steps}>
      <Button size="small" aria-label={t('setup.unit.editOf', { name })} onClick={() => onStep('edit')}>
        {t('setup.unit.edit')}
      </Button>
      {unit.kind === 'unit' ? (
        <Button
          size="small"
          aria-label={t('setup.unit.addSectionTo', { unit: name })}
          onClick={() => onStep('addSection')}
        >
          {t('setup.unit.addSection')}
        </Button>
      ) : null}
      <ActionButton
        size="small"
        allowed={mayClose(unit)}
        aria-label={t('setup.unit.closeOf', { name })}
        onPress={() => onStep('close')}
      >
        {t('setup.unit.close')}
      </ActionButton>
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
    key: 'shortName',
    title: t('setup.unit.column.shortName'),
    tight: true,
    render: ({ unit }) => dash(unit.shortName),
  },
  {
    key: 'aliases',
    title: t('setup.unit.column.aliases'),
    minWidth: 120,
    render: ({ unit }) => <small className={styles.quiet}>{dash(unit.aliases.join(c('say.separator')))}</small>,
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
  { key: 'people', title: t('setup.unit.column.people'), end: true, render: ({ unit }) => count(unit.people) },
  { key: 'open', title: t('setup.unit.column.open'), end: true, render: ({ unit }) => count(unit.openDuties) },
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
