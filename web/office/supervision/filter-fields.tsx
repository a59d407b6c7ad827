import { supervisionActKinds } from '#contract/supervision-rows.ts';
import { Button, Checkbox, Select } from 'antd';
import { useId } from 'react';
import type { Reference } from '../matter/matter-types.ts';
import styles from './supervision.module.css';
import { anyT, t } from './supervision-texts.ts';
import {
  type FilterName,
  type Filters,
  filtersOf,
  levels,
  states,
  type SupervisionList,
} from './supervision-view.ts';

type FilterFieldsProps = {
  readonly list: SupervisionList;
  readonly filters: Filters;
  readonly reference: Reference;
  /** Units filter by themselves: they see their own only. */
  readonly ofUnit: boolean;
  readonly onChange: (filters: Filters) => void;
};

type Option = { readonly value: string; readonly label: string };

const stateWords = { urges: 'supervision.urgeState', notices: 'supervision.noticeState', acts: '' } as const;

const optionsOf = (name: FilterName, list: SupervisionList, reference: Reference): readonly Option[] => {
  const words = (values: readonly string[], prefix: string): readonly Option[] =>
    values.map((value) => ({ value, label: anyT(`${prefix}.${value}`) }));
  switch (name) {
    case 'year':
      return [...new Set(reference.sessions.map(({ year }) => year))].map((year) => ({
        value: String(year),
        label: String(year),
      }));
    case 'organId':
      return reference.organs.map(({ id, name: label }) => ({ value: String(id), label }));
    case 'unitId':
      return reference.units.map(({ id, name: label }) => ({ value: String(id), label }));
    case 'state':
      return words(states[list], stateWords[list]);
    case 'level':
      return words(levels, 'supervision.level');
    case 'kind':
      return words(supervisionActKinds, 'supervision.kind');
    default:
      return [];
  }
};

const selects = {
  year: 'supervision.filter.year',
  organId: 'supervision.filter.organ',
  unitId: 'supervision.filter.unit',
  level: 'supervision.filter.level',
  kind: 'supervision.filter.kind',
  state: 'supervision.filter.state',
} as const;
type SelectName = keyof typeof selects;
const isSelect = (name: FilterName): name is SelectName => name in selects;

const Choice = ({
  name,
  list,
  filters,
  reference,
  onChange,
}: Omit<FilterFieldsProps, 'ofUnit'> & { readonly name: SelectName }) => {
  const id = useId();
  const { [name]: value, ...others } = filters;
  return (
    <div>
      <label htmlFor={id}>{t(selects[name])}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        popupMatchSelectWidth={false}
        options={[...optionsOf(name, list, reference)]}
        placeholder={t(`${selects[name]}.all`)}
        {...(value === undefined ? {} : { value })}
        onChange={(chosen: string | undefined) =>
          onChange(chosen === undefined ? others : { ...others, [name]: chosen })
        }
      />
    </div>
  );
};

const Tick = ({
  name,
  filters,
  label,
  onChange,
}: Pick<FilterFieldsProps, 'filters' | 'onChange'> & {
  readonly name: 'late' | 'struck';
  readonly label: string;
}) => {
  const { [name]: on, ...others } = filters;
  return (
    <Checkbox
      checked={on === 'yes'}
      onChange={({ target }) => onChange(target.checked ? { ...others, [name]: 'yes' } : others)}
    >
      {label}
    </Checkbox>
  );
};

/** What a list of supervision is narrowed to. */
export const FilterFields = ({ list, filters, reference, ofUnit, onChange }: FilterFieldsProps) => {
  const known = filtersOf[list].filter((name) => !ofUnit || (name !== 'unitId' && name !== 'organId'));
  const { matterId, ...others } = filters;
  return (
    <search className={styles.bar} aria-label={t('supervision.filter')}>
      {known.filter(isSelect).map((name) => (
        <Choice
          key={name}
          name={name}
          list={list}
          filters={filters}
          reference={reference}
          onChange={onChange}
        />
      ))}
      {known.includes('late') ? (
        <Tick name="late" filters={filters} label={t('supervision.filter.late')} onChange={onChange} />
      ) : null}
      {known.includes('struck') ? (
        <Tick name="struck" filters={filters} label={t('supervision.act.showStruck')} onChange={onChange} />
      ) : null}
      {matterId === undefined ? null : (
        <Checkbox checked onChange={() => onChange(others)}>
          {t('supervision.filter.matter')}
        </Checkbox>
      )}
      {Object.keys(filters).length === 0 ? null : (
        <Button type="link" onClick={() => onChange({})}>
          {t('supervision.filter.clear')}
        </Button>
      )}
    </search>
  );
};
