import { exportSessionOpinions, sessionOpinions } from '#contract/session-opinion.ts';
import { addressOf } from '#web/shared/api.ts';
import { askPages } from '#web/shared/ask.ts';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId } from 'react';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { OpinionCard } from './opinion-card.tsx';
import styles from './opinions.module.css';
import { anyT, nameOf, t } from './opinion-texts.ts';
import type { Desk } from './opinion-types.ts';
import { type FilterName, type Filters, writeView } from './opinions-view.ts';

type Option = { readonly value: string; readonly label: string };

const Choice = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('opinions.filter.all')}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
};

const stateNames = [
  'standing',
  'waiting',
  'received',
  'checked',
  'forwarded',
  'joined',
  'dropped',
  'merged',
] as const;

/** Filters that only a figure sets: said in words, to be cleared with the rest. */
const openedBy = (filters: Filters): readonly string[] =>
  (['sameDay', 'answered', 'closed', 'channel'] as const).flatMap((name) => {
    const value = filters[name];
    if (value === undefined) return [];
    return [anyT(name === 'channel' ? `opinions.channel.${value}` : `opinions.filter.${name}.${value}`)];
  });

type AllTabProps = { readonly sessionId: number; readonly filters: Filters; readonly desk: Desk };

const FilterBar = ({ sessionId, filters, desk }: AllTabProps) => {
  const go = useGo();
  const words = useId();
  const show = (next: Filters): void =>
    go(paths.sessionOpinions(writeView({ part: 'all', sessionId, filters: next })), { replace: true });
  const set = (name: FilterName) => (value: string) => {
    const { [name]: _, ...others } = filters;
    show(value === '' ? others : { ...others, [name]: value });
  };
  const opened = openedBy(filters);
  return (
    <search className={styles.bar} aria-label={t('opinions.filter')}>
      <Choice
        label={t('opinions.filter.state')}
        value={filters.state}
        options={stateNames.map((value) => ({ value, label: t(`opinions.state.${value}`) }))}
        onChange={set('state')}
      />
      <Choice
        label={t('opinions.filter.class')}
        value={filters.classCode}
        options={desk.classes.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
        onChange={set('classCode')}
      />
      {desk.office ? (
        <Choice
          label={t('opinions.filter.unit')}
          value={filters.unitId}
          options={desk.units.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={set('unitId')}
        />
      ) : null}
      <form
        className={styles.field}
        onSubmit={(event) => {
          event.preventDefault();
          set('q')(String(new FormData(event.currentTarget).get('q') ?? '').trim());
        }}
      >
        <label htmlFor={words}>{t('opinions.filter.words')}</label>
        <input id={words} name="q" type="search" defaultValue={filters.q ?? ''} maxLength={100} />
      </form>
      {opened.length === 0 ? null : <span>{t('opinions.filter.opened', { what: opened.join('、') })}</span>}
      {Object.keys(filters).length === 0 ? null : (
        <Button type="link" onClick={() => show({})}>
          {t('opinions.filter.clear')}
        </Button>
      )}
    </search>
  );
};

/** 全部意见: by their numbers, narrowed as the address says. */
export const AllTab = ({ sessionId, filters, desk }: AllTabProps) => {
  const asked = { sessionId, ...filters } as never;
  const query = useInfiniteQuery({
    ...askPages(sessionOpinions, { query: asked }),
    placeholderData: (before) => before,
  });
  return (
    <div className={styles.stack}>
      <FilterBar key={filters.q ?? ''} sessionId={sessionId} filters={filters} desk={desk} />
      <QueryState query={query} lines={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return (
            <div className={styles.stack} aria-busy={query.isPlaceholderData}>
              {items.length === 0 ? (
                <EmptyState title={t('opinions.empty')} detail={t('opinions.empty.detail')} />
              ) : (
                <ul className={styles.cards}>
                  {items.map((opinion) => (
                    <li key={opinion.id}>
                      <OpinionCard opinion={opinion} desk={desk} />
                    </li>
                  ))}
                </ul>
              )}
              <div className={styles.buttons}>
                <LoadMore query={query} shown={items.length} total={pages[0]?.total ?? 0} />
                {desk.office || desk.unit ? (
                  <Button
                    href={addressOf(exportSessionOpinions, {}, { sessionId: String(sessionId), ...filters })}
                  >
                    {t('opinions.export')}
                  </Button>
                ) : null}
              </div>
            </div>
          );
        }}
      </QueryState>
    </div>
  );
};
