import { pick } from '#web/shared/language.ts';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { besideOf, type Chosen, findChosen, nameOf, namesToAsk, valueOf } from './choose-figure.ts';
import { FigureCompared, FigureNumber, FigureParts, RowsLink } from './figure-number.tsx';
import { type Catalogue, t } from './figure-texts.ts';
import styles from './headline.module.css';
import { type FiguresView, queryOf } from './figures-view.ts';
import { useCatalogue, useValues } from './use-figures.ts';

/** What a leader asks first, as far as the reader's catalogue has it. */
const headlineNames = [
  'mattersFiled',
  'assignments.answering',
  'replyRate',
  'onTimeRate',
  'faceToFaceRate',
  'resolutionRate',
  'satisfactionRate',
  'deliveryRate',
] as const;

export const findAll = ({ figures }: Catalogue, names: readonly string[]): readonly Chosen[] =>
  names.flatMap((name) => {
    const chosen = findChosen(figures, name);
    return chosen === null ? [] : [chosen];
  });

/** The name under which a figure is read: with its variant where the usual one is not meant. */
export const readAs = ({ figure, variant }: Chosen): string =>
  figure.variants[0] === variant ? pick(figure.name) : pick(variant.name);

type HeadlineProps = { readonly view: FiguresView };

/** The main figures side by side: each opens to its rows, and satisfaction stands with its response rate. */
export const Headline = ({ view }: HeadlineProps) => {
  const catalogue = useCatalogue().data;
  const chosen = catalogue === undefined ? [] : findAll(catalogue, headlineNames);
  const figures = catalogue?.figures ?? [];
  const query = useValues(namesToAsk(figures, chosen, view), view, 20_000);
  const values = query.data?.items ?? [];
  return (
    <>
      <ul className={styles.tiles} aria-busy={query.isLoading}>
        {chosen.map((one) => {
          const value = valueOf(values, one);
          return (
            <li key={nameOf(one)}>
              <span className={styles.label}>{readAs(one)}</span>
              <FigureNumber chosen={one} value={value} view={view} className={styles.number} />
              <small>
                <FigureParts chosen={one} value={value} view={view} />
              </small>
              {besideOf(figures, one).map((beside) => {
                const shown = valueOf(values, beside);
                return shown === undefined || shown.value === null ? null : (
                  <small key={nameOf(beside)}>
                    <RowsLink name={nameOf(beside)} view={view}>
                      {t('figures.beside', { name: pick(beside.figure.name), value: shown.text })}
                    </RowsLink>
                  </small>
                );
              })}
              {value?.compared === null || value === undefined ? null : (
                <small>
                  <FigureCompared value={value} />
                </small>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.all}>
        <PageLink href={paths.figures('', queryOf(view))}>{t('figures.overview.all')}</PageLink>
      </p>
    </>
  );
};
