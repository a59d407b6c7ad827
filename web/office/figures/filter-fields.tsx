import type { QueryGiven } from '#contract/endpoint.ts';
import { figureCrossTable } from '#contract/figures.ts';
import { ask } from '#web/shared/ask.ts';
import { pick } from '#web/shared/language.ts';
import { useNarrow } from '#web/shared/use-appearance.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { type Catalogue, t } from './figure-texts.ts';
import styles from './figures.module.css';
import { type Dimension, type FiguresView, otherKey, withFilter } from './figures-view.ts';

type FieldProps = { readonly label: string; readonly children: (id: string) => ReactNode };

/** A labelled field of a bar above a table. */
export const Field = ({ label, children }: FieldProps) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
};

/** A figure whose rows have the dimension: one that counts, for it has values wherever there are rows. */
const figureWith = ({ figures }: Catalogue, one: Dimension): string | undefined =>
  (
    figures.find(({ shows, dimensions }) => shows === 'count' && dimensions.includes(one)) ??
    figures.find(({ dimensions }) => dimensions.includes(one))
  )?.id;

/** The values that a dimension has, with their names: the headings of a table by it. */
const useDimensionValues = (catalogue: Catalogue, one: Dimension, wanted: boolean) => {
  const figure = figureWith(catalogue, one);
  const query = { figure, rows: one } as NonNullable<QueryGiven<typeof figureCrossTable>>;
  return useQuery({
    ...ask(figureCrossTable, { query }),
    enabled: wanted && figure !== undefined,
    staleTime: 60_000,
    select: ({ rows }) =>
      rows.filter(({ key }) => key !== otherKey).map(({ key, name }) => ({ value: key, label: pick(name) })),
  });
};

type FiltersProps = {
  readonly catalogue: Catalogue;
  readonly view: FiguresView;
  readonly onChange: (view: FiguresView) => void;
  /** What the figure at hand can be narrowed to; of every figure when absent. */
  readonly only?: readonly Dimension[];
};

export const dimensionName = ({ dimensions }: Catalogue, one: Dimension): string => {
  const found = dimensions.find(({ id }) => id === one);
  return found === undefined ? one : pick(found.name);
};

const DimensionField = ({
  catalogue,
  view,
  one,
  onChange,
}: Omit<FiltersProps, 'only'> & { readonly one: Dimension }) => {
  const [opened, setOpened] = useState(false);
  const chosen = view.filters[one]?.split(',') ?? [];
  const values = useDimensionValues(catalogue, one, opened || chosen.length > 0);
  return (
    <Field label={dimensionName(catalogue, one)}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          popupMatchSelectWidth={false}
          loading={values.isFetching}
          placeholder={t('figures.filter.any')}
          options={[...(values.data ?? [])]}
          value={chosen}
          onOpenChange={(open: boolean) => setOpened(opened || open)}
          onChange={(next: string[]) => onChange(withFilter(view, one, next.join(',')))}
        />
      )}
    </Field>
  );
};

const first: readonly Dimension[] = ['year', 'organ', 'kind', 'unit'];

/** What is counted, by the dimensions that figures have. */
export const FilterFields = ({ catalogue, view, onChange, only }: FiltersProps) => {
  const [unfolded, setUnfolded] = useState(false);
  const known = new Set(catalogue.figures.flatMap(({ dimensions }) => dimensions));
  const offered = catalogue.dimensions
    .map(({ id }) => id)
    .filter((one) => (only === undefined ? known.has(one) : only.includes(one)));
  const open = first.slice(0, useNarrow() ? 1 : first.length);
  const main = offered.filter((one) => open.includes(one));
  const more = offered.filter((one) => !open.includes(one));
  const shown = unfolded ? more : more.filter((one) => view.filters[one] !== undefined);
  return (
    <>
      {[...main.toSorted((a, b) => first.indexOf(a) - first.indexOf(b)), ...shown].map((one) => (
        <DimensionField key={one} one={one} catalogue={catalogue} view={view} onChange={onChange} />
      ))}
      <div className={styles.barButtons}>
        {more.length === 0 ? null : (
          <Button type="link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t(unfolded ? 'figures.filter.fewer' : 'figures.filter.more')}
          </Button>
        )}
        {Object.keys(view.filters).length === 0 ? null : (
          <Button type="link" onClick={() => onChange({ ...view, filters: {} })}>
            {t('figures.filter.clear')}
          </Button>
        )}
      </div>
    </>
  );
};

/** The filters in words, for a page that cannot change them. */
export const FilterWords = ({ catalogue, view }: Pick<FiltersProps, 'catalogue' | 'view'>) => {
  const on = Object.keys(view.filters) as Dimension[];
  return on.length === 0 ? null : (
    <ul className={styles.words} aria-label={t('figures.filters')}>
      {on.map((one) => (
        <FilterWord key={one} one={one} catalogue={catalogue} view={view} />
      ))}
    </ul>
  );
};

const FilterWord = ({
  catalogue,
  view,
  one,
}: Pick<FiltersProps, 'catalogue' | 'view'> & { readonly one: Dimension }) => {
  const values = useDimensionValues(catalogue, one, true).data ?? [];
  const named = (view.filters[one] ?? '')
    .split(',')
    .map((key) => values.find(({ value }) => value === key)?.label ?? key);
  return (
    <li>
      <span>{dimensionName(catalogue, one)}</span> {named.join(' · ')}
    </li>
  );
};
