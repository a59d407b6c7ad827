import { listUnits } from '#contract/setup.ts';
import { ask } from '#web/shared/ask.ts';
import { successionMessages } from '#contract/messages/succession.ts';
import { texts } from '#web/shared/language.ts';
import { count } from '#web/shared/format.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useQuery } from '@tanstack/react-query';
import { useReference } from '#web/shared/use-reference.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { CloseUnitDialog } from './close-unit-dialog.tsx';
import styles from './setup.module.css';
import { RenameUnitDialog } from './rename-unit-dialog.tsx';
import { SuccessionDialog } from './succession-dialog.tsx';
import { SuccessionHistory } from './succession-history.tsx';
import { t } from './setup-texts.ts';
import type { UnitRow } from './setup-types.ts';
import { AddUnitDialog, ChangeUnitDialog, unitSystems } from './unit-dialog.tsx';
import { UnitTable, type UnitStep } from './unit-table.tsx';
import { branchesOf, type UnitFilter } from './unit-tree.ts';

const s = texts(successionMessages);
const everything: UnitFilter = { q: '', system: '', closed: false };

type FiltersProps = { readonly filter: UnitFilter; readonly onChange: (filter: UnitFilter) => void };

const Filters = ({ filter, onChange }: FiltersProps) => {
  const id = useId();
  return (
    <search className={styles.filters}>
      <div className={styles.field}>
        <label htmlFor={`${id}q`}>{t('setup.unit.search')}</label>
        <Input
          id={`${id}q`}
          value={filter.q}
          allowClear
          placeholder={t('setup.unit.search.hint')}
          onChange={(event) => onChange({ ...filter, q: event.target.value })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}s`}>{t('setup.unit.system')}</label>
        <Select
          id={`${id}s`}
          value={filter.system}
          virtual={false}
          onChange={(system: string) => onChange({ ...filter, system })}
          options={[
            { value: '', label: t('setup.unit.system.any') },
            ...unitSystems.map((value) => ({ value, label: t(`setup.unit.system.${value}`) })),
          ]}
        />
      </div>
      <Checkbox
        checked={filter.closed}
        onChange={(event) => onChange({ ...filter, closed: event.target.checked })}
      >
        {t('setup.unit.showClosed')}
      </Checkbox>
    </search>
  );
};

type Doing =
  | { readonly step: 'add' }
  | { readonly step: 'succession' }
  | { readonly step: UnitStep; readonly unitId: number };

const Dialog = ({
  doing,
  units,
  onClose,
}: {
  doing: Doing;
  units: readonly UnitRow[];
  onClose: () => void;
}) => {
  // A form that proposes the city's day waits until that is known: it would stay empty.
  const { isPending: dayUnknown } = useReference();
  if (doing.step === 'add') return <AddUnitDialog parent={null} onClose={onClose} />;
  if (doing.step === 'succession')
    return dayUnknown ? null : <SuccessionDialog units={units} onClose={onClose} />;
  const unit = units.find(({ id }) => id === doing.unitId);
  if (unit === undefined) return null;
  switch (doing.step) {
    case 'edit':
      return <ChangeUnitDialog key={unit.id} unit={unit} onClose={onClose} />;
    case 'addSection':
      return <AddUnitDialog parent={unit} onClose={onClose} />;
    case 'rename':
      return dayUnknown ? null : <RenameUnitDialog key={unit.id} unit={unit} onClose={onClose} />;
    case 'close':
      return <CloseUnitDialog unit={unit} onClose={onClose} />;
    default:
      return doing satisfies never;
  }
};

/** 单位: the tree of units and their sections. */
export const UnitsPart = () => {
  const query = useQuery(ask(listUnits));
  const [filter, setFilter] = useState(everything);
  const go = useGo();
  const [doing, start] = useState<Doing | null>(null);
  return (
    <>
      <div className={styles.bar}>
        <Filters filter={filter} onChange={setFilter} />
        <div className={styles.actions}>
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => go(paths.setup('import?kind=units'))}>
            {t('setup.import')}
          </Button>
          <Button onClick={() => start({ step: 'succession' })}>{s('succession.open')}</Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => start({ step: 'add' })}>
            {t('setup.unit.add')}
          </Button>
        </div>
      </div>
      <QueryState query={query} lines={14}>
        {({ items }) => {
          const branches = branchesOf(items, filter);
          const sections = branches.reduce((sum, branch) => sum + branch.sections.length, 0);
          return (
            <Panel flush>
              {branches.length === 0 ? (
                <EmptyState
                  title={t(items.length === 0 ? 'setup.unit.empty' : 'setup.unit.none')}
                  detail={t(items.length === 0 ? 'setup.unit.empty.detail' : 'setup.unit.none.detail')}
                />
              ) : (
                <UnitTable
                  branches={branches}
                  onStep={(step, unitId) => start({ step, unitId })}
                  foot={
                    <span role="status">
                      {t('setup.unit.count', { units: count(branches.length), sections: count(sections) })}
                    </span>
                  }
                />
              )}
              {doing === null ? null : <Dialog doing={doing} units={items} onClose={() => start(null)} />}
            </Panel>
          );
        }}
      </QueryState>
      <SuccessionHistory />
    </>
  );
};
