import type { ResponseOf } from '#contract/endpoint.ts';
import { figurePageMessages } from '#contract/messages/figure-pages.ts';
import { importPublishedTotals } from '#contract/figures.ts';
import { publishedTemplate, readPublishedWorkbook } from '#contract/published-workbook.ts';
import { addressOf } from '#web/shared/api.ts';
import { count } from '#web/shared/format.ts';
import { pick } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { findChosen } from './choose-figure.ts';
import { type Catalogue, t } from './figure-texts.ts';
import styles from './figures.module.css';
import { dimensionName } from './filter-fields.tsx';
import { totalColumns } from '#contract/published-workbook.ts';
import { linesOf, readTotals, type TotalColumn, type TableProblem } from './published-table.ts';

type Outcome = ResponseOf<typeof importPublishedTotals>;

/** As many as one request takes. */
const most = 2_000;

const headings = Object.fromEntries(
  totalColumns.map((column) => [column, figurePageMessages[`figures.totals.${column}`]]),
) as Readonly<Record<TotalColumn, { readonly zh: string; readonly en: string }>>;

const isColumn = (value: string): value is TotalColumn => totalColumns.some((one) => one === value);

const problemText = ({ row, column, code, value }: TableProblem): string => {
  const text =
    code === 'noColumn' && isColumn(value)
      ? t('figures.totals.problem.noColumn', { column: t(`figures.totals.${value}`) })
      : t(`figures.totals.problem.${code}`, { value });
  if (row === null) return text;
  return column === null
    ? t('figures.totals.row', { row, text })
    : t('figures.totals.cell', { cell: `${column}${row}`, text });
};

type TriedProps = {
  readonly outcome: Outcome;
  /** The line of each row, as people find it. */
  readonly places: readonly number[];
  readonly catalogue: Catalogue;
};

const Tried = ({ outcome, places, catalogue }: TriedProps) => (
  <div role="status">
    {outcome.problems.length === 0 ? (
      <p className={styles.good}>
        {t('figures.totals.tried', { kept: count(places.length), replaced: count(outcome.replaced) })}
      </p>
    ) : (
      <>
        <p>{t('figures.totals.problems', { count: count(outcome.problems.length) })}</p>
        <ul className={styles.problems}>
          {outcome.problems.map(({ row, code, text }) => (
            <li key={`${row} ${code}`}>
              {t('figures.totals.row', { row: places[row] ?? row + 2, text: pick(text) })}
            </li>
          ))}
        </ul>
      </>
    )}
    {outcome.mismatches.length === 0 ? null : (
      <div className={styles.mismatch}>
        <h3>{t('figures.totals.mismatches')}</h3>
        <ul>
          {outcome.mismatches.map(({ figure, year, dimension, sum, total, difference }) => (
            <li key={`${figure} ${year} ${dimension}`}>
              {t('figures.totals.mismatch', {
                name: pick(findChosen(catalogue.figures, figure)?.figure.name ?? { zh: figure, en: figure }),
                year,
                dimension: dimensionName(catalogue, dimension),
                sum: count(sum),
                total: count(total),
                difference: count(difference),
              })}
            </li>
          ))}
        </ul>
      </div>
    )}
  </div>
);

/** What is to be imported: pasted, or the cells of a workbook. */
type Given = {
  readonly text: string;
  readonly sheet: (ResponseOf<typeof readPublishedWorkbook> & { readonly file: string }) | null;
};

const nothing: ReturnType<typeof readTotals> = { rows: [], places: [], problems: [] };

type ImportDialogProps = {
  readonly catalogue: Catalogue;
  readonly onDone: (kept: number) => void;
  readonly onClose: () => void;
};

/** Totals of earlier years from a table, pasted or a workbook: read in the browser, tried by the server, and only then kept. */
export const PublishedImport = ({ catalogue, onDone, onClose }: ImportDialogProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState<Given>({ text: '', sheet: null });
  const [tried, setTried] = useState<{ readonly given: Given; readonly outcome: Outcome } | null>(null);
  const command = useCommand(importPublishedTotals);
  const reading = useCommand(readPublishedWorkbook, { refreshes: [] });
  const organs = useReference().data?.organs ?? [];
  const known = { figures: catalogue.figures, organs, dimensions: catalogue.dimensions, headings };
  const lines = given.sheet?.lines ?? linesOf(given.text);
  const { rows, places, problems } = lines.length === 0 ? nothing : readTotals(lines, known);
  const outcome = tried?.given === given ? tried.outcome : null;
  const sound =
    rows.length > 0 && rows.length <= most && given.sheet?.truncated !== true && problems.length === 0;
  const keeps = outcome !== null && outcome.problems.length === 0;
  const send = async (dryRun: boolean): Promise<void> => {
    const sent = await command.run({ body: { dryRun, rows: [...rows] } });
    if (!sent.ok) return;
    if (dryRun || sent.value.problems.length > 0) setTried({ given, outcome: sent.value });
    else onDone(sent.value.kept);
  };
  const readFile = async (files: FileList | null): Promise<void> => {
    const file = files?.item(0);
    if (file === null || file === undefined) return;
    if (!/\.xlsx?$/i.test(file.name)) return setGiven({ text: await file.text(), sheet: null });
    const read = await reading.run({ file });
    if (read.ok) setGiven({ text: '', sheet: { ...read.value, file: file.name } });
  };
  return (
    <Dialog
      title={t('figures.totals.import')}
      width={820}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button disabled={!sound} loading={command.pending && !keeps} onClick={() => void send(true)}>
            {t('figures.totals.try')}
          </Button>
          <Button
            type="primary"
            disabled={!sound || !keeps}
            loading={command.pending && keeps}
            onClick={() => void send(false)}
          >
            {t('figures.totals.keep', { count: count(rows.length) })}
          </Button>
        </>
      }
    >
      <div className={styles.paste}>
        <ProblemAlert problem={command.problem ?? reading.problem} />
        <label htmlFor={id}>{t('figures.totals.paste')}</label>
        <p id={`${id}-hint`} className={styles.asOf}>
          {t('figures.totals.paste.hint')}
        </p>
        <Input.TextArea
          id={id}
          aria-describedby={`${id}-hint`}
          rows={8}
          value={given.text}
          onChange={({ target }) => setGiven({ text: target.value, sheet: null })}
        />
        <span>
          <Button loading={reading.pending} onClick={() => input.current?.click()}>
            {t('figures.totals.file')}
          </Button>{' '}
          <Button type="link" href={addressOf(publishedTemplate)}>
            {t('figures.totals.template')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx,.xls,.csv,.tsv,.txt,text/csv"
            onChange={({ target }) => {
              void readFile(target.files);
              target.value = '';
            }}
          />
        </span>
        <div role="status">
          {rows.length === 0 ? null : t('figures.totals.read', { count: count(rows.length) })}
          {given.sheet === null
            ? null
            : ` ${t('figures.totals.sheet', { file: given.sheet.file, sheet: given.sheet.sheet })}`}
          {rows.length > most || given.sheet?.truncated === true
            ? ` ${t('figures.totals.tooLarge', { most: count(most) })}`
            : null}
        </div>
        {problems.length === 0 ? null : (
          <div role="alert">
            {t('figures.totals.problems', { count: count(problems.length) })}
            <ul className={styles.problems}>
              {problems.map((one) => (
                <li key={`${one.row} ${one.column} ${one.code} ${one.value}`}>{problemText(one)}</li>
              ))}
            </ul>
          </div>
        )}
        {outcome === null ? null : <Tried outcome={outcome} places={places} catalogue={catalogue} />}
      </div>
    </Dialog>
  );
};
