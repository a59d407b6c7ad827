import type { ResponseOf } from '#contract/endpoint.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { ledgerSorts, type reference } from '#contract/see.ts';
import { texts } from '#web/shared/language.ts';
import { useNarrow } from '#web/shared/use-appearance.ts';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import FilterOutlined from '@ant-design/icons/FilterOutlined';
import { Button, Drawer, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { type ChoiceKey, filterLabel, optionsFor, valueText } from './filter-options.ts';
import styles from './ledger.module.css';
import { quickKeys, quickOf, withQuick } from './quick-filters.ts';
import { useHolderName } from './use-holder-names.ts';
import { countFilters, type FilterKey, filterKeys, type LedgerView, withFilter } from './ledger-view.ts';

const t = texts(seeMessages);
const c = texts(commonMessages);

type FilterBarProps = {
  readonly view: LedgerView;
  readonly reference: ResponseOf<typeof reference>;
  readonly onChange: (view: LedgerView) => void;
};

const main: readonly ChoiceKey[] = ['stage', 'due', 'unitId', 'year'];
const more: readonly ChoiceKey[] = [
  'kind',
  'priority',
  'level',
  'proposerType',
  'organId',
  'sessionId',
  'categoryId',
  'panelId',
  'owes',
  'whose',
  'role',
  'duty',
  'resultClass',
  'contacted',
  'boundary',
  'ownerless',
  'per',
];

const Field = ({
  label,
  id,
  wide = false,
  children,
}: {
  label: string;
  id: string;
  wide?: boolean;
  children: ReactNode;
}) => (
  <div className={`${styles.field} ${wide ? styles.wide : ''}`}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);

const SearchField = ({ view, onChange }: Omit<FilterBarProps, 'reference'>) => {
  const id = useId();
  const [words, setWords] = useState(view.filters.q ?? '');
  const [known, setKnown] = useState(view.filters.q);
  if (known !== view.filters.q) {
    setKnown(view.filters.q);
    setWords(view.filters.q ?? '');
  }
  return (
    <Field label={t('ledger.search')} id={id} wide>
      <Input.Search
        id={id}
        value={words}
        placeholder={t('ledger.search.hint')}
        maxLength={200}
        allowClear
        enterButton={t('ledger.search')}
        onChange={(event) => setWords(event.target.value)}
        onSearch={(text) => onChange(withFilter(view, 'q', text.trim()))}
      />
    </Field>
  );
};

const ChoiceField = ({
  filter,
  view,
  reference,
  onChange,
}: FilterBarProps & { readonly filter: ChoiceKey }) => {
  const id = useId();
  const value = view.filters[filter];
  const options = [...optionsFor(filter, reference, view.filters)];
  // Nothing to choose from, as panels for who is no office.
  if (options.length === 0 && value === undefined) return null;
  const shared = {
    id,
    options,
    allowClear: true,
    placeholder: t(filter === 'per' ? 'ledger.filter.per.matter' : 'ledger.filter.any'),
    style: { width: '100%' },
    popupMatchSelectWidth: false,
  } as const;
  return (
    <Field label={t(filterLabel[filter])} id={id}>
      {filter === 'stage' ? (
        <Select
          {...shared}
          mode="multiple"
          maxTagCount="responsive"
          value={value === undefined ? [] : value.split(',')}
          onChange={(chosen: string[]) => onChange(withFilter(view, 'stage', chosen.join(',')))}
        />
      ) : (
        <Select
          {...shared}
          showSearch={{ optionFilterProp: 'label' }}
          {...(value === undefined ? {} : { value })}
          onChange={(chosen: string | undefined) => onChange(withFilter(view, filter, chosen))}
        />
      )}
    </Field>
  );
};

const DateField = ({
  filter,
  view,
  onChange,
}: Omit<FilterBarProps, 'reference'> & { readonly filter: 'dueFrom' | 'dueTo' }) => {
  const id = useId();
  const { dueFrom, dueTo } = view.filters;
  // The browser's own date field: it offers no day that would turn the span around.
  const bound = filter === 'dueFrom' ? { max: dueTo } : { min: dueFrom };
  return (
    <Field label={t(filterLabel[filter])} id={id}>
      <Input
        id={id}
        type="date"
        value={view.filters[filter] ?? ''}
        {...bound}
        onChange={(event) => onChange(withFilter(view, filter, event.target.value))}
      />
    </Field>
  );
};

/** 现已逾期 · 本周内到期 · 下周底前将逾期: on by one press, off by another. */
const QuickFilters = ({ view, reference, onChange }: FilterBarProps) => {
  const { today } = reference.jurisdiction;
  const on = quickOf(view, today);
  const { due: _, dueFrom: __, dueTo: ___, ...rest } = view.filters;
  return (
    <fieldset className={styles.quick}>
      <legend>{t('ledger.quick')}</legend>
      {quickKeys.map((key) => (
        <button
          key={key}
          type="button"
          className={styles.chip}
          aria-pressed={on === key}
          onClick={() =>
            onChange({ ...view, filters: on === key ? rest : withQuick(view.filters, key, today) })
          }
        >
          {t(`ledger.quick.${key}`)}
        </button>
      ))}
    </fieldset>
  );
};

const SortField = ({ view, onChange }: Omit<FilterBarProps, 'reference'>) => {
  const id = useId();
  return (
    <Field label={t('ledger.sort')} id={id}>
      <Select
        id={id}
        value={view.sort}
        options={ledgerSorts.map((sort) => ({ value: sort, label: t(`ledger.sort.${sort}`) }))}
        onChange={(sort) => onChange({ ...view, sort })}
        style={{ width: '100%' }}
      />
    </Field>
  );
};

const Chips = ({ view, reference, onChange }: FilterBarProps) => {
  const names: Partial<Record<FilterKey, string | undefined>> = {
    sectionId: useHolderName('sectionId', view.filters),
    handlerId: useHolderName('handlerId', view.filters),
  };
  const on = filterKeys.flatMap((key) => {
    const value = view.filters[key];
    return value === undefined ? [] : [{ key, text: valueText(key, value, reference, names[key]) }];
  });
  if (on.length === 0) return null;
  const name = (key: FilterKey, value: string): string =>
    t('ledger.filter.one', { name: t(filterLabel[key]), value });
  return (
    <div className={styles.chips}>
      {on.map(({ key, text }) => (
        <button
          key={key}
          type="button"
          className={styles.chip}
          aria-label={t('ledger.filter.remove', { name: name(key, text) })}
          onClick={() => onChange(withFilter(view, key, undefined))}
        >
          {name(key, text)}
          <CloseOutlined aria-hidden />
        </button>
      ))}
      <Button type="link" size="small" onClick={() => onChange({ ...view, filters: {} })}>
        {t('ledger.filter.clear')}
      </Button>
    </div>
  );
};

const PhoneBar = (props: FilterBarProps) => {
  const [open, setOpen] = useState(false);
  const { view } = props;
  const on = countFilters(view);
  return (
    <>
      <div className={styles.phone}>
        <SearchField {...props} />
        <Button
          icon={<FilterOutlined aria-hidden />}
          style={{ alignSelf: 'end' }}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          {on === 0 ? t('ledger.filters') : t('ledger.filtersOn', { count: on })}
        </Button>
      </div>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="85%"
        title={t('ledger.filters')}
      >
        <div className={styles.drawer}>
          <SortField {...props} />
          {[...main, ...more].map((filter) => (
            <ChoiceField key={filter} filter={filter} {...props} />
          ))}
          <DateField filter="dueFrom" {...props} />
          <DateField filter="dueTo" {...props} />
          <Button type="primary" block onClick={() => setOpen(false)}>
            {c('do.confirm')}
          </Button>
        </div>
      </Drawer>
    </>
  );
};

const DeskBar = (props: FilterBarProps) => {
  const [unfolded, setUnfolded] = useState(more.some((key) => props.view.filters[key] !== undefined));
  return (
    <div className={styles.fields}>
      <SearchField {...props} />
      {(unfolded ? [...main, ...more] : main).map((filter) => (
        <ChoiceField key={filter} filter={filter} {...props} />
      ))}
      {unfolded ? <DateField filter="dueFrom" {...props} /> : null}
      {unfolded ? <DateField filter="dueTo" {...props} /> : null}
      <Button type="text" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {t(unfolded ? 'ledger.filters.fewer' : 'ledger.filters.more')}
      </Button>
    </div>
  );
};

/** What the ledger is narrowed to: fields on a desk, a drawer on a phone; what is on stands below as chips. */
export const FilterBar = (props: FilterBarProps) => {
  const narrow = useNarrow();
  return (
    <search className={styles.bar}>
      {narrow ? <PhoneBar {...props} /> : <DeskBar {...props} />}
      <QuickFilters {...props} />
      <Chips {...props} />
    </search>
  );
};
