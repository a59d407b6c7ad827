import { dayOf } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { type Chosen, nameOf } from './choose-figure.ts';
import { t, unitWord, type Value } from './figure-texts.ts';
import styles from './figures.module.css';
import { countedOf, type FiguresView, queryOf } from './figures-view.ts';

export type Part = 'numerator' | 'denominator' | 'rest';

/** Where the rows behind a number stand. */
export const rowsAddress = (name: string, of: Part, view: FiguresView): string =>
  paths.figures('rows', {
    figure: name,
    of: of === 'numerator' ? undefined : of,
    ...queryOf(countedOf(view)),
  });

type RowsLinkProps = {
  readonly name: string;
  readonly of?: Part;
  readonly view: FiguresView;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A number that opens to its rows. */
export const RowsLink = ({ name, of = 'numerator', view, className, children }: RowsLinkProps) => (
  <PageLink href={rowsAddress(name, of, view)} className={className}>
    {children}
    <span className="visually-hidden"> {t('figures.opens')}</span>
  </PageLink>
);

/** Says of a number that it was printed once and has no rows. */
export const PublishedTag = ({ source }: { readonly source: string | null }) => (
  <Tag title={t('figures.published.says', { source: source ?? '' })}>{t('figures.published')}</Tag>
);

type NumberProps = {
  readonly chosen: Chosen;
  readonly value: Value | undefined;
  readonly view: FiguresView;
  readonly className?: string | undefined;
};

/** The value as it is printed everywhere, with its unit of count, as the way to what it counts (law 2). */
export const FigureNumber = ({ chosen, value, view, className }: NumberProps) => {
  if (value === undefined) return <span className={styles.quiet}>…</span>;
  const unit = chosen.figure.shows === 'count' ? unitWord(value.unit) : '';
  if (value.value === null) return <span className={styles.quiet}>{t('figures.noValue')}</span>;
  const shown = (
    <>
      {value.text}
      {unit === '' ? null : <span className={styles.unit}> {unit}</span>}
    </>
  );
  if (value.origin === 'published')
    return (
      <span className={className}>
        {shown} <PublishedTag source={null} />
      </span>
    );
  return (
    <RowsLink name={nameOf(chosen)} view={view} className={className}>
      {shown}
    </RowsLink>
  );
};

/** What is divided by what, each opening to its rows. */
export const FigureParts = ({ chosen, value, view }: NumberProps) => {
  if (value === undefined || value.denominator === null) return null;
  const name = nameOf(chosen);
  if (value.origin === 'published') return `${value.numerator} / ${value.denominator}`;
  const below = chosen.variant.denominator?.unit ?? value.unit;
  return (
    <span className={styles.parts}>
      <RowsLink name={name} view={view}>
        {value.numerator}
      </RowsLink>
      {' / '}
      <RowsLink name={name} of="denominator" view={view}>
        {value.denominator}
      </RowsLink>{' '}
      <span className={styles.unit}>{unitWord(below)}</span>
    </span>
  );
};

/** The same of another year or day, and how far it is from it. */
export const FigureCompared = ({ value }: Pick<NumberProps, 'value'>) => {
  const compared = value?.compared ?? null;
  if (compared === null) return <span className={styles.quiet}>—</span>;
  const of = compared.year === null ? dayOf(compared.asOf ?? value?.asOf ?? '') : String(compared.year);
  return (
    <span className={styles.compared}>
      {t('figures.compared.is', { value: compared.text, of })}{' '}
      {compared.origin === 'published' ? <PublishedTag source={compared.source} /> : null}
      {compared.differenceText === null ? null : <b>{pick(compared.differenceText)}</b>}
    </span>
  );
};
