import type { QueryGiven } from '#contract/endpoint.ts';
import { listPeople, listUnits, role } from '#contract/setup.ts';
import { ask, askPages } from '#web/shared/ask.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import PlusOutlined from '@ant-design/icons/PlusOutlined';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { grantText } from './grant-text.ts';
import { Mark } from './mark.tsx';
import { AddPersonDialog } from './person-dialogs.tsx';
import { PersonDrawer, type Subject } from './person-drawer.tsx';
import styles from './setup.module.css';
import { c, nameText, t } from './setup-texts.ts';
import type { PersonRow, RoleName } from './setup-types.ts';

type Filter = { readonly q?: string; readonly role?: RoleName; readonly unitId?: number };

/** What the address narrows the list to; what it cannot say properly is left out. */
const readFilter = (search: Readonly<Record<string, unknown>>): Filter => {
  const { q, unitId } = search;
  const found = role.options.find((one) => one === search['role']);
  const unit = typeof unitId === 'string' && /^[1-9]\d{0,8}$/.test(unitId) ? Number(unitId) : undefined;
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 60) } : {}),
    ...(found === undefined ? {} : { role: found }),
    ...(unit === undefined ? {} : { unitId: unit }),
  };
};

const addressOf = (filter: Filter): string => {
  const given = Object.entries(filter).map(([key, value]) => [key, String(value)]);
  return paths.setup(given.length === 0 ? 'people' : `people?${new URLSearchParams(given)}`);
};

/** The filter with one part set, or taken away by `undefined`. */
const narrowed = <K extends keyof Filter>(filter: Filter, key: K, value: Filter[K] | undefined): Filter => {
  const { [key]: _, ...rest } = filter;
  return value === undefined || value === '' ? rest : { ...rest, [key]: value };
};

type FiltersProps = { readonly filter: Filter; readonly onChange: (filter: Filter) => void };

const Filters = ({ filter, onChange }: FiltersProps) => {
  const id = useId();
  const units = useQuery(ask(listUnits)).data?.items ?? [];
  return (
    <search className={styles.filters}>
      <div className={styles.field}>
        <label htmlFor={`${id}q`}>{t('people.search')}</label>
        <Input.Search
          key={filter.q ?? ''}
          id={`${id}q`}
          defaultValue={filter.q ?? ''}
          placeholder={t('people.search.hint')}
          maxLength={60}
          allowClear
          onSearch={(text) => onChange(narrowed(filter, 'q', text.trim()))}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}r`}>{t('people.role')}</label>
        <Select
          id={`${id}r`}
          allowClear
          virtual={false}
          placeholder={t('people.role.any')}
          value={filter.role ?? null}
          onChange={(value: RoleName | null | undefined) =>
            onChange(narrowed(filter, 'role', value ?? undefined))
          }
          options={role.options.map((value) => ({ value, label: c(`role.${value}`) }))}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}u`}>{t('people.unit')}</label>
        <Select
          id={`${id}u`}
          allowClear
          virtual={false}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('people.unit.any')}
          value={filter.unitId ?? null}
          onChange={(value: number | null | undefined) =>
            onChange(narrowed(filter, 'unitId', value ?? undefined))
          }
          options={units
            .filter(({ parentId }) => parentId === null)
            .map((unit) => ({ value: unit.id, label: nameText(unit) }))}
        />
      </div>
    </search>
  );
};

const columnsFor = (open: (person: PersonRow) => void): readonly Column<PersonRow>[] => [
  {
    key: 'name',
    title: t('people.column.name'),
    names: true,
    minWidth: 150,
    render: (person) => (
      <div className={styles.person}>
        <button
          type="button"
          className={styles.nameButton}
          aria-label={t('people.openOf', { name: person.name })}
          onClick={() => open(person)}
        >
          {person.name}
        </button>
        <small>{person.post}</small>
        {person.state === 'closed' ? <Mark tone="off">{t('people.left')}</Mark> : null}
      </div>
    ),
  },
  {
    key: 'roles',
    title: t('people.column.roles'),
    minWidth: 220,
    render: ({ grants }) =>
      grants.length === 0 ? (
        <span className={styles.quiet}>{t('people.noRole')}</span>
      ) : (
        <ul>
          {grants.map((grant) => (
            <li key={grantText(grant)}>{grantText(grant)}</li>
          ))}
        </ul>
      ),
  },
  { key: 'group', title: t('people.column.group'), render: ({ group }) => (group === '' ? '—' : group) },
  { key: 'phone', title: t('people.column.phone'), tight: true, render: ({ phone }) => phone ?? '—' },
  {
    key: 'account',
    title: t('people.column.account'),
    tight: true,
    render: ({ username }) => username ?? <span className={styles.quiet}>{t('people.noAccount')}</span>,
  },
];

/** 人员: everybody with what he is here; one opens beside the list. */
export const PeoplePart = () => {
  const filter = readFilter(useSearch({ strict: false }));
  const go = useGo();
  const change = (next: Filter): void => go(addressOf(next), { replace: true });
  const query = useInfiniteQuery({
    ...askPages(listPeople, { query: filter as NonNullable<QueryGiven<typeof listPeople>> }),
    placeholderData: (before) => before,
  });
  const [adding, setAdding] = useState(false);
  const [subject, setSubject] = useState<Subject | null>(null);
  return (
    <>
      <div className={styles.bar}>
        <Filters filter={filter} onChange={change} />
        <div className={styles.actions}>
          <Button icon={<ImportOutlined aria-hidden />} onClick={() => go(paths.setup('import?kind=people'))}>
            {t('setup.import')}
          </Button>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </div>
      </div>
      <QueryState query={query} lines={14}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <Panel flush>
              {rows.length === 0 ? (
                <EmptyState title={t('people.none')} detail={t('people.none.detail')}>
                  <Button onClick={() => change({})}>{t('people.clear')}</Button>
                </EmptyState>
              ) : (
                <div
                  aria-busy={query.isPlaceholderData}
                  className={query.isPlaceholderData ? styles.waiting : ''}
                >
                  <DataTable<PersonRow>
                    caption={t('people.caption')}
                    columns={columnsFor(setSubject)}
                    rows={rows}
                    rowKey={({ id }) => id}
                    onOpen={setSubject}
                    foot={
                      <LoadMore query={query} shown={rows.length} total={pages[0]?.total ?? rows.length} />
                    }
                  />
                </div>
              )}
            </Panel>
          );
        }}
      </QueryState>
      {adding ? (
        <AddPersonDialog
          onDone={(id, name) => {
            setAdding(false);
            setSubject({ id, name });
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {subject === null ? null : (
        <PersonDrawer
          subject={subject}
          onRenamed={(name) => setSubject({ ...subject, name })}
          onClose={() => setSubject(null)}
        />
      )}
    </>
  );
};
