import { accounts } from '#contract/accounts.ts';
import { askPages } from '#web/shared/ask.ts';
import { count, moment } from '#web/shared/format.ts';
import { type Column, DataTable } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { AccountMarks } from './account-marks.tsx';
import { grantText } from './grant-text.ts';
import { PersonDrawer, type Subject } from './person-drawer.tsx';
import styles from './setup.module.css';
import { t } from './setup-texts.ts';
import type { AccountRow } from './setup-types.ts';

const states = ['active', 'disabled', 'stale', 'locked'] as const;
type Filter = { readonly q: string; readonly only: (typeof states)[number] | null };

const readFilter = (search: Readonly<Record<string, unknown>>): Filter => ({
  q: typeof search['q'] === 'string' ? search['q'].slice(0, 100) : '',
  only: states.find((state) => state === search['only']) ?? null,
});

const addressOf = ({ q, only }: Filter): string => {
  const given = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(only === null ? {} : { only }),
  }).toString();
  return paths.setup(given === '' ? 'accounts' : `accounts?${given}`);
};

const columnsFor = (open: (account: AccountRow) => void): readonly Column<AccountRow>[] => [
  {
    key: 'name',
    title: t('people.column.name'),
    names: true,
    minWidth: 150,
    render: (account) => (
      <div className={styles.person}>
        <button
          type="button"
          className={styles.nameButton}
          aria-label={t('people.openOf', { name: account.person.name })}
          onClick={() => open(account)}
        >
          {account.person.name}
        </button>
        <small>{account.person.post}</small>
      </div>
    ),
  },
  { key: 'username', title: t('account.username'), tight: true, render: ({ username }) => username },
  {
    key: 'state',
    title: t('account.state'),
    minWidth: 130,
    render: (account) => (
      <div className={styles.marks}>
        <AccountMarks account={account} />
      </div>
    ),
  },
  {
    key: 'roles',
    title: t('people.column.roles'),
    minWidth: 200,
    render: ({ roles }) => (
      <ul>
        {roles.map((held) => (
          <li key={grantText(held)}>{grantText(held)}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'last',
    title: t('account.lastSignIn'),
    tight: true,
    render: ({ lastSignInAt }) => (lastSignInAt === null ? t('account.never') : moment(lastSignInAt)),
  },
  {
    key: 'totp',
    title: t('account.totp'),
    tight: true,
    render: ({ enrolled }) => t(enrolled ? 'account.totp.on' : 'account.totp.off'),
  },
  { key: 'sessions', title: t('account.sessions'), end: true, render: ({ sessions }) => count(sessions) },
];

const Filters = ({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) => {
  const id = useId();
  return (
    <search className={styles.filters}>
      <div className={styles.field}>
        <label htmlFor={`${id}q`}>{t('accounts.search')}</label>
        <Input.Search
          key={filter.q}
          id={`${id}q`}
          defaultValue={filter.q}
          maxLength={100}
          allowClear
          onSearch={(text) => onChange({ ...filter, q: text.trim() })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}o`}>{t('accounts.only')}</label>
        <Select
          id={`${id}o`}
          virtual={false}
          value={filter.only ?? 'all'}
          onChange={(value: (typeof states)[number] | 'all') =>
            onChange({ ...filter, only: value === 'all' ? null : value })
          }
          options={(['all', ...states] as const).map((value) => ({
            value,
            label: t(`accounts.only.${value}`),
          }))}
        />
      </div>
    </search>
  );
};

/** 账号: how people sign in, to find what is locked, unused or disabled. */
export const AccountsPart = () => {
  const filter = readFilter(useSearch({ strict: false }));
  const go = useGo();
  const { q, only } = filter;
  const query = useInfiniteQuery({
    ...askPages(accounts, { query: { ...(q === '' ? {} : { q }), ...(only === null ? {} : { only }) } }),
    placeholderData: (before) => before,
  });
  const [subject, setSubject] = useState<Subject | null>(null);
  const open = ({ person }: AccountRow): void => setSubject(person);
  return (
    <>
      <div className={styles.bar}>
        <Filters filter={filter} onChange={(next) => go(addressOf(next), { replace: true })} />
      </div>
      <QueryState query={query} lines={14}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return (
            <Panel flush>
              {rows.length === 0 ? (
                <EmptyState title={t('accounts.none')} detail={t('accounts.none.detail')} />
              ) : (
                <div
                  aria-busy={query.isPlaceholderData}
                  className={query.isPlaceholderData ? styles.waiting : ''}
                >
                  <DataTable<AccountRow>
                    caption={t('accounts.caption')}
                    columns={columnsFor(open)}
                    rows={rows}
                    rowKey={({ id }) => id}
                    onOpen={open}
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
