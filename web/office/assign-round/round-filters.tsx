import { standWord } from '#contract/assign-round.ts';
import { count } from '#web/shared/format.ts';
import { Input } from 'antd';
import { useId } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';
import type { Round } from './round-types.ts';

const stands = ['unplanned', 'waiting', 'disputed', 'agreed', 'silent', 'kept', 'assigned'] as const;
export type Stand = (typeof stands)[number];
export type RoundFilters = { readonly stand?: Stand; readonly q?: string };

/** What an address narrows the table to; what it does not know is left out. */
export const readFilters = (search: Readonly<Record<string, unknown>>): RoundFilters => {
  const stand = stands.find((one) => one === search['stand']);
  const q = typeof search['q'] === 'string' ? search['q'].trim() : '';
  return { ...(stand === undefined ? {} : { stand }), ...(q === '' ? {} : { q }) };
};

type FiltersProps = {
  readonly round: Round;
  readonly filters: RoundFilters;
  readonly onSearch: (q: string) => void;
};

/** How many matters stand how; each opens to its rows. */
export const RoundFilterBar = ({ round, filters, onSearch }: FiltersProps) => {
  const id = useId();
  const link = (stand: Stand | null, number: number) => (
    <li key={stand ?? 'all'}>
      <PageLink
        href={paths.assignRounds(round.id, {
          ...(filters.q === undefined ? {} : { q: filters.q }),
          ...(stand === null ? {} : { stand }),
        })}
        {...((filters.stand ?? null) === stand ? { 'aria-current': 'true' as const } : {})}
      >
        {t(`round.stand.${stand === null ? 'all' : standWord(stand, round.state)}`)}{' '}
        <strong>{count(number)}</strong>
      </PageLink>
    </li>
  );
  return (
    <>
      <nav aria-label={t('round.stand')}>
        <ul className={styles.counts}>
          {link(null, round.counts.matters)}
          {stands
            .filter((one) => round.counts[one] > 0 || one === filters.stand)
            .map((one) => link(one, round.counts[one]))}
        </ul>
      </nav>
      <search className={styles.bar}>
        <div>
          <label htmlFor={id}>{t('round.search')}</label>
          <Input.Search
            id={id}
            defaultValue={filters.q ?? ''}
            allowClear
            placeholder={t('round.search.hint')}
            onSearch={onSearch}
          />
        </div>
      </search>
    </>
  );
};
